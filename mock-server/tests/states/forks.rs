use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use avalo_mock_server::{Fault, FaultRule, MockServer, Snapshot};
use serde_json::{Value, json};

use crate::{scenario::play, support::Api};

const FORKS: u64 = 50;

/// A world with ten thousand rows and more.
async fn grown() -> MockServer {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let token = api.sign_in("user1@avalo.test").await;
    // A post is a row, the answer that is kept for it another one, and each of five followers has an
    // event in a history of a thousand.
    for _ in 0..2_500 {
        let body = json!({ "content": "A note of a usual length, more or less.", "kind": "text" });
        assert_eq!(api.post(&token, "/v1/posts", body).await.status, 200);
    }
    server.clear_requests();
    server
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_forks_live_fifty_lives() {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let token = api.sign_in("user6@avalo.test").await;
    server.advance(Duration::from_secs(60)).await.expect("time passes");
    let before = api.get(&token, "/v1/feed?limit=50").await.body;
    let ready = server.snapshot().await.expect("a snapshot");

    let mut alone = Vec::new();
    for number in 0..FORKS {
        let server = MockServer::builder().from_snapshot(&ready).start().await.expect("a server");
        alone.push(play(&server, number).await);
    }
    assert_eq!(alone.iter().collect::<BTreeSet<_>>().len() as u64, FORKS, "every life is another one");

    let mut forks = Vec::new();
    for number in 0..FORKS {
        let fork = server.fork().await.expect("a fork");
        forks.push(tokio::spawn(async move { (play(&fork, number).await, fork.invariants().await) }));
    }
    for (number, fork) in forks.into_iter().enumerate() {
        let (lived, invariants) = fork.await.expect("a life");
        assert_eq!(lived, alone[number], "{number}");
        assert!(invariants.expect("invariants").hold());
    }
    let after = api.get(&token, "/v1/feed?limit=50").await.body;
    assert_eq!(before, after, "nobody touched the first world");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fork_goes_on_from_the_present_and_keeps_to_itself() {
    let server = grown().await;
    let mut times = Vec::new();
    let mut forks = Vec::new();
    for _ in 0..10 {
        let began = Instant::now();
        forks.push(server.fork().await.expect("a fork"));
        times.push(began.elapsed());
    }
    times.sort();
    println!("a fork of 10,000 rows: {:?} (median of 10, {:?} at most)", times[5], times[9]);
    let now = server.snapshot().await.expect("a snapshot").now_ms();
    let fork = &forks[0];
    fork.faults([FaultRule::new("*", Fault::Status { status: 503 })]);
    fork.advance(Duration::from_secs(86_400)).await.expect("time passes");
    let api = Api::new(&server.url());
    assert_eq!(api.get("", "/_test/faults").await.json(), json!([]));
    assert_eq!(api.get("", "/_test/clock").await.json()["nowMs"], now);
    let other = Api::new(&forks[1].url());
    assert_eq!(other.get("", "/_test/clock").await.json()["nowMs"], now);
    assert!(server.requests().is_empty() && forks[1].requests().is_empty());
}

#[tokio::test]
async fn forks_are_listed_end_themselves_and_end_with_their_parent() {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let fork = |answer: Value| {
        (
            answer["id"].as_str().unwrap_or_default().to_owned(),
            answer["url"].as_str().unwrap_or_default().to_owned(),
        )
    };
    let answer = api.post("", "/_test/fork", json!({})).await;
    assert_eq!(answer.status, 201, "{answer}");
    let (first, first_url) = fork(answer.json());
    let inner = Api::new(&first_url);
    let (second, second_url) = fork(inner.request("POST", "/_test/fork").send().await.json());
    let listed = api.get("", "/_test/forks").await.json();
    assert_eq!(
        listed["forks"],
        json!([{ "id": first, "url": first_url, "parent": null }, { "id": second, "url": second_url, "parent": first }])
    );
    assert_eq!(inner.get("", "/_test/forks").await.json()["self"], first.as_str());
    assert_eq!(inner.get("", "/_test/forks").await.json()["forks"][0]["id"], second.as_str());

    let third = server.fork().await.expect("a fork");
    assert_eq!(inner.delete("", "/_test/fork").await.json(), json!({ "ended": first }));
    for url in [&first_url, &second_url] {
        gone(url).await;
    }
    assert_eq!(api.get("", "/_test/forks").await.json()["forks"].as_array().map(Vec::len), Some(1));
    assert_eq!(api.delete("", "/_test/fork").await.refusal(), (409, "failed_precondition".into()));
    let url = third.url();
    server.stop().await;
    gone(&url).await;
}

/// Waits until nobody listens any more.
async fn gone(url: &str) {
    let host = url.trim_start_matches("http://");
    for _ in 0..500 {
        if tokio::net::TcpStream::connect(host).await.is_err() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{url} still answers");
}

#[tokio::test]
async fn there_is_an_end_to_forks_and_the_refusal_says_so() {
    let server = MockServer::start().await.expect("a server");
    let mut forks = Vec::new();
    while forks.len() < 256 {
        forks.push(server.fork().await.expect("a fork"));
    }
    let api = Api::new(&server.url());
    let answer = api.post("", "/_test/fork", json!({})).await;
    assert_eq!(answer.refusal(), (422, "above_maximum".into()));
    assert!(answer.json()["detail"].as_str().expect("a detail").contains("DELETE /_test/fork"), "{answer}");
    assert!(server.fork().await.is_err());
    forks.pop().expect("a fork").stop().await;
    assert_eq!(api.post("", "/_test/fork", json!({})).await.status, 201);
}

#[tokio::test]
async fn what_is_no_fork_request_is_refused() {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    for path in ["/_test/fork", "/_test/reset"] {
        let answer = api.post("", path, json!({ "snapshot": "none" })).await;
        assert_eq!(answer.refusal(), (404, "not_found".into()), "{path}");
        assert!(answer.json()["detail"].as_str().expect("a detail").contains("\"none\""), "{answer}");
        assert_eq!(api.post("", path, json!({ "snapshto": "a" })).await.status, 400);
        assert_eq!(api.post("", path, json!({ "snapshot": 3 })).await.status, 400);
        assert_eq!(api.post("", path, json!([])).await.status, 400);
    }
    let long = "x".repeat(65);
    for name in ["", long.as_str(), "a\nb"] {
        assert_eq!(api.post("", "/_test/snapshot", json!({ "name": name })).await.status, 422, "{name:?}");
    }
    for _ in 0..100 {
        assert_eq!(api.post("", "/_test/snapshot", json!({})).await.status, 201);
    }
    let answer = api.post("", "/_test/snapshot", json!({})).await;
    assert_eq!(answer.refusal(), (422, "above_maximum".into()));
}

/// A snapshot of a world in which nothing happened since the last one is that one: it must not be where
/// something did happen, however little.
#[tokio::test]
async fn a_snapshot_is_of_the_present() {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let token = api.sign_in("user1@avalo.test").await;
    let reader = api.sign_in("user6@avalo.test").await;
    let text = |text: &str| json!({ "content": text, "kind": "text" });
    let seen = async |snapshot: &Snapshot| {
        let fork = MockServer::builder().from_snapshot(snapshot).start().await.expect("a server");
        let read = Api::new(&fork.url()).get(&reader, "/v1/feed?limit=1").await;
        (read.json()["posts"][0]["content"].clone(), snapshot.now_ms())
    };
    for _ in 0..2 {
        api.post(&token, "/v1/posts", text("first")).await;
        let first = server.snapshot().await.expect("a snapshot");
        let same = server.snapshot().await.expect("a snapshot");
        assert_eq!(seen(&first).await, seen(&same).await);
        api.post(&token, "/v1/posts", text("second")).await;
        let second = server.snapshot().await.expect("a snapshot");
        assert_eq!(seen(&second).await.0, "second");
        server.advance(Duration::from_secs(1)).await.expect("time passes");
        let later = server.snapshot().await.expect("a snapshot");
        assert_eq!(later.now_ms(), second.now_ms() + 1_000);
        server.reset_to(&first).await.expect("a reset");
        let back = server.snapshot().await.expect("a snapshot");
        assert_eq!(seen(&back).await.0, "first");
    }
}
