//! A few requests of a scenario's own, and every byte that came of them.

use std::time::Duration;

use avalo_mock_server::MockServer;
use serde_json::json;

use crate::support::{Answer, Api};

/// Everything of an answer that a client could see.
fn written(answer: &Answer) -> String {
    let mut headers: Vec<_> = answer.headers.iter().collect();
    headers.sort();
    format!("{} {headers:?} {}", answer.status, String::from_utf8_lossy(&answer.body))
}

/// Writes, reads and moves the clock in a way that differs from number to number.
pub(crate) async fn play(server: &MockServer, number: u64) -> Vec<String> {
    let api = Api::new(&server.url()).counting_from(1_000 * (number + 1));
    let mut lines = Vec::new();
    let token = api.sign_in(&format!("user{}@avalo.test", 6 + number % 5)).await;
    for step in 0..=number % 4 {
        let body = json!({ "content": format!("Scenario {number}, step {step}"), "kind": "text" });
        lines.push(written(&api.post(&token, "/v1/posts", body).await));
        let tip = json!({ "recipientId": format!("usr_{}", 1 + step), "amount": 20 + number });
        lines.push(written(&api.post(&token, "/v1/payments/tips", tip).await));
        server.advance(Duration::from_secs(3_600 * (1 + number))).await.expect("time passes");
        let token = api.sign_in(&format!("user{}@avalo.test", 6 + number % 5)).await;
        lines.push(written(&api.get(&token, "/v1/wallet").await));
        lines.push(written(&api.get(&token, "/v1/feed?limit=3").await));
    }
    lines.push(format!("{:?}", server.invariants().await.expect("invariants")));
    lines
}
