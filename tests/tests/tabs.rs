//! Several clients with one stored session, as the tabs of a browser have it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use avalo_mock_server::MockServer;
use avalo_sdk::{
    AvaloSdk, Error,
    api::auth::GetCurrentUser,
    platform::BoxFuture,
    session::store::{MemoryStore, StoreError, TokenStore},
};
use avalo_tests::{builder, log_in, server, sign_in};
use futures_util::future::join_all;

const HOURS: Duration = Duration::from_secs(2 * 3600);

/// The store of all tabs. One that is `full` keeps what it has and says so.
#[derive(Clone, Default)]
struct Shared {
    store: Arc<MemoryStore>,
    full: Arc<AtomicBool>,
}

impl TokenStore for Shared {
    fn load(&self) -> BoxFuture<Result<Option<String>, StoreError>> {
        self.store.load()
    }

    fn save(&self, session: String) -> BoxFuture<Result<(), StoreError>> {
        if self.full.load(Ordering::SeqCst) {
            return Box::pin(async { Err(StoreError("it is full".into())) });
        }
        self.store.save(session)
    }

    fn clear(&self) -> BoxFuture<Result<(), StoreError>> {
        self.store.clear()
    }
}

fn tab(server: &MockServer, store: &Shared) -> AvaloSdk {
    builder(server).token_store(store.clone()).build().expect("a client")
}

async fn look(sdk: &AvaloSdk) -> Result<(), Error> {
    // A write came between, as far as the cache is concerned: it travels.
    sdk.auth().get_current_user(GetCurrentUser {}).timeout(Duration::from_secs(60)).await.map(drop)
}

#[tokio::test]
async fn five_tabs_stay_signed_in_through_a_hundred_expiries() {
    let server = server().await;
    let store = Shared::default();
    let tabs: Vec<_> = (0..5).map(|_| tab(&server, &store)).collect();
    log_in(&tabs[0], 1).await;
    for tab in &tabs {
        look(tab).await.expect("the stored session");
    }
    for round in 0..100_u32 {
        server.advance(HOURS).await.expect("time passes");
        // Who is awake: never nobody, and everyone for some rounds and asleep for others.
        let awake: Vec<_> = (0..5).filter(|tab| *tab == round % 5 || (round / 7) % (tab + 2) == 0).collect();
        let before = server.count("auth.refreshToken");
        let looks = join_all(awake.iter().map(|tab| look(&tabs[*tab as usize]))).await;
        for (tab, seen) in awake.iter().zip(looks) {
            seen.unwrap_or_else(|error| panic!("round {round}, tab {tab}: {error}"));
        }
        let refreshes = server.count("auth.refreshToken") - before;
        assert!((1..=awake.len()).contains(&refreshes), "round {round}: {refreshes} refreshes");
    }
    for tab in &tabs {
        look(tab).await.expect("still signed in");
        assert!(tab.user_id().is_some());
    }
}

#[tokio::test]
async fn a_tab_that_slept_goes_on_with_what_another_left_and_sends_no_refresh() {
    let server = server().await;
    let store = Shared::default();
    let (awake, asleep) = (tab(&server, &store), tab(&server, &store));
    log_in(&awake, 1).await;
    look(&asleep).await.expect("the stored session");
    for _ in 0..3 {
        server.advance(HOURS).await.expect("time passes");
        look(&awake).await.expect("renewed");
    }
    assert_eq!(server.count("auth.refreshToken"), 3);
    look(&asleep).await.expect("with the tokens of the other");
    assert_eq!(server.count("auth.refreshToken"), 3);
    // What the other left has expired as well: then a refresh follows, of the newest token.
    server.advance(HOURS).await.expect("time passes");
    look(&awake).await.expect("renewed");
    server.advance(HOURS).await.expect("time passes");
    look(&asleep).await.expect("renewed");
    assert_eq!(server.count("auth.refreshToken"), 5);
}

#[tokio::test]
async fn a_store_that_missed_a_refresh_takes_nobody_back_to_what_it_holds() {
    let server = server().await;
    let store = Shared::default();
    let sdk = tab(&server, &store);
    log_in(&sdk, 1).await;
    store.full.store(true, Ordering::SeqCst);
    for _ in 0..3 {
        server.advance(HOURS).await.expect("time passes");
        look(&sdk).await.expect("renewed, in memory");
    }
    assert_eq!(server.count("auth.refreshToken"), 3);
}

#[tokio::test]
async fn a_store_that_was_emptied_or_holds_someone_else_changes_nothing() {
    let server = server().await;
    let store = Shared::default();
    let sdk = tab(&server, &store);
    log_in(&sdk, 1).await;
    let other = sign_in(&server, 2).await;
    store.clear().await.expect("emptied");
    server.advance(HOURS).await.expect("time passes");
    look(&sdk).await.expect("renewed");
    let text = store.load().await.expect("a store").expect("written again");
    for foreign in [
        text.replace(sdk.user_id().expect("a user").as_str(), other.user_id().expect("a user").as_str()),
        "{".into(),
    ] {
        store.save(foreign).await.expect("overwritten");
        server.advance(HOURS).await.expect("time passes");
        look(&sdk).await.expect("renewed");
    }
    assert_eq!(server.count("auth.refreshToken"), 3);
}
