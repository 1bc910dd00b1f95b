//! What must hold in whatever order things happen: steps are chosen by a seeded dice, so that a
//! failure names the seed that shows it again.

mod support;

use std::{
    future::Future,
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    task::{Context, Poll, Waker},
};

use avalo_sdk::{
    AvaloSdk, ErrorKind,
    platform::BoxFuture,
    session::store::{MemoryStore, StoreError, TokenStore},
    transport::{Request, memory::MemoryTransport},
};
use support::{json, problem, session, sign_in};

/// A small generator of random numbers.
#[derive(Clone, Debug)]
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Lets others go first, so many times.
async fn linger(times: usize) {
    for _ in 0..times {
        let mut yielded = false;
        std::future::poll_fn(|_| {
            if std::mem::replace(&mut yielded, true) { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

/// Polls all of `tasks` to their end, the next one always chosen by chance.
fn run(mut tasks: Vec<Pin<Box<dyn Future<Output = ()> + Send + '_>>>, dice: &mut Dice) {
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..100_000 {
        if tasks.is_empty() {
            return;
        }
        let chosen = dice.roll(tasks.len());
        if tasks[chosen].as_mut().poll(&mut context).is_ready() {
            drop(tasks.swap_remove(chosen));
        }
    }
    panic!("{} tasks never end", tasks.len());
}

/// A store whose writes take a while, so that a save and a clear could overtake each other.
struct Slow(Arc<MemoryStore>, Mutex<Dice>);

impl Slow {
    fn later<T: Send + 'static>(&self, work: BoxFuture<T>) -> BoxFuture<T> {
        let times = self.1.lock().expect("dice").roll(5);
        Box::pin(async move {
            linger(times).await;
            work.await
        })
    }
}

impl TokenStore for Slow {
    fn load(&self) -> BoxFuture<Result<Option<String>, StoreError>> {
        self.later(self.0.load())
    }
    fn save(&self, session: String) -> BoxFuture<Result<(), StoreError>> {
        let store = Arc::clone(&self.0);
        self.later(Box::pin(async move { store.save(session).await }))
    }
    fn clear(&self) -> BoxFuture<Result<(), StoreError>> {
        let store = Arc::clone(&self.0);
        self.later(Box::pin(async move { store.clear().await }))
    }
}

/// A client of a server that takes tokens from `valid` on only, and of which every refresh gives a
/// newer one. Both take a while.
fn client(seed: u64, valid: &Arc<AtomicU32>, store: &Arc<MemoryStore>) -> AvaloSdk {
    let valid = Arc::clone(valid);
    let dice = Mutex::new(Dice(seed));
    let transport = MemoryTransport::new(move |request: Request| {
        let (valid, times) = (Arc::clone(&valid), dice.lock().expect("dice").roll(8));
        async move {
            linger(times).await;
            let token = request.headers.iter().find(|(name, _)| *name == "authorization");
            let token = token.map(|(_, value)| value.trim_start_matches("Bearer access-").to_owned());
            let number = valid.load(Ordering::SeqCst);
            match token {
                None if request.url.contains("/token/refresh") => session(number, 3_600),
                None => session(1, 3_600),
                Some(token) if token == number.to_string() => json(200, "{}"),
                Some(_) => problem(401, "token_expired"),
            }
        }
    });
    AvaloSdk::builder("https://api.avalo.app")
        .transport(transport)
        .discovery(false)
        .requests_per_minute(1_000_000)
        .token_store(Slow(Arc::clone(store), Mutex::new(Dice(seed ^ 7))))
        .build()
        .expect("a client")
}

#[tokio::test(start_paused = true)]
async fn no_order_of_sign_out_and_refresh_brings_a_session_back() {
    let (mut before, mut after) = (0, 0);
    for seed in 0..10_000 {
        let mut dice = Dice(seed);
        let valid = Arc::new(AtomicU32::new(1));
        let store = Arc::new(MemoryStore::default());
        let sdk = client(seed, &valid, &store);
        run(vec![Box::pin(sign_in(&sdk))], &mut dice);
        valid.store(2, Ordering::SeqCst);
        let read = || async {
            match sdk.call_json("profiles.getProfile", r#"{"userId":"usr_2"}"#).await {
                Ok(_) => 1,
                Err(error) => {
                    assert_eq!(error.kind(), ErrorKind::Unauthenticated, "seed {seed}: {error}");
                    0
                }
            }
        };
        let succeeded = AtomicU32::new(0);
        let pause = dice.roll(30);
        run(
            vec![
                Box::pin(async {
                    let done = read().await;
                    succeeded.fetch_add(done, Ordering::SeqCst);
                }),
                Box::pin(async {
                    let done = read().await;
                    succeeded.fetch_add(done, Ordering::SeqCst);
                }),
                Box::pin(async {
                    linger(pause).await;
                    sdk.sign_out().await;
                }),
            ],
            &mut dice,
        );
        assert_eq!(sdk.user_id(), None, "seed {seed}: signed in after a sign-out");
        assert_eq!(store.load().await.expect("a store"), None, "seed {seed}: stored after a sign-out");
        if succeeded.into_inner() == 0 { before += 1 } else { after += 1 }
    }
    // The orders are mixed, or this would show nothing.
    assert!(before > 1_000 && after > 1_000, "{before} sign-outs came first, {after} reads did");
}

#[tokio::test(start_paused = true)]
async fn a_hundred_thousand_steps_of_two_users_never_mix_their_answers() {
    let dice = Mutex::new(Dice(3));
    let transport = MemoryTransport::new(move |request: Request| {
        let times = dice.lock().expect("dice").roll(4);
        async move {
            linger(times).await;
            if request.url.contains("/auth/login") {
                let body = request.body.unwrap_or_default();
                return session(if body.windows(3).any(|part| part == b"ada") { 1 } else { 2 }, 36_000);
            }
            let token = request.headers.iter().find(|(name, _)| *name == "authorization");
            json(200, &format!(r#"{{"gifts":[],"token":"{}"}}"#, token.map_or("", |(_, value)| value)))
        }
    });
    let sdk = AvaloSdk::builder("https://api.avalo.app")
        .transport(transport)
        .discovery(false)
        .requests_per_minute(1_000_000)
        .build()
        .expect("a client");
    let mut dice = Dice(1);
    let mut steps = 0;
    while steps < 100_000 {
        let (name, number) = [("ada", 1), ("bob", 2)][dice.roll(2)];
        let login = format!(r#"{{"email":"{name}@example.com","password":"Password1"}}"#);
        run(
            vec![Box::pin(async { drop(sdk.call_json("auth.login", &login).await.expect("a session")) })],
            &mut dice,
        );
        for _ in 0..dice.roll(20) {
            let sdk = &sdk;
            // Reads that are shared, and one whose answer is kept for five minutes.
            let reads: Vec<Pin<Box<dyn Future<Output = ()> + Send>>> = (0..dice.roll(6))
                .map(|which| {
                    let operation = if which % 2 == 0 { "payments.getGifts" } else { "payments.getWallet" };
                    Box::pin(async move {
                        let answer = sdk.call_json(operation, "").await.expect("an answer");
                        assert!(answer.contains(&format!("access-{number}\"")), "{name} got {answer}");
                    }) as Pin<Box<dyn Future<Output = ()> + Send>>
                })
                .collect();
            steps += reads.len();
            run(reads, &mut dice);
        }
    }
}
