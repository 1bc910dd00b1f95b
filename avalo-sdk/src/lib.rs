//! The Avalo client SDK: one contract, one engine.
#![forbid(unsafe_code)]

pub mod api;
pub mod event;
pub mod model;
pub mod operation;
pub mod problem;

pub use self::problem::{Code, Problem};
