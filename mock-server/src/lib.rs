//! The reference server of Avalo: stateful, deterministic, in one process.
//!
//! ```
//! # async fn run() -> Result<(), avalo_mock_server::StartError> {
//! use avalo_mock_server::MockServer;
//!
//! let server = MockServer::start().await?;
//! println!("{}", server.url());
//! server.stop().await;
//! # Ok(())
//! # }
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(run()).unwrap();
//! ```
#![forbid(unsafe_code)]

mod context;
mod faults;
mod handlers;
mod http;
mod idempotency;
mod ledger;
mod options;
mod page;
mod random;
mod refusal;
mod router;
mod seed;
mod server;
mod states;
mod wording;
mod world;

pub use self::{
    faults::{Fault, FaultRule},
    handlers::{auth::Mail, notifications::Push},
    http::journal::Record,
    ledger::Invariants,
    server::{Builder, MockServer, StartError},
    states::Snapshot,
    world::{Change, Sent},
};
