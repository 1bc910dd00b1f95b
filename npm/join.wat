;; Puts the engine's module together from the streams that split.mjs took it apart into.
;;
;; From 0 on, memory has for each stream where its next byte is, then where all end, and from 72 on, for each
;; instruction, the one or two streams of its numbers. The module is written from 131072 on.
(module
  (memory (export "memory") 6)
  (global $to (mut i32) (i32.const 131072))

  ;; Moves the next byte of a stream to the module.
  (func $byte (param $stream i32) (result i32)
    (local $at i32)
    (i32.store (local.get $stream)
      (i32.add (local.tee $at (i32.load (local.get $stream))) (i32.const 1)))
    (i32.store8 (global.get $to) (local.tee $at (i32.load8_u (local.get $at))))
    (global.set $to (i32.add (global.get $to) (i32.const 1)))
    (local.get $at))

  ;; Moves the next number of a stream: its last byte, which alone is below 128, is the whole of a small one.
  (func $number (param $stream i32) (result i32)
    (local $byte i32)
    (loop $more
      (br_if $more (i32.gt_u (local.tee $byte (call $byte (local.get $stream))) (i32.const 127))))
    (local.get $byte))

  ;; Moves what a stream has before a place.
  (func $all (param $stream i32) (param $end i32)
    (loop $more
      (if (i32.lt_u (i32.load (local.get $stream)) (local.get $end))
        (then
          (drop (call $byte (local.get $stream)))
          (br $more)))))

  ;; Returns where the module ends.
  (func (export "join") (result i32)
    (local $end i32)
    (local $size i32)
    (local $depth i32)
    (local $instruction i32)
    (local $streams i32)
    (local $count i32)
    (call $all (i32.const 0) (i32.load (i32.const 4)))
    (local.set $end (i32.load (i32.const 8)))
    (loop $functions
      (local.set $size (global.get $to))
      (global.set $to (i32.add (global.get $to) (i32.const 2)))
      (local.set $count (call $number (i32.const 8)))
      (loop $kinds
        (if (local.get $count)
          (then
            (local.set $count (i32.sub (local.get $count) (i32.const 1)))
            (drop (call $number (i32.const 8)))
            (drop (call $number (i32.const 8)))
            (br $kinds))))
      (local.set $depth (i32.const 1))
      (loop $instructions
        (local.set $streams (i32.load8_u offset=72 (local.tee $instruction (call $byte (i32.const 4)))))
        (loop $numbers
          (if (local.get $streams)
            (then
              (local.set $count (call $number (i32.shl (i32.and (local.get $streams) (i32.const 15)) (i32.const 2))))
              (local.set $streams (i32.shr_u (local.get $streams) (i32.const 4)))
              (br $numbers))))
        ;; Blocks begin and end.
        (local.set $depth
          (i32.sub
            (i32.add (local.get $depth) (i32.lt_u (i32.sub (local.get $instruction) (i32.const 2)) (i32.const 3)))
            (i32.eq (local.get $instruction) (i32.const 11))))
        ;; A table of branches has one more than it says.
        (if (i32.eq (local.get $instruction) (i32.const 14))
          (then
            (loop $branches
              (drop (call $number (i32.const 20)))
              (br_if $branches
                (i32.ge_s (local.tee $count (i32.sub (local.get $count) (i32.const 1))) (i32.const 0))))))
        (if (i32.eq (local.get $instruction) (i32.const 68))
          (then (call $all (i32.const 40) (i32.add (i32.load (i32.const 40)) (i32.const 8)))))
        (br_if $instructions (local.get $depth)))
      ;; The length of the function, in two bytes whatever it is.
      (i32.store8 (local.get $size)
        (i32.or
          (local.tee $count (i32.sub (i32.sub (global.get $to) (local.get $size)) (i32.const 2)))
          (i32.const 128)))
      (i32.store8 offset=1 (local.get $size) (i32.shr_u (local.get $count) (i32.const 7)))
      (br_if $functions (i32.lt_u (i32.load (i32.const 4)) (local.get $end))))
    (call $all (i32.const 64) (i32.load (i32.const 68)))
    (global.get $to)))
