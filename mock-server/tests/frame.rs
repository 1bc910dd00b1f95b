//! What the server does with every request, whatever its operation.

#[path = "support/api.rs"]
mod support;

use avalo_mock_server::MockServer;

use crate::support::Api;

#[tokio::test]
async fn health_is_answered() {
    let server = MockServer::start().await.expect("a server");
    let answer = Api::new(&server.url()).get("", "/health").await;
    assert_eq!((answer.status, &*answer.body), (200, &br#"{"status":"ok"}"#[..]));
    server.stop().await;
}
