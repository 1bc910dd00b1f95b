use std::time::Duration;

use avalo_mock_server::MockServer;

use crate::{stage, support::Api};

#[tokio::test]
async fn health_is_answered_and_the_date_is_the_virtual_one() {
    let (server, api, _) = stage().await;
    let answer = api.get("", "/health").await;
    assert_eq!((answer.status, &*answer.body), (200, &br#"{"status":"ok"}"#[..]));
    assert_eq!(answer.header("date"), "Thu, 01 Jan 2026 00:00:00 GMT");
    server.advance(Duration::from_secs(31 * 24 * 3_600)).await.expect("a month");
    assert_eq!(api.get("", "/health").await.header("date"), "Sun, 01 Feb 2026 00:00:00 GMT");
    server.stop().await;
}

#[tokio::test]
async fn the_contract_is_served_as_it_is_in_the_repository() {
    let (_server, api, _) = stage().await;
    let answer = api.get("", "/openapi.json").await;
    assert_eq!(&*answer.body, &include_bytes!("../../../docs/openapi.json")[..]);
    assert_eq!(answer.header("content-type"), "application/json");
    let page = api.get("", "/docs").await;
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    let page = page.to_string();
    assert!(!page.contains("https://") && !page.contains("http://"), "nothing from elsewhere");
}

#[tokio::test]
async fn discovery_is_cached_by_its_tag() {
    let (server, api, _) = stage().await;
    let path = "/.well-known/avalo-config.json";
    let answer = api.get("", path).await;
    assert_eq!(answer.json()["apiEndpoint"], server.url());
    assert_eq!(answer.header("cache-control"), "public, max-age=300");
    let again = api.request("GET", path).header("if-none-match", answer.header("etag")).send().await;
    assert_eq!((again.status, again.body.len()), (304, 0));
}

#[tokio::test]
async fn pages_of_this_machine_may_call_and_others_may_not() {
    let (_server, api, token) = stage().await;
    for (origin, allowed) in [
        ("http://localhost:3000", true),
        ("http://127.0.0.1:8080", true),
        ("http://[::1]:8080", true),
        ("https://evil.example", false),
        ("http://localhost.evil.example", false),
        ("null", false),
    ] {
        let answer = api.request("GET", "/v1/auth/me").token(&token).header("origin", origin).send().await;
        let expected = if allowed { origin } else { "" };
        assert_eq!(answer.header("access-control-allow-origin"), expected, "{origin}");
        let ask = api.request("OPTIONS", "/v1/chats").header("origin", origin);
        let preflight = ask.header("access-control-request-method", "POST").send().await;
        assert_eq!(preflight.status == 204, allowed, "{origin}: {preflight}");
    }
}

#[tokio::test]
async fn tests_may_control_only_a_server_that_was_started_for_them() {
    let server = MockServer::builder().test_controls(false).start().await.expect("a server");
    let api = Api::new(&server.url());
    for path in ["/_test/requests", "/_test/clock", "/_test/invariants", "/_test/outbox"] {
        assert_eq!(api.get("", path).await.refusal(), (404, "not_found".into()), "{path}");
    }
}

#[tokio::test]
async fn every_control_is_reachable_over_http() {
    let (_server, api, token) = stage().await;
    let fault =
        serde_json::json!([{ "route": "auth.getCurrentUser", "fault": { "kind": "status", "status": 503 } }]);
    assert_eq!(api.post("", "/_test/faults", fault).await.json()["rules"], 1);
    assert_eq!(api.get(&token, "/v1/auth/me").await.refusal(), (503, "unavailable".into()));
    assert_eq!(api.post("", "/_test/faults", serde_json::json!([])).await.json()["rules"], 0);
    let wrong = api
        .post("", "/_test/faults", serde_json::json!([{ "route": "*", "fault": { "kind": "magic" } }]))
        .await;
    assert_eq!(wrong.refusal(), (400, "invalid_request".into()), "{wrong}");

    let requests = api.get("", "/_test/requests").await.json();
    let seen = requests["requests"].as_array().expect("requests");
    assert_eq!(
        seen.last().map(|last| (&last["operation"], &last["fault"])),
        Some((&"auth.getCurrentUser".into(), &"status".into()))
    );
    assert!(!requests.to_string().contains(&token), "no token is kept");
    assert_eq!(api.delete("", "/_test/requests").await.status, 200);
    assert_eq!(api.get("", "/_test/requests").await.json()["requests"], serde_json::json!([]));

    let before = api.get("", "/_test/clock").await.json()["nowMs"].as_i64().expect("a time");
    let after = api.post("", "/_test/clock", serde_json::json!({ "advanceMs": 1_000 })).await.json()["nowMs"]
        .as_i64();
    assert_eq!(after, Some(before + 1_000));
    assert_eq!(api.post("", "/_test/clock", serde_json::json!({ "advanceMs": -1 })).await.status, 422);
    assert_eq!(api.get("", "/_test/invariants").await.json()["ledgerSum"], 0);
    assert_eq!(api.get("", "/_test/streams").await.json()["open"], 0);
    assert_eq!(api.delete("", "/_test/streams").await.json()["closed"], 0);
    assert_eq!(api.delete("", "/_test/events").await.status, 200);
    assert_eq!(api.get("", "/_test/outbox").await.json()["mails"], serde_json::json!([]));
    assert_eq!(api.get("", "/_test/totp/GEZDGNBV").await.json()["code"].as_str().map(str::len), Some(6));
}
