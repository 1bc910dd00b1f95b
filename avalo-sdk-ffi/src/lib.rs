//! The door for Kotlin and Swift: a client, a handle for each domain, and one call for every operation.
//!
//! No rule lives here. The handles and their types are the contract's own, exported where they are
//! declared; by the one call an operation goes in by its id with its parameters as JSON and comes out as
//! JSON. So a new row of the contract is here without a line.
//!
//! Dropping an exported future at any moment is safe, and Kotlin does so when a coroutine is cancelled.
//! Swift does not: there a [`CancelToken`](avalo_sdk::foreign::CancelToken) says it. A panic becomes an exception of the caller's
//! language, so this library must never be built with `panic = "abort"`.
//!
//! `forbid(unsafe_code)` cannot stand here: the functions that uniffi generates for C are unsafe.

mod client;
mod engine;
mod listener;
mod log;
mod outbox;
mod store;

pub use self::{
    client::{AvaloClient, ClientOptions},
    engine::{EngineListener, NativeEngine},
    listener::{ListenerError, SessionEvent, SessionListener},
    log::{LogLevel, LogSink, set_log_sink},
    store::{TokenStore, TokenStoreError},
};

uniffi::setup_scaffolding!();
