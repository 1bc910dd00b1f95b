//! Who is signed in: tokens, one refresh at a time, and the end of a session.

mod keeping;
mod renewal;
mod secret;
mod signed_in;
pub mod store;
mod watch;

pub(crate) use self::renewal::RENEWALS;

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use self::{
    secret::Secret,
    signed_in::{SignedIn, grant},
    store::TokenStore,
};
use crate::{
    api::auth,
    engine::{Answer, Engine, bell::Bell, flight::Sighting, lock::Lock, text::joined, turn::Turn},
    error::{Error, ErrorKind},
    model::UserId,
    operation::{Operation, Spec},
    platform::{BoxWork, MaybeSend, MaybeSync, Millis},
    problem::Code,
};

/// The operation that exchanges a refresh token.
pub(crate) const REFRESH: &Spec = auth::RefreshToken::SPEC;

/// The operations whose answers begin a session. Their ids and not their rows, which a browser may lack.
const SIGN_IN: [&str; 4] = [
    auth::Login::SPEC.id,
    auth::Register::SPEC.id,
    auth::VerifyTwoFactor::SPEC.id,
    auth::LoginWithOauth::SPEC.id,
];

/// The operations whose success ends it.
const SIGN_OUT: [&str; 2] = [auth::Logout::SPEC.id, auth::LogoutAll::SPEC.id];

/// What happened to the session.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SessionEvent {
    /// A user signed in.
    SignedIn(UserId),
    /// The access token was renewed.
    Refreshed,
    /// The session ended because the caller ended it.
    SignedOut,
    /// The session ended because the server no longer accepts it.
    Ended(Option<Code>),
}

/// The same as the engine tells it, with the server's code as it was written.
pub(crate) enum Change {
    SignedIn(UserId),
    Refreshed,
    SignedOut,
    Ended(Error),
}

impl From<Change> for SessionEvent {
    fn from(change: Change) -> Self {
        match change {
            Change::SignedIn(user) => Self::SignedIn(user),
            Change::Refreshed => Self::Refreshed,
            Change::SignedOut => Self::SignedOut,
            Change::Ended(error) => Self::Ended(error.code()),
        }
    }
}

/// What is told of session events. Called after the change, while nothing is locked, so it may call
/// the SDK.
pub(crate) trait Listener: Fn(Change) + MaybeSend + MaybeSync {}
impl<T: Fn(Change) + MaybeSend + MaybeSync> Listener for T {}

pub(crate) struct Session {
    state: Mutex<State>,
    store: Arc<dyn TokenStore>,
    /// Writes to the store go one after another, each writing what holds at that moment: the last
    /// one leaves the truth there, in whatever order they were begun.
    turn: Turn,
    listener: Option<Arc<dyn Listener>>,
    /// Rung when the epoch changes.
    changes: Bell,
}

#[derive(Default)]
struct State {
    signed_in: Option<SignedIn>,
    /// Counts sign-ins and sign-outs. Whatever began under another epoch must not change or use
    /// this session.
    epoch: u64,
    loaded: bool,
    /// Why the store could not be read.
    flaw: Option<String>,
    /// Whether the store holds something else than this.
    dirty: bool,
    refresh: Option<Sighting>,
    cool: Option<(Millis, Error)>,
}

/// Whether the engine itself must read the answers of an operation.
pub(crate) fn concerns(spec: &Spec) -> bool {
    signs_in(spec) || spec.id == REFRESH.id
}

fn signs_in(spec: &Spec) -> bool {
    SIGN_IN.contains(&spec.id)
}

fn signs_out(spec: &Spec) -> bool {
    SIGN_OUT.contains(&spec.id)
}

pub(crate) fn changed() -> Error {
    Error::new(ErrorKind::Unauthenticated, "the session changed while the call was waiting")
}

impl State {
    /// Another session, or none, in place of the one that was: a new epoch.
    fn replace(&mut self, signed_in: Option<SignedIn>) {
        let epoch = self.epoch + 1;
        *self = Self { signed_in, epoch, loaded: true, dirty: true, ..Self::default() };
    }

    fn signed_in(&self) -> Result<&SignedIn, Error> {
        self.signed_in.as_ref().ok_or_else(|| {
            let detail = match &self.flaw {
                Some(flaw) => joined(&["the token store failed, so nobody is known to be signed in: ", flaw]),
                None => "nobody is signed in: call auth.login or auth.register first".to_owned(),
            };
            Error::new(ErrorKind::Unauthenticated, detail)
        })
    }
}

impl Session {
    pub(crate) fn new(store: Arc<dyn TokenStore>, listener: Option<Arc<dyn Listener>>) -> Self {
        Self { state: Mutex::default(), store, turn: Turn::default(), listener, changes: Bell::default() }
    }

    pub(crate) fn epoch(&self) -> u64 {
        self.state.hold().epoch
    }

    pub(crate) fn user_id(&self) -> Option<UserId> {
        self.state.hold().signed_in.as_ref().map(|signed_in| signed_in.user_id.clone())
    }

    /// The access token to send, renewed if it is about to expire.
    pub(crate) async fn authorise(&self, engine: &Arc<Engine>, epoch: u64) -> Result<Arc<Secret>, Error> {
        let now = engine.platform.now();
        let (token, expires, stale) = self.current(epoch, now)?;
        if !stale {
            return Ok(token);
        }
        match self.renewed(engine, epoch, &token).await {
            Ok(_) => self.current(epoch, now).map(|(token, _, _)| token),
            // A token that is only about to expire is still good while the server is not.
            Err(_) if expires.is_some_and(|at| engine.platform.now() < at) && self.epoch() == epoch => {
                Ok(token)
            }
            Err(error) => Err(error),
        }
    }

    fn current(&self, epoch: u64, now: Millis) -> Result<(Arc<Secret>, Option<Millis>, bool), Error> {
        let state = self.state.hold();
        if state.epoch != epoch {
            return Err(changed());
        }
        let signed_in = state.signed_in()?;
        let stale = signed_in.expires.is_some_and(|at| now + signed_in.margin >= at);
        Ok((Arc::clone(&signed_in.access), signed_in.expires, stale))
    }

    /// Takes in what an answer says about the session: what is still to be done about it, if anything.
    pub(crate) fn absorb<'a>(
        &'a self,
        engine: &'a Engine,
        spec: &Spec,
        epoch: u64,
        answer: &Answer,
    ) -> Result<Option<BoxWork<'a>>, Error> {
        if signs_out(spec) {
            return Ok(self.end(engine, epoch, Change::SignedOut));
        }
        if !signs_in(spec) {
            return Ok(None);
        }
        let Some(signed_in) = grant(answer, engine.platform.now())? else { return Ok(None) };
        // A session in place of the one before.
        let user_id = signed_in.user_id.clone();
        self.state.hold().replace(Some(signed_in));
        self.changes.ring();
        Ok(Some(self.announce(engine, Change::SignedIn(user_id))))
    }

    /// Ends the session of this epoch, unless it is over: from here on no call uses it and no refresh
    /// brings it back. What comes of it is still to be done.
    pub(crate) fn end<'a>(&'a self, engine: &'a Engine, epoch: u64, change: Change) -> Option<BoxWork<'a>> {
        {
            let mut state = self.state.hold();
            if state.epoch != epoch {
                return None;
            }
            state.replace(None);
        }
        self.changes.ring();
        Some(self.announce(engine, change))
    }

    fn announce<'a>(&'a self, engine: &'a Engine, change: Change) -> BoxWork<'a> {
        Box::pin(async move {
            if !matches!(change, Change::Refreshed) {
                engine.cache.clear();
            }
            // First of all: a call that is dropped while the store is slow must not leave anyone untold.
            if let Some(listener) = &self.listener {
                listener(change);
            }
            self.write(&engine.platform).await;
        })
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("epoch", &self.epoch()).finish_non_exhaustive()
    }
}
