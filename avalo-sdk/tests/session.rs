//! One refresh for everyone, and a session that ends for good when it ends.

mod support;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Duration,
};

use avalo_sdk::{
    AvaloSdk, ErrorKind,
    session::{
        SessionEvent,
        store::{MemoryStore, StoreError, TokenStore},
    },
};
use futures_util::future::join_all;
use support::{Log, Reply, Seen, builder, client, json, problem, session, sign_in};
use tokio::time::{Instant, sleep};

const READ: &str = "feed.getFeed";
const WRITE: (&str, &str) = ("feed.unlockPost", r#"{"postId":"p"}"#);

fn refreshes(log: &Log) -> usize {
    log.count("/auth/token/refresh")
}

/// A server whose access tokens are good as long as `valid` names them.
fn rotating(
    valid: &Arc<AtomicU32>,
) -> impl Fn(Seen) -> futures_util::future::BoxFuture<'static, Reply> + use<> {
    let valid = Arc::clone(valid);
    move |seen: Seen| {
        let valid = Arc::clone(&valid);
        Box::pin(async move {
            sleep(Duration::from_millis(20)).await;
            if seen.line.contains("/auth/login") {
                return session(1, 3600);
            }
            if seen.line.contains("/auth/token/refresh") {
                let next = valid.load(Ordering::SeqCst);
                return session(next, 3600);
            }
            let good = format!("Bearer access-{}", valid.load(Ordering::SeqCst));
            if seen.header("authorization") == Some(&good) {
                json(200, "{}")
            } else {
                problem(401, "token_expired")
            }
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_thousand_calls_on_an_expired_token_make_one_refresh() {
    let valid = Arc::new(AtomicU32::new(1));
    let (sdk, log) = client(rotating(&valid));
    sign_in(&sdk).await;
    valid.store(2, Ordering::SeqCst);
    let calls = join_all((0..1_000).map(|number| {
        let sdk = sdk.clone();
        async move { sdk.call_untyped(WRITE.0, WRITE.1, None, Some(format!("key-{number}"))).await }
    }))
    .await;
    assert_eq!(calls.iter().filter(|call| call.is_ok()).count(), 1_000);
    assert_eq!(refreshes(&log), 1);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_before_it_expires_and_the_call_keeps_its_key() {
    let valid = Arc::new(AtomicU32::new(1));
    let (sdk, log) = client(rotating(&valid));
    sign_in(&sdk).await;
    sleep(Duration::from_secs(3600 - 300)).await;
    valid.store(2, Ordering::SeqCst);
    sdk.call_json(READ, "").await.expect("an answer");
    assert_eq!((refreshes(&log), log.count("/v1/feed")), (1, 1));
    // A refusal by the server renews too, and the write goes again under its own key.
    valid.store(3, Ordering::SeqCst);
    sdk.call_json(WRITE.0, WRITE.1).await.expect("an answer");
    let keys: Vec<_> = log
        .all()
        .iter()
        .filter(|seen| seen.line.contains("/unlock"))
        .map(|seen| seen.header("idempotency-key").map(str::to_owned))
        .collect();
    assert_eq!(keys.len(), 2);
    assert!(keys[0].is_some() && keys[0] == keys[1]);
}

#[tokio::test(start_paused = true)]
async fn sign_out_during_a_refresh_never_brings_the_session_back() {
    // The refresh takes 20 ms: every millisecond from before its start to after its end is tried.
    for moment in 0..60 {
        let valid = Arc::new(AtomicU32::new(1));
        let store = Arc::new(MemoryStore::default());
        let (builder, log) = builder(rotating(&valid));
        let sdk = builder.discovery(false).token_store(Shared(Arc::clone(&store))).build().expect("a client");
        sign_in(&sdk).await;
        valid.store(2, Ordering::SeqCst);
        let call = tokio::spawn({
            let sdk = sdk.clone();
            async move { sdk.call_json(WRITE.0, WRITE.1).await }
        });
        sleep(Duration::from_millis(moment)).await;
        sdk.sign_out().await;
        let _ = call.await.expect("a task");
        sleep(Duration::from_secs(1)).await;
        assert_eq!(sdk.user_id(), None, "back after a sign-out at {moment} ms");
        assert_eq!(store.load().await.expect("a store"), None, "stored after a sign-out at {moment} ms");
        log.clear();
        let error = sdk.call_json(READ, "").await.expect_err("nobody");
        assert_eq!((error.kind(), log.len()), (ErrorKind::Unauthenticated, 0));
    }
}

#[tokio::test(start_paused = true)]
async fn what_a_dropped_call_did_not_store_the_next_one_stores() {
    let store = Arc::new(MemoryStore::default());
    let (builder, _) = builder(rotating(&Arc::new(AtomicU32::new(1))));
    let sdk = builder.discovery(false).token_store(Shared(Arc::clone(&store))).build().expect("a client");
    // The answer comes after 20 ms, and storing it takes 7 ms more.
    tokio::time::timeout(Duration::from_millis(23), sign_in(&sdk)).await.expect_err("dropped");
    assert_eq!(store.load().await.expect("a store"), None);
    assert!(sdk.user_id().is_some());
    sdk.call_json(READ, "").await.expect("an answer");
    assert!(store.load().await.expect("a store").is_some());
}

struct Shared(Arc<MemoryStore>);

impl TokenStore for Shared {
    fn load(&self) -> avalo_sdk::platform::BoxFuture<Result<Option<String>, StoreError>> {
        self.0.load()
    }
    fn save(&self, session: String) -> avalo_sdk::platform::BoxFuture<Result<(), StoreError>> {
        // Slow, so that a save and a clear could overtake each other.
        let saving = Arc::clone(&self.0);
        Box::pin(async move {
            sleep(Duration::from_millis(7)).await;
            saving.save(session).await
        })
    }
    fn clear(&self) -> avalo_sdk::platform::BoxFuture<Result<(), StoreError>> {
        self.0.clear()
    }
}

#[tokio::test(start_paused = true)]
async fn a_refresh_that_is_refused_ends_the_session_once() {
    let events = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&events);
    let (builder, log) = builder(|seen: Seen| async move {
        if seen.line.contains("/auth/login") {
            return session(1, 3600);
        }
        let refresh = seen.line.contains("/token/refresh");
        problem(401, if refresh { "token_reused" } else { "token_expired" })
    });
    let sdk = builder
        .discovery(false)
        .on_session(move |event| heard.lock().expect("events").push(event))
        .build()
        .expect("a client");
    sign_in(&sdk).await;
    let calls = join_all((0..50).map(|_| sdk.call_json(WRITE.0, WRITE.1))).await;
    assert!(
        calls
            .iter()
            .all(|call| call.as_ref().err().map(|error| error.kind()) == Some(ErrorKind::Unauthenticated))
    );
    assert_eq!(refreshes(&log), 1);
    let events = events.lock().expect("events").clone();
    assert!(
        matches!(events.as_slice(), [SessionEvent::SignedIn(_), SessionEvent::Ended(Some(_))]),
        "{events:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn an_outage_costs_few_refreshes_and_keeps_the_session() {
    let down = Arc::new(AtomicBool::new(false));
    let state = Arc::clone(&down);
    let (sdk, log) = client(move |seen: Seen| {
        let down = state.load(Ordering::SeqCst);
        async move {
            match (seen.line.contains("/auth/"), down) {
                (true, false) => session(1, 3600),
                (true, true) => problem(503, "unavailable"),
                (false, _) => json(200, "{}"),
            }
        }
    });
    sign_in(&sdk).await;
    sleep(Duration::from_secs(4000)).await;
    down.store(true, Ordering::SeqCst);
    let start = Instant::now();
    let mut flights = std::collections::HashSet::new();
    while start.elapsed() < Duration::from_secs(60) {
        sdk.call_json(READ, "").await.expect_err("no token to be had");
        sleep(Duration::from_millis(500)).await;
    }
    flights.extend(
        log.all()
            .iter()
            .filter(|seen| seen.line.contains("/token/refresh"))
            .map(|seen| seen.header("idempotency-key").map(str::to_owned)),
    );
    assert!(flights.len() <= 2, "{} refreshes in a minute", flights.len());
    down.store(false, Ordering::SeqCst);
    sleep(Duration::from_secs(31)).await;
    sdk.call_json(READ, "").await.expect("the session was kept");
}

/// A server and a store in which an earlier run of the program left its session.
async fn signed_in_before() -> (Arc<AtomicU32>, Arc<MemoryStore>) {
    let valid = Arc::new(AtomicU32::new(1));
    let store = Arc::new(MemoryStore::default());
    let (first, _) = builder(rotating(&valid));
    let first = first.discovery(false).token_store(Shared(Arc::clone(&store))).build().expect("a client");
    sign_in(&first).await;
    (valid, store)
}

#[tokio::test(start_paused = true)]
async fn a_stored_session_is_used_and_a_store_that_hangs_is_not_waited_for() {
    let (valid, store) = signed_in_before().await;
    let (second, log) = builder(rotating(&valid));
    let second = second.discovery(false).token_store(Shared(store)).build().expect("a client");
    second.call_json(READ, "").await.expect("the stored session");
    assert_eq!(log.len(), 1);

    let (third, _) = builder(rotating(&valid));
    let third = third.discovery(false).token_store(Hanging).build().expect("a client");
    let start = Instant::now();
    sign_in(&third).await;
    third.call_json(READ, "").await.expect("a session in memory");
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

struct Hanging;

impl TokenStore for Hanging {
    fn load(&self) -> avalo_sdk::platform::BoxFuture<Result<Option<String>, StoreError>> {
        Box::pin(std::future::pending())
    }
    fn save(&self, _: String) -> avalo_sdk::platform::BoxFuture<Result<(), StoreError>> {
        Box::pin(std::future::pending())
    }
    fn clear(&self) -> avalo_sdk::platform::BoxFuture<Result<(), StoreError>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test(start_paused = true)]
async fn without_a_session_nothing_is_sent() {
    let (sdk, log) = client(|_: Seen| async { json(200, "{}") });
    let error = sdk.call_json(READ, "").await.expect_err("nobody");
    assert_eq!((error.kind(), log.len()), (ErrorKind::Unauthenticated, 0));
    assert!(error.to_string().contains("auth.login"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn secrets_show_up_nowhere() {
    let (sdk, log) = client(|seen: Seen| async move {
        if seen.line.contains("/auth/login") { session(1, 3600) } else { problem(404, "not_found") }
    });
    sign_in(&sdk).await;
    let error = sdk.call_json(READ, r#"{"cursor":"canary-cursor"}"#).await.expect_err("not found");
    let login = avalo_sdk::api::auth::Login {
        email: "a@b.c".into(),
        password: "canary-password".into(),
        ..Default::default()
    };
    let said = format!("{sdk:?} {error:?} {error} {login:?} {:?}", error.trail());
    for secret in ["access-1", "refresh-1", "canary-password", "canary-cursor", "Password1"] {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
    for seen in log.all() {
        assert!(!seen.line.contains("access-1") && !seen.line.contains("Password1"), "{}", seen.line);
    }
    is_shareable(&sdk);
}

fn is_shareable<T: Send + Sync + 'static>(_: &T) -> &'static str {
    std::any::type_name::<AvaloSdk>()
}

/// A store that cannot be read at first.
struct Flaky(Arc<MemoryStore>, AtomicBool);

impl TokenStore for Flaky {
    fn load(&self) -> avalo_sdk::platform::BoxFuture<Result<Option<String>, StoreError>> {
        if self.1.swap(false, Ordering::SeqCst) {
            return Box::pin(async { Err(StoreError("the keychain is locked".into())) });
        }
        self.0.load()
    }
    fn save(&self, session: String) -> avalo_sdk::platform::BoxFuture<Result<(), StoreError>> {
        self.0.save(session)
    }
    fn clear(&self) -> avalo_sdk::platform::BoxFuture<Result<(), StoreError>> {
        self.0.clear()
    }
}

#[tokio::test(start_paused = true)]
async fn a_store_that_fails_says_so_and_is_asked_again() {
    let (valid, store) = signed_in_before().await;
    let (second, log) = builder(rotating(&valid));
    let flaky = Flaky(store, AtomicBool::new(true));
    let second = second.discovery(false).token_store(flaky).build().expect("a client");
    let error = second.call_json(READ, "").await.expect_err("nobody is known yet");
    assert_eq!((error.kind(), log.len()), (ErrorKind::Unauthenticated, 0));
    assert!(error.to_string().contains("the keychain is locked"), "{error}");
    assert_eq!(second.user_id(), None);
    assert!(second.restore().await.is_some(), "the store works again");
    second.call_json(READ, "").await.expect("the stored session");
}

#[tokio::test(start_paused = true)]
async fn a_sign_out_that_is_dropped_is_told_all_the_same() {
    let events = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&events);
    let (builder, _) = builder(|seen: Seen| async move {
        if seen.line.contains("/auth/login") { session(1, 3600) } else { json(200, "null") }
    });
    let sdk = builder
        .discovery(false)
        .token_store(Hanging)
        .on_session(move |event| heard.lock().expect("events").push(event))
        .build()
        .expect("a client");
    sign_in(&sdk).await;
    // Two seconds for the store that did not take the sign-in; then the sign-out, and the store again.
    let cut = tokio::time::timeout(Duration::from_secs(3), sdk.call_json("auth.logout", "")).await;
    assert!(cut.is_err(), "it hangs in the store");
    assert_eq!(sdk.user_id(), None);
    assert_eq!(events.lock().expect("events").last(), Some(&SessionEvent::SignedOut));
}
