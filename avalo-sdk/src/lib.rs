//! The Avalo client SDK: one contract, one engine.
//!
//! [`AvaloSdk`] is the client, [`api`] the contract: a file for each domain with its models and a
//! table of its operations. A server uses the contract alone, with `default-features = false`.
#![cfg_attr(not(feature = "uniffi"), forbid(unsafe_code))]
// The same code runs where there are threads; where there are none, an `Arc` is only an `Rc`.
#![cfg_attr(target_family = "wasm", allow(clippy::arc_with_non_send_sync))]

/// The README's examples compile, too.
#[cfg(all(doctest, feature = "native"))]
#[doc = include_str!("../../README.md")]
struct Readme;

pub mod api;
#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "client")]
pub mod discovery;
#[cfg(feature = "client")]
mod engine;
#[cfg(feature = "client")]
pub mod error;
pub mod event;
#[cfg(feature = "uniffi")]
pub mod foreign;
pub mod model;
pub mod operation;
#[cfg(feature = "native")]
pub mod pkce;
#[cfg(feature = "client")]
pub mod platform;
pub mod problem;
#[cfg(feature = "client")]
pub mod realtime;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "client")]
pub mod session;
#[cfg(feature = "client")]
pub mod transport;

pub use self::problem::{Code, Problem};
#[cfg(feature = "client")]
pub use self::{
    client::AvaloSdk,
    engine::{
        Answer, AnswerBody,
        retry::{Jitter, RetryPolicy},
    },
    error::{Error, ErrorKind},
};

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();
