//! The untyped door to the SDK for JavaScript: every operation by its row, parameters and answers as
//! JSON text.
//!
//! No rule lives here. The engine decides; JavaScript brings the clock, timers, randomness, the
//! network and a place for the session. An instance of the module is one client. The body of a successful
//! answer is a JavaScript string from the network to the caller and never enters the module's memory.
//!
//! Promises stay on JavaScript's side too. A call and a piece of work have numbers: `tasks` polls the
//! calls, `work` waits for what JavaScript settles. What passes between the two are numbers and text, by
//! the functions in `abi`; the other side of it is `npm/src/core.mjs`.
#![cfg(target_family = "wasm")]
// The engine asks for an `Arc`; where there are no threads, it is only an `Rc`.
#![allow(clippy::arc_with_non_send_sync)]

mod abi;
mod door;
mod machine;
mod store;
mod tasks;
mod transport;
mod work;

/// The allocator of the standard library is made for more memory than a client ever has, and is 4 kB
/// larger.
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
