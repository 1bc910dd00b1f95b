//! What the inspector shows of requests, and what it must never show.

#[path = "support/api.rs"]
mod support;

#[path = "inspector/secrets.rs"]
mod secrets;
#[path = "inspector/shown.rs"]
mod shown;
