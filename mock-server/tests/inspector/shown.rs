use avalo_mock_server::{Fault, FaultRule, MockServer};
use serde_json::{Value, json};
use tokio::io::AsyncReadExt;

use crate::support::Api;

async fn stage() -> (MockServer, Api, String) {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let token = api.sign_in("user6@avalo.test").await;
    (server, api, token)
}

async fn list(api: &Api, query: &str) -> Vec<Value> {
    let answer = api.get("", &format!("/_test/requests{query}")).await;
    answer.json()["requests"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
}

#[tokio::test]
async fn a_request_is_shown_with_its_bodies_effects_and_fault() {
    let (server, api, token) = stage().await;
    server.faults([FaultRule::new("payments.sendTip", Fault::SlowAnswer { ms: 1 }).nth(1)]);
    api.post(&token, "/v1/payments/tips", json!({ "recipientId": "usr_1", "amount": 50 })).await;
    let shown = list(&api, "?operation=payments.sendTip").await.remove(0);
    assert_eq!(shown["request"], json!({ "recipientId": "usr_1", "amount": 50 }));
    assert_eq!((&shown["response"]["balance"], &shown["fault"]), (&json!(950), &json!("slow_answer")));
    assert_eq!(shown["rule"]["nth"], 1);
    assert!(shown["durationMs"].as_f64().expect("a time") > 0.0);
    let change = |table: &str| {
        let all = shown["changes"].as_array().expect("changes");
        all.iter().find(|change| change["table"] == table).cloned().unwrap_or_default()
    };
    assert_eq!(change("postings"), json!({ "table": "postings", "inserted": 1, "updated": 0, "deleted": 0 }));
    assert_eq!(change("entries")["inserted"], 3);
    assert_eq!(change("idempotency"), Value::Null, "that is machinery");
    let events = shown["events"].as_array().expect("events");
    assert!(events.contains(&json!({ "userId": "usr_1", "kind": "wallet_update" })), "{events:?}");
}

#[tokio::test]
async fn what_is_refused_or_read_changes_nothing() {
    let (_server, api, token) = stage().await;
    api.post(&token, "/v1/payments/tips", json!({ "recipientId": "usr_1", "amount": 5_000 })).await;
    api.get(&token, "/v1/feed?limit=2").await;
    let shown = list(&api, "?since=0").await;
    let [.., refused, read] = shown.as_slice() else { panic!("{shown:?}") };
    assert_eq!((&refused["changes"], &refused["status"]), (&json!([]), &json!(402)));
    assert_eq!(refused["response"]["code"], "insufficient_balance");
    assert_eq!((&read["changes"], &read["query"]), (&json!([]), &json!("limit=2")));
}

#[tokio::test]
async fn requests_are_chosen_by_operation_status_time_and_number() {
    let (server, api, token) = stage().await;
    for _ in 0..3 {
        api.get(&token, "/v1/wallet").await;
    }
    api.get(&token, "/v1/profiles/nobody").await;
    let all = server.requests();
    assert_eq!(list(&api, "").await.len(), 5);
    assert_eq!(list(&api, "?operation=payments.getWallet").await.len(), 3);
    assert_eq!(list(&api, "?operation=payments.getWallet&limit=1").await[0]["requestId"], all[3].request_id);
    assert_eq!(list(&api, "?status=404").await.len(), 1);
    assert_eq!(list(&api, "?status=2xx").await.len(), 4);
    assert_eq!(list(&api, &format!("?since={}", all[3].now_ms)).await.len(), 2);
    assert_eq!(list(&api, &format!("?id={}", all[1].request_id)).await.len(), 1);
    assert!(list(&api, "?bodies=false").await[0].get("response").is_none());
    for wrong in ["status=abc", "status=6xx", "limit=0", "limit=-1", "since=soon", "bodies=1", "colour=red"] {
        let answer = api.get("", &format!("/_test/requests?{wrong}")).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{wrong}");
    }
}

#[tokio::test]
async fn an_archive_has_what_har_asks_for() {
    let (_server, api, token) = stage().await;
    api.get(&token, "/v1/feed?limit=2").await;
    let archive = api.get("", "/_test/requests.har").await.json();
    let log = &archive["log"];
    assert_eq!(log["version"], "1.2");
    assert!(log["creator"]["name"].is_string() && log["creator"]["version"].is_string());
    let entries = log["entries"].as_array().expect("entries");
    assert_eq!(entries.len(), 2);
    for entry in entries {
        assert!(entry["startedDateTime"].as_str().expect("a moment").starts_with("2026-01-01T"), "{entry}");
        for (part, fields) in [
            (
                "request",
                &[
                    "method",
                    "url",
                    "httpVersion",
                    "cookies",
                    "headers",
                    "queryString",
                    "headersSize",
                    "bodySize",
                ][..],
            ),
            (
                "response",
                &[
                    "status",
                    "statusText",
                    "httpVersion",
                    "cookies",
                    "headers",
                    "content",
                    "redirectURL",
                    "headersSize",
                    "bodySize",
                ],
            ),
            ("timings", &["send", "wait", "receive"]),
        ] {
            for field in fields {
                assert!(entry[part].get(field).is_some(), "{part}.{field} is missing: {entry}");
            }
        }
        assert!(entry["time"].is_number() && entry["cache"].is_object());
    }
    assert_eq!(entries[1]["request"]["queryString"], json!([{ "name": "limit", "value": "2" }]));
}

#[tokio::test]
async fn the_page_is_one_piece_and_loads_nothing() {
    let (_server, api, _token) = stage().await;
    let answer = api.get("", "/_test").await;
    assert!(answer.header("content-type").starts_with("text/html"));
    assert!(answer.header("content-security-policy").contains("default-src 'none'"));
    let page = String::from_utf8(answer.body).expect("text");
    for outside in ["src=\"http", "href=\"http", "url(", "@import", "import("] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[tokio::test]
async fn a_tail_ends_with_its_server_and_says_when_all_is_forgotten() {
    let (server, api, token) = stage().await;
    let mut tail = api.request("GET", "/_test/requests/live").open().await;
    let (mut said, mut piece) = (String::new(), vec![0; 16_384]);
    let mut began = false;
    while !said.contains("event: forgotten") {
        let size = tail.read(&mut piece).await.expect("the tail is open");
        said.push_str(&String::from_utf8_lossy(&piece[..size]));
        if !began && said.contains(": open") {
            began = true;
            api.get(&token, "/v1/wallet").await;
            server.reset().await.expect("a reset");
        }
    }
    assert!(said.contains("payments.getWallet"), "{said}");
    server.stop().await;
    while tail.read(&mut piece).await.is_ok_and(|size| size > 0) {}
}

#[tokio::test]
async fn looking_changes_nothing_that_a_client_sees() {
    let (one, first, _) = stage().await;
    let (two, second, _) = stage().await;
    for path in ["/_test/requests", "/_test/clock", "/_test/invariants", "/_test/forks", "/_test"] {
        first.get("", path).await;
    }
    let nobody = |api: Api| async move { api.get("", "/v1/wallet").await };
    assert_eq!(nobody(first).await, nobody(second).await, "request ids and time are the same");
    drop((one, two));
}
