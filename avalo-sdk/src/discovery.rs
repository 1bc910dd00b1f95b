//! Where the API is and what it allows: `/.well-known/avalo-config.json`.

mod document;
mod fetch;
#[cfg(feature = "native")]
mod kept;

use std::{
    fmt,
    pin::pin,
    sync::{Arc, Mutex},
};

#[cfg(feature = "native")]
pub use self::kept::ConfigStore;
use self::{
    document::{Distrust, Document},
    fetch::{Fetched, fetch},
};
use crate::{
    engine::{Answer, Engine, deadline::Deadline, endpoint::Endpoint, flight::Flight, lock::Lock},
    error::Error,
    platform::{Millis, SECOND},
};

/// How long the first call waits for the document before it goes on without it.
const FETCH_LIMIT: Millis = 5 * SECOND;

/// How long a document that is no longer fresh still serves while a new one is fetched.
const STALE_WHILE_REVALIDATE: Millis = 24 * 3600 * SECOND;

/// How long a document still serves when no new one can be had.
const STALE_IF_ERROR: Millis = 7 * 24 * 3600 * SECOND;

/// How long after a failure the next fetch may start.
const FAILURE_PAUSE: Millis = 30 * SECOND;

/// The document of one SDK instance.
pub(crate) struct Discovery {
    origin: Endpoint,
    enabled: bool,
    allow_http: bool,
    /// A path that the program gave belongs to the program: `/api` of a proxy, for one.
    own_path: bool,
    #[cfg(feature = "native")]
    store: Option<Arc<dyn ConfigStore>>,
    state: Mutex<State>,
}

struct State {
    /// Where calls go: the endpoint the program gave until a document says otherwise.
    api: Endpoint,
    /// Whether the store was asked.
    #[cfg(feature = "native")]
    loaded: bool,
    known: Option<Known>,
    /// Not before this moment is a document fetched again.
    fetch_after: Millis,
    refused: Option<String>,
    fetching: Option<Fetching>,
}

/// A fetch under way, and the place where it leaves what it brings.
struct Fetching {
    flight: Flight,
    fetched: Arc<Mutex<Option<Fetched>>>,
}

/// A document and its age.
struct Known {
    etag: Option<String>,
    text: String,
    /// Since when it is known, on the monotonic clock, which began later for one from the store.
    age: Millis,
    since: Millis,
    max_age: Millis,
}

impl Known {
    fn age(&self, now: Millis) -> Millis {
        self.age + now.saturating_sub(self.since)
    }
}

/// What to do about the document before a call.
#[derive(Debug, PartialEq, Eq)]
enum Need {
    Nothing,
    /// Fetch, but do not wait for it.
    Background,
    /// Fetch and wait.
    Wait,
}

impl State {
    fn need(&self, now: Millis) -> Need {
        let age = self.known.as_ref().map(|known| (known.age(now), known.max_age));
        match age {
            Some((age, max_age)) if age < max_age => Need::Nothing,
            _ if now < self.fetch_after => Need::Nothing,
            Some((age, max_age)) if age < max_age + STALE_WHILE_REVALIDATE => Need::Background,
            _ => Need::Wait,
        }
    }
}

impl Discovery {
    pub(crate) fn new(endpoint: Endpoint, enabled: bool, allow_http: bool) -> Self {
        let origin = endpoint.origin();
        let state = State {
            api: endpoint,
            #[cfg(feature = "native")]
            loaded: false,
            known: None,
            fetch_after: 0,
            refused: None,
            fetching: None,
        };
        let own_path = state.api.as_str() != origin.as_str();
        Self {
            origin,
            enabled,
            allow_http,
            own_path,
            #[cfg(feature = "native")]
            store: None,
            state: Mutex::new(state),
        }
    }

    /// The same, keeping the document in this store.
    #[cfg(feature = "native")]
    pub(crate) fn kept_in(self, store: Option<Arc<dyn ConfigStore>>) -> Self {
        Self { store, ..self }
    }

    /// The URL of an operation's path and query.
    pub(crate) fn url(&self, target: &str) -> String {
        self.state.hold().api.join(target)
    }

    /// Whether plain http may go to any host.
    pub(crate) fn allows_http(&self) -> bool {
        self.allow_http
    }

    /// Makes sure that it is known where calls go.
    ///
    /// # Errors
    ///
    /// `Config` when the document is one that must not be followed.
    pub(crate) async fn settle(&self, engine: &Engine) -> Result<(), Error> {
        if !self.enabled {
            return Ok(());
        }
        #[cfg(feature = "native")]
        self.load(engine).await;
        let now = engine.platform.now();
        let need = self.state.hold().need(now);
        let taken = match need {
            Need::Nothing => false,
            // Whoever comes by gives the flight a push; nobody waits for it.
            Need::Background => self.flight(engine).push() && self.take(engine),
            Need::Wait => {
                // Whether it came in time shows in what there is to take.
                let _ = Deadline::new(&engine.platform, FETCH_LIMIT).race(pin!(self.flight(engine))).await;
                self.take(engine)
            }
        };
        if taken {
            #[cfg(feature = "native")]
            self.save(engine).await;
        }
        match &self.state.hold().refused {
            Some(why) => Err(Error::config(why.clone())),
            None => Ok(()),
        }
    }

    fn flight(&self, engine: &Engine) -> Flight {
        let mut state = self.state.hold();
        let etag = state.known.as_ref().and_then(|known| known.etag.clone());
        let fetching = state.fetching.get_or_insert_with(|| {
            let fetched: Arc<Mutex<Option<Fetched>>> = Arc::default();
            let place = Arc::clone(&fetched);
            let fetch = fetch(Arc::clone(&engine.transport), self.origin.clone(), self.allow_http, etag);
            let flight = Flight::new(Box::pin(async move {
                *place.hold() = Some(fetch.await);
                Ok(Answer::nothing())
            }));
            Fetching { flight, fetched }
        });
        fetching.flight.clone()
    }

    /// Takes in what a fetch brought, if anything yet, unless another call did.
    fn take(&self, engine: &Engine) -> bool {
        let now = engine.platform.now();
        {
            let mut state = self.state.hold();
            let Some(fetching) = state.fetching.take() else { return false };
            let late = || Fetched::Failed("the configuration did not come in time".to_owned());
            let fetched = fetching.fetched.hold().take();
            match fetched.unwrap_or_else(late) {
                Fetched::Unchanged { max_age } => {
                    if let Some(known) = &mut state.known {
                        (known.age, known.since, known.max_age) = (0, now, max_age);
                    }
                }
                Fetched::Document { text, etag, max_age } => {
                    let known = Known { etag, text, age: 0, since: now, max_age };
                    self.adopt(&mut state, engine, known);
                }
                // The platform has no such document: the endpoint and the defaults hold.
                Fetched::None => state.fetch_after = now + STALE_WHILE_REVALIDATE,
                Fetched::Failed(why) => {
                    crate::platform::warn(&why);
                    state.fetch_after = now + FAILURE_PAUSE;
                    if state.known.as_ref().is_some_and(|known| known.age(now) > STALE_IF_ERROR) {
                        state.known = None;
                    }
                }
            }
        }
        true
    }

    fn adopt(&self, state: &mut State, engine: &Engine, known: Known) {
        match Document::read(&known.text, &self.origin, self.allow_http) {
            Ok(document) => {
                if !self.own_path {
                    state.api = document.api;
                }
                if let Some(limit) = document.requests_per_minute {
                    engine.limiter.lower(limit);
                }
                state.refused = None;
                state.known = Some(known);
            }
            Err(Distrust::Ignore(why)) => {
                crate::platform::warn(&why);
                state.fetch_after = engine.platform.now() + FAILURE_PAUSE;
            }
            Err(Distrust::Refuse(why)) => {
                state.refused = Some(why);
                state.fetch_after = engine.platform.now() + FAILURE_PAUSE;
            }
        }
    }
}

impl fmt::Debug for Discovery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Discovery").field("origin", &self.origin.as_str()).finish_non_exhaustive()
    }
}
