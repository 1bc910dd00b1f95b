//! The untyped door to the SDK for JavaScript: every operation by its id, parameters and answers as
//! JSON text.
//!
//! No rule lives here. The engine decides; JavaScript brings the clock, timers, randomness, the
//! network and a place for the session, all in one [`Host`](host::Host). The body of a successful
//! answer is a JavaScript string from the network to the caller and never enters the module's memory.
#![cfg(target_family = "wasm")]

pub mod door;
mod failure;
pub mod host;
mod machine;
mod pending;
mod store;
mod transport;
