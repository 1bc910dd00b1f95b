//! The module's memory, in pieces whose sizes double: a piece that was given back is there for the next one of its size.
//!
//! A general allocator also joins and splits pieces, which costs a browser 0.5 kB to 4 kB. A client holds little, and for a
//! short time: answers stay with the host. Here at most half of a piece is unused, and taking one takes as long
//! however many there are.

use std::{
    alloc::{GlobalAlloc, Layout},
    arch::wasm32::{memory_grow, memory_size},
    cell::Cell,
    ptr,
};

use crate::abi::Alone;

/// The smallest piece, and what every piece is aligned to.
const SMALLEST: usize = 16;
/// More than a client could ever mean. What is larger is refused.
const LARGEST: usize = 1 << 30;
const SIZES: usize = 27;
const PAGE: usize = 1 << 16;

/// For each size the piece that was given back last; its first word is where the one before it is.
static FREE: Alone<[Cell<*mut u8>; SIZES]> = Alone::new([const { Cell::new(ptr::null_mut()) }; SIZES]);
/// Where memory begins that was never given out; 0 at first.
static NEXT: Alone<Cell<usize>> = Alone::new(Cell::new(0));

unsafe extern "C" {
    /// What the linker puts where its own data end.
    static __heap_base: u8;
}

pub(crate) struct Memory;

/// Which of the sizes holds so many bytes.
fn rank(bytes: usize) -> usize {
    let whole = (bytes.max(SMALLEST) - 1) / SMALLEST;
    (usize::BITS - whole.leading_zeros()) as usize
}

/// A piece that was never used.
fn fresh(size: usize) -> *mut u8 {
    let from = match NEXT.get() {
        0 => (&raw const __heap_base).addr().next_multiple_of(SMALLEST),
        next => next,
    };
    let to = from + size;
    let missing = to.saturating_sub(memory_size::<0>() * PAGE);
    if missing > 0 && memory_grow::<0>(missing.div_ceil(PAGE)) == usize::MAX {
        return ptr::null_mut();
    }
    NEXT.set(to);
    ptr::with_exposed_provenance_mut(from)
}

// SAFETY: a piece is on the list of its size or given out, never both, and has no byte in common with another. There is one
// thread, and nothing here allocates.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.size() > LARGEST || layout.align() > SMALLEST {
            return ptr::null_mut();
        }
        let rank = rank(layout.size());
        let list = &FREE[rank];
        let first = list.get();
        if first.is_null() {
            return fresh(SMALLEST << rank);
        }
        // SAFETY: what is on a list holds where the next one is.
        list.set(unsafe { first.cast::<*mut u8>().read() });
        first
    }

    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        let list = &FREE[rank(layout.size())];
        // SAFETY: nobody uses the piece any more, and each is large enough for an address.
        unsafe { piece.cast::<*mut u8>().write(list.get()) };
        list.set(piece);
    }

    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if rank(size) == rank(layout.size()) {
            return piece;
        }
        // SAFETY: the caller promises a size that fits this alignment.
        let larger = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !larger.is_null() {
            // SAFETY: two pieces have no byte in common, and each has at least as many as are copied.
            unsafe {
                larger.copy_from_nonoverlapping(piece, size.min(layout.size()));
                self.dealloc(piece, layout);
            }
        }
        larger
    }
}
