//! Setting up a client.

use std::{fmt, sync::Arc, time::Duration};

use super::AvaloSdk;
use crate::{
    discovery::Discovery,
    engine::{
        Engine, Settings, budget::Budget, cache::Cache, coalesce::Coalesce, endpoint::Endpoint,
        limit::Limiter, retry::RetryPolicy,
    },
    error::Error,
    platform::{MaybeSend, MaybeSync, Platform},
    session::{Change, Listener, Session, SessionEvent, store::TokenStore},
    transport::Transport,
};

/// How long a call may take if nothing else is said: longer than the window of the limit, so that one
/// that has to wait for room gets it.
const TIMEOUT: Duration = Duration::from_secs(90);

/// How many requests go in any 60 s if nothing else is said.
const REQUESTS_PER_MINUTE: u32 = 100;

/// The retry bucket of a service, which makes many calls.
const SERVICE_BUDGET: u32 = 500;

/// The retry bucket of an app, which never earns that many back within its limit of requests.
const APP_BUDGET: u32 = 100;

/// What a client is set up with. Nothing is checked or opened before [`build`](Self::build).
#[must_use = "a builder does nothing until build() is called"]
pub struct Builder {
    endpoint: String,
    timeout: Duration,
    requests_per_minute: u32,
    retry: RetryPolicy,
    retry_budget: u32,
    allow_http: bool,
    discovery: bool,
    token_store: Option<Arc<dyn TokenStore>>,
    #[cfg(feature = "native")]
    config_store: Option<Arc<dyn crate::discovery::ConfigStore>>,
    listener: Option<Arc<dyn Listener>>,
    platform: Option<Platform>,
    transport: Option<Arc<dyn Transport>>,
}

impl Builder {
    pub(crate) fn new(endpoint: String) -> Self {
        let app = cfg!(not(feature = "native"));
        Self {
            endpoint,
            timeout: TIMEOUT,
            requests_per_minute: REQUESTS_PER_MINUTE,
            retry: RetryPolicy::default(),
            retry_budget: if app { APP_BUDGET } else { SERVICE_BUDGET },
            allow_http: false,
            discovery: true,
            token_store: None,
            #[cfg(feature = "native")]
            config_store: None,
            listener: None,
            platform: None,
            transport: None,
        }
    }

    /// How long a call may take, waits and retries included; 90 s if nothing is said.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How many requests go in any 60 s, retries included; 100 if nothing is said, at least 1. The
    /// server can lower the number, never raise it.
    pub fn requests_per_minute(mut self, requests: u32) -> Self {
        self.requests_per_minute = requests;
        self
    }

    /// When a call is tried again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// How much all calls together may spend on retries: one after a failure costs 14, one after a
    /// refusal for load 5. 500 if nothing is said; 100 suits an app on a phone.
    pub fn retry_budget(mut self, tokens: u32) -> Self {
        self.retry_budget = tokens;
        self
    }

    /// Lets the endpoint be plain http on any host. **For development only**: whoever is on the
    /// way reads the tokens. Loopback hosts need no leave.
    pub fn dangerously_allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    /// Whether `/.well-known/avalo-config.json` is asked for; yes if nothing is said.
    pub fn discovery(mut self, enabled: bool) -> Self {
        self.discovery = enabled;
        self
    }

    /// Where the session is kept between two runs; in memory if nothing is said.
    pub fn token_store(mut self, store: impl TokenStore + 'static) -> Self {
        self.token_store = Some(Arc::new(store));
        self
    }

    /// Where the platform's configuration is kept between two runs; nowhere if nothing is said.
    #[cfg(feature = "native")]
    pub fn config_store(mut self, store: impl crate::discovery::ConfigStore + 'static) -> Self {
        self.config_store = Some(Arc::new(store));
        self
    }

    /// What is called when the session begins, is renewed or ends. It may call the SDK.
    pub fn on_session(mut self, listener: impl Fn(SessionEvent) + MaybeSend + MaybeSync + 'static) -> Self {
        self.listener = Some(Arc::new(move |change| listener(SessionEvent::from(change))));
        self
    }

    /// As [`on_session`](Self::on_session), for doors to other languages: `signed_in` with the user's
    /// id, `refreshed`, `signed_out`, or `ended` with the server's code as it was written.
    pub fn on_session_words(
        mut self,
        listener: impl Fn(&'static str, Option<&str>) + MaybeSend + MaybeSync + 'static,
    ) -> Self {
        self.listener = Some(Arc::new(move |change| match &change {
            Change::SignedIn(user) => listener("signed_in", Some(user.as_str())),
            Change::Refreshed => listener("refreshed", None),
            Change::SignedOut => listener("signed_out", None),
            Change::Ended(error) => listener("ended", error.code_name()),
        }));
        self
    }

    /// The machine to run on, in place of tokio's.
    pub fn platform(mut self, platform: Platform) -> Self {
        self.platform = Some(platform);
        self
    }

    /// The way to the server, in place of reqwest.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Makes the client. No request is sent.
    ///
    /// # Errors
    ///
    /// `Config` for an endpoint that is no URL, has a query, a fragment or a user name, or is plain
    /// http to a host that is not loopback.
    pub fn build(self) -> Result<AvaloSdk, Error> {
        let endpoint = Endpoint::parse(&self.endpoint, self.allow_http)?;
        let (Some(platform), Some(transport), Some(token_store)) = (
            self.platform.or_else(platform),
            self.transport.map_or_else(transport, |given| Ok(Some(given)))?,
            self.token_store.or_else(token_store),
        ) else {
            return Err(Error::config(
                "this build has no platform, transport or token store of its own: give them",
            ));
        };
        let platform = Arc::new(platform);
        let discovery = Discovery::new(endpoint, self.discovery, self.allow_http);
        #[cfg(feature = "native")]
        let discovery = discovery.kept_in(self.config_store);
        let engine = Engine {
            settings: Settings { timeout: self.timeout, retry: self.retry },
            discovery,
            session: Session::new(token_store, self.listener),
            limiter: Limiter::new(self.requests_per_minute, Arc::clone(&platform)),
            budget: Budget::new(self.retry_budget),
            coalesce: Coalesce::default(),
            cache: Cache::default(),
            platform,
            transport,
        };
        Ok(AvaloSdk { engine: Arc::new(engine) })
    }
}

#[cfg(feature = "native")]
fn platform() -> Option<Platform> {
    Some(Platform::native())
}

#[cfg(not(feature = "native"))]
fn platform() -> Option<Platform> {
    None
}

#[cfg(feature = "native")]
fn token_store() -> Option<Arc<dyn TokenStore>> {
    Some(Arc::new(crate::session::store::MemoryStore::default()))
}

/// The host always has one.
#[cfg(not(feature = "native"))]
fn token_store() -> Option<Arc<dyn TokenStore>> {
    None
}

#[cfg(feature = "native")]
fn transport() -> Result<Option<Arc<dyn Transport>>, Error> {
    Ok(Some(Arc::new(crate::transport::native::NativeTransport::new()?)))
}

#[cfg(not(feature = "native"))]
fn transport() -> Result<Option<Arc<dyn Transport>>, Error> {
    Ok(None)
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder").field("endpoint", &self.endpoint).finish_non_exhaustive()
    }
}
