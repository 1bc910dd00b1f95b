use std::time::Duration;

use avalo_mock_server::{Fault, FaultRule, MockServer};
use serde_json::json;
use tokio::io::AsyncReadExt;

use crate::{scenario::play, support::Api};

#[tokio::test]
async fn a_reset_brings_everything_back_and_the_same_requests_give_the_same_bytes() {
    let server = MockServer::start().await.expect("a server");
    let first = play(&server, 3).await;
    server.faults([FaultRule::new("*", Fault::Status { status: 503 })]);
    server.reset().await.expect("a reset");
    assert!(server.requests().is_empty());
    assert_eq!(play(&server, 3).await, first);
    server.reset().await.expect("a reset");
    assert_eq!(play(&server, 3).await, first);
    assert_ne!(play(&server, 3).await, first, "without one, life goes on");
}

#[tokio::test]
async fn a_snapshot_is_gone_back_to_with_its_clock_keys_and_plan() {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let token = api.sign_in("user6@avalo.test").await;
    let tip = json!({ "recipientId": "usr_1", "amount": 50 });
    let send = || api.request("POST", "/v1/payments/tips").token(&token).key("one").json(&tip).send();
    assert_eq!(send().await.status, 200);
    server.faults([FaultRule::new("payments.getWallet", Fault::Status { status: 503 }).nth(2)]);
    assert_eq!(api.get(&token, "/v1/wallet").await.json()["balance"], 950);

    let answer = api.post("", "/_test/snapshot", json!({ "name": "paid once" })).await;
    assert_eq!((answer.status, &answer.json()["id"]), (201, &json!("paid once")));
    let again = api.post("", "/_test/snapshot", json!({ "name": "paid once" })).await;
    assert_eq!(again.refusal(), (409, "already_exists".into()));

    for _ in 0..3 {
        server.advance(Duration::from_secs(30 * 86_400)).await.expect("time passes");
        server.faults([]);
        let back = api.post("", "/_test/reset", json!({ "snapshot": "paid once" })).await;
        assert_eq!(back.status, 200, "{back}");
        assert_eq!(api.get("", "/_test/clock").await.json()["nowMs"], answer.json()["nowMs"]);
        assert_eq!(send().await.header("idempotent-replayed"), "true");
        assert_eq!(api.get(&token, "/v1/wallet").await.status, 503, "the second that the line counts");
        assert_eq!(api.get(&token, "/v1/wallet").await.json()["balance"], 950);
    }
    assert_eq!(api.post("", "/_test/reset", json!({})).await.status, 200);
    assert_eq!(api.get(&token, "/v1/wallet").await.status, 401, "nobody had signed in at the beginning");
}

#[tokio::test]
async fn a_stream_that_comes_back_after_a_reset_is_told_to_read_anew() {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let token = api.sign_in("user6@avalo.test").await;
    let ready = server.snapshot().await.expect("a snapshot");
    let mut stream = api.request("GET", "/v1/events").token(&token).open().await;
    let mut said = vec![0; 4_096];
    let mut text = String::new();
    while !text.contains("id: ") {
        let size = stream.read(&mut said).await.expect("the stream is open");
        text.push_str(&String::from_utf8_lossy(&said[..size]));
    }
    let last = text.split("id: ").nth(1).and_then(|rest| rest.lines().next()).expect("an id").to_owned();
    server.reset_to(&ready).await.expect("a reset");
    while stream.read(&mut said).await.expect("the stream ends well") > 0 {}
    let request = api.request("GET", "/v1/events").token(&token).header("last-event-id", &last);
    let mut stream = request.open().await;
    let mut text = String::new();
    while !text.contains("resync") && !text.contains("Resync") {
        let size = stream.read(&mut said).await.expect("the stream is open");
        assert!(size > 0, "{text}");
        text.push_str(&String::from_utf8_lossy(&said[..size]));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_under_way_are_carried_out_before_or_after() {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let token = api.sign_in("user6@avalo.test").await;
    let ready = server.snapshot().await.expect("a snapshot");
    let url = server.url();
    let tippers: Vec<_> = (0..4)
        .map(|lane| {
            let (url, token) = (url.clone(), token.clone());
            tokio::spawn(async move {
                let api = Api::new(&url);
                for number in 0..50 {
                    let tip = json!({ "recipientId": "usr_1", "amount": 10 });
                    let request = api.request("POST", "/v1/payments/tips").token(&token).json(&tip);
                    let status = request.key(&format!("{lane}-{number}")).send().await.status;
                    assert!([200, 402].contains(&status), "{status}");
                }
            })
        })
        .collect();
    for _ in 0..20 {
        server.reset_to(&ready).await.expect("a reset");
        assert!(server.invariants().await.expect("invariants").hold());
    }
    for tipper in tippers {
        tipper.await.expect("tips");
    }
    server.reset_to(&ready).await.expect("a reset");
    assert_eq!(api.get(&token, "/v1/wallet").await.json()["balance"], 1_000);
    assert_eq!(server.requests().len(), 1, "the journal is that of this world");
}

#[tokio::test]
async fn a_world_in_a_file_is_put_back_in_it_and_forked_into_memory() {
    let folder = std::env::temp_dir().join(format!("avalo-states-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("world.db");
    let begin = || MockServer::builder().data(&file);
    let server = begin().start().await.expect("a server");
    let beginning = server.snapshot().await.expect("a snapshot");
    let lived = play(&server, 2).await;
    let fork = server.fork().await.expect("a fork");
    assert_eq!(fork.invariants().await, server.invariants().await);
    play(&fork, 1).await;
    server.reset_to(&beginning).await.expect("a reset");
    assert_eq!(play(&server, 2).await, lived);
    let after = server.invariants().await.expect("invariants");
    server.reset().await.expect("a reset");
    play(&server, 2).await;
    server.stop().await;

    let server = begin().start().await.expect("the file is sound");
    assert_eq!(server.invariants().await.expect("invariants"), after);
    server.stop().await;
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}
