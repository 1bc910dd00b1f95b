//! Sign-up, sign-in and sessions over HTTP: every operation, every rule and every code of the domain.

#[path = "support/api.rs"]
mod support;

#[path = "auth/accounts.rs"]
mod accounts;
#[path = "auth/factors.rs"]
mod factors;
#[path = "auth/providers.rs"]
mod providers;
#[path = "auth/sessions.rs"]
mod sessions;
#[path = "auth/verification.rs"]
mod verification;

use std::time::Duration;

use avalo_mock_server::MockServer;
use serde_json::{Value, json};

use crate::support::{Answer, Api, PASSWORD};

/// A server and a way to call it.
async fn stage() -> (MockServer, Api) {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    (server, api)
}

async fn pass(server: &MockServer, seconds: u64) {
    server.advance(Duration::from_secs(seconds)).await.expect("time passes");
}

/// Somebody new, with some fields replaced.
fn newcomer(changes: Value) -> Value {
    let mut fields = json!({
        "email": "ada@example.com", "password": "Analytical1", "displayName": "Ada",
        "dateOfBirth": "1990-12-10", "acceptTerms": true,
    });
    if let (Some(fields), Value::Object(changes)) = (fields.as_object_mut(), changes) {
        fields.extend(changes);
    }
    fields
}

async fn log_in(api: &Api, user: u32) -> Answer {
    let email = format!("user{user}@avalo.test");
    api.post("", "/v1/auth/login", json!({ "email": email, "password": PASSWORD })).await
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("no {name} in {value}"))
}
