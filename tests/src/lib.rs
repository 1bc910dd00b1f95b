//! What the tests of the whole system share.
#![forbid(unsafe_code)]

pub mod scenario;
pub mod year;

use std::{sync::Arc, time::Duration};

use avalo_mock_server::MockServer;
use avalo_sdk::{
    AvaloSdk,
    api::auth::Login,
    client::Builder,
    platform::{BoxFuture, Platform, Sleep},
};
use futures_util::{Stream, StreamExt};

/// A server with a world of its own.
pub async fn server() -> MockServer {
    MockServer::start().await.expect("a free port")
}

/// A client of that server that is never held back by its own limit and waits a fiftieth of what it
/// would between two attempts, so that a test takes milliseconds where a user waits seconds.
pub fn client(server: &MockServer) -> AvaloSdk {
    builder(server).build().expect("a client")
}

/// As [`client`], before it is built.
pub fn builder(server: &MockServer) -> Builder {
    AvaloSdk::builder(server.url()).requests_per_minute(1_000_000).platform(hasty())
}

/// A client of that server with a seeded user signed in: `sign_in(&server, 1)` is user1@avalo.test.
pub async fn sign_in(server: &MockServer, user: u32) -> AvaloSdk {
    let sdk = client(server);
    log_in(&sdk, user).await;
    sdk
}

/// A bare HTTP client beside the SDK, which leaves the TLS of the rest of the program alone.
pub fn http() -> reqwest::Client {
    // It fails if another test of this program was first.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}

/// Signs a seeded user in.
pub async fn log_in(sdk: &AvaloSdk, user: u32) {
    let email = format!("user{user}@avalo.test");
    let login = Login { email, password: "Password1".into(), ..Default::default() };
    sdk.auth().login(login).await.expect("a seeded user");
}

/// The machine, but a wait between two attempts takes a fiftieth of its time. Waits of 15 seconds and
/// more are limits and stay what they are.
fn hasty() -> Platform {
    let native = Platform::native();
    Platform { sleep: Arc::new(Hasty(native.clone())), ..native }
}

struct Hasty(Platform);

impl Sleep for Hasty {
    fn sleep(&self, duration: Duration) -> BoxFuture<()> {
        let limit = duration >= Duration::from_secs(15);
        self.0.sleep.sleep(if limit { duration } else { duration / 50 })
    }
}

/// What `work` gives; a test that hangs says so.
///
/// # Panics
///
/// After five minutes: a stream that was refused many times waits for up to half a minute.
pub async fn within<T>(work: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(300), work).await.expect("within five minutes")
}

/// What a stream gives next.
///
/// # Panics
///
/// As [`within`], and when the stream is over.
pub async fn next<T>(stream: &mut (impl Stream<Item = T> + Unpin)) -> T {
    within(stream.next()).await.expect("the stream goes on")
}
