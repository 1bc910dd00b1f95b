//! Starting, steering and stopping a server.

mod states;

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use avalo_sdk::Problem;
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    Fault, FaultRule, Invariants, Mail, Push, Record, handlers,
    http::{self, App},
    options::Options,
    states::{Snapshot, States},
    world::World,
};

/// A server of its own world, stopped when it is dropped.
pub struct MockServer {
    address: SocketAddr,
    app: Arc<App>,
    serving: JoinHandle<()>,
}

/// Why a server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address cannot be listened on.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, std::io::Error),
    /// The database cannot be used.
    #[error("{0}")]
    World(String),
}

/// How a server is set up.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until start() is called"]
pub struct Builder {
    host: IpAddr,
    port: u16,
    options: Options,
    from: Option<Snapshot>,
}

impl MockServer {
    /// Starts a server for tests: on a free loopback port, in memory, with the seeded world.
    ///
    /// # Errors
    ///
    /// When no port is free.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Starts to set a server up.
    pub fn builder() -> Builder {
        Builder { host: Ipv4Addr::LOCALHOST.into(), port: 0, options: Options::default(), from: None }
    }

    /// Where the server is: `http://127.0.0.1:40213`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Plans failures in place of those planned before.
    ///
    /// # Panics
    ///
    /// For a line that could never strike, such as one for an operation that does not exist.
    pub fn faults(&self, rules: impl IntoIterator<Item = FaultRule>) {
        if let Err(problem) = self.app.plan.set(rules.into_iter().collect()) {
            panic!("the fault plan is wrong: {}", problem.detail.unwrap_or_default());
        }
    }

    /// Plans one failure in place of those planned before.
    ///
    /// # Panics
    ///
    /// As [`faults`](Self::faults).
    pub fn fault(&self, route: &str, fault: Fault) {
        self.faults([FaultRule::new(route, fault)]);
    }

    /// Moves the virtual clock. When it returns, everything that was due has happened.
    ///
    /// # Errors
    ///
    /// When the database failed.
    pub async fn advance(&self, time: Duration) -> Result<(), Problem> {
        let ms = i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
        self.app.advance(ms).await.map(drop)
    }

    /// The requests of the contract that were seen, oldest first. `GET /_test/requests` shows their
    /// bodies too.
    pub fn requests(&self) -> Vec<Record> {
        self.app.journal.records()
    }

    /// How many requests of one operation were seen.
    pub fn count(&self, operation: &str) -> usize {
        self.app.journal.count(operation)
    }

    /// Forgets the requests that were seen.
    pub fn clear_requests(&self) {
        self.app.journal.clear();
    }

    /// The code that an authenticator shows now, given the secret of `enable_two_factor`.
    pub fn totp_code(&self, secret: &str) -> String {
        handlers::auth::totp_code(secret, self.app.world.now_ms())
    }

    /// Stands for the page of a provider such as `google` on which someone signs in: vouches for the
    /// address and returns the code for `auth.loginWithOauth`.
    ///
    /// # Errors
    ///
    /// `oauth_invalid` unless `auth.startOauth` gave this `state`.
    pub async fn vouch(&self, provider: &str, state: &str, email: &str) -> Result<String, Problem> {
        self.app.vouch(provider, state, email).await
    }

    /// The signature that the payment provider would send with a report now, for `payments.webhook`.
    pub fn sign_webhook(&self, payload: &str) -> String {
        handlers::payments::sign_webhook(self.app.world.now_ms(), payload)
    }

    /// What was sent by mail, newest first: who resets a password finds the token here.
    ///
    /// # Errors
    ///
    /// When the database failed.
    pub async fn mails(&self) -> Result<Vec<Mail>, Problem> {
        self.app.mails().await
    }

    /// What was sent to devices as push messages, newest first.
    ///
    /// # Errors
    ///
    /// When the database failed.
    pub async fn pushes(&self) -> Result<Vec<Push>, Problem> {
        self.app.pushes().await
    }

    /// What holds of the ledger now.
    ///
    /// # Errors
    ///
    /// When the database failed.
    pub async fn invariants(&self) -> Result<Invariants, Problem> {
        self.app.invariants().await
    }

    /// Closes every live stream and returns how many there were.
    pub fn close_streams(&self) -> usize {
        self.app.world.streams.close_all()
    }

    /// Loses the history of events: a stream that comes back is told to read anew.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_events(&self) -> Result<(), Problem> {
        self.app.forget_events().await
    }

    /// How many live streams are open.
    pub fn open_streams(&self) -> usize {
        self.app.world.streams.count()
    }

    /// The ids of the operations that have a handler.
    pub fn operations(&self) -> Vec<&'static str> {
        self.app.operations()
    }

    /// Stops: nothing new is accepted, what is under way gets a second to finish.
    /// Its forks stop too.
    pub async fn stop(mut self) {
        self.app.end();
        let _ = (&mut self.serving).await;
        self.app.world.close().await;
    }
}

impl Drop for MockServer {
    fn drop(&mut self) {
        self.app.end();
        self.serving.abort();
    }
}

impl Builder {
    /// The address to listen on; loopback if nothing is said.
    pub fn host(mut self, host: IpAddr) -> Self {
        self.host = host;
        self
    }

    /// The port to listen on; a free one if nothing is said.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// What everything that looks random is made from. The same seed and the same requests give the
    /// same answers, byte by byte. 7 if nothing is said; a world in a file goes on with its own, and a
    /// start that asks for another one is refused.
    pub fn seed(mut self, seed: u64) -> Self {
        self.options.seed = Some(seed);
        self
    }

    /// Keeps the world in a file. Every request that was answered is there after a crash.
    pub fn data(mut self, file: impl Into<PathBuf>) -> Self {
        self.options.data = Some(file.into());
        self
    }

    /// Whether the `/_test` routes exist; they do if nothing is said.
    pub fn test_controls(mut self, enabled: bool) -> Self {
        self.options.test_controls = enabled;
        self
    }

    /// Starts with nobody and nothing instead of the seeded users, posts and chats. Refused for a file
    /// that was begun with them.
    pub fn empty(mut self) -> Self {
        self.options.seeded = false;
        self
    }

    /// How many followers it takes to become a creator; 100 if nothing is said.
    pub fn creator_min_followers(mut self, followers: u32) -> Self {
        self.options.rules.creator_min_followers = followers;
        self
    }

    /// How many events of a user a stream that comes back can still be given; 1,000 if nothing is said.
    pub fn event_history(mut self, events: u32) -> Self {
        self.options.rules.event_history = events.into();
        self
    }

    /// Refuses messages that come too fast in virtual time: within a second of the one before, or
    /// beyond 20 texts a minute, 10 images, 5 recordings or 3 videos in five minutes.
    pub fn message_pacing(mut self) -> Self {
        self.options.rules.message_pacing = true;
        self
    }

    /// Goes on in memory from a snapshot of another server, whose seed and time the world then has.
    /// Conflicts with [`data`](Self::data) and [`empty`](Self::empty), which are ignored.
    pub fn from_snapshot(mut self, snapshot: &Snapshot) -> Self {
        self.from = Some(snapshot.clone());
        self
    }

    /// Starts the server.
    ///
    /// # Errors
    ///
    /// When the address cannot be listened on or the file cannot be used.
    pub async fn start(self) -> Result<MockServer, StartError> {
        let asked = SocketAddr::new(self.host, self.port);
        let listener = listen(asked).await?;
        let world = match &self.from {
            None => World::open(&self.options),
            Some(from) => World::from_image(from.image(), &self.options),
        };
        let app = App::new(world.map_err(StartError::World)?, self.options, States::default());
        let app = Arc::new(app);
        let router = http::router(&app);
        app.world.opened().await.map_err(StartError::World)?;
        match &self.from {
            Some(from) => app.go_on(from),
            None if app.options.test_controls => app.keep_beginning().await.map_err(refused)?,
            None => {}
        }
        MockServer::launch(listener, app, router)
    }
}

async fn listen(asked: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(asked).await.map_err(|error| StartError::Listen(asked, error))
}

fn refused(problem: Problem) -> StartError {
    StartError::World(problem.detail.unwrap_or_default())
}
