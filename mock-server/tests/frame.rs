//! What the server does with every request, whatever its operation.

#[path = "support/api.rs"]
mod support;

#[path = "frame/faults.rs"]
mod faults;
#[path = "frame/files.rs"]
mod files;
#[path = "frame/headers.rs"]
mod headers;
#[path = "frame/idempotency.rs"]
mod idempotency;
#[path = "frame/input.rs"]
mod input;

use avalo_mock_server::MockServer;

use crate::support::Api;

/// A server, a way to call it and a token of user 6.
async fn stage() -> (MockServer, Api, String) {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let token = api.sign_in("user6@avalo.test").await;
    (server, api, token)
}
