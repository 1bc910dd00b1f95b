//! Who is signed in: tokens, one refresh at a time, and the end of a session.

pub mod store;
mod watch;

use std::{
    fmt,
    sync::{Arc, Mutex},
    time::Duration,
};

use self::store::TokenStore;
use crate::{
    api::auth,
    engine::{
        Answer, Engine, Sending,
        bell::Bell,
        deadline::Deadline,
        flight::{Flight, Sighting},
        json::{Fields, quote},
        lock::Lock,
        request,
        turn::Turn,
    },
    error::{Error, ErrorKind},
    model::UserId,
    operation::{Operation, Spec},
    platform::{BoxFuture, BoxWork, MaybeSend, MaybeSync, Platform, warn},
    problem::Code,
};

/// The operation that exchanges a refresh token.
pub(crate) const REFRESH: &Spec = auth::RefreshToken::SPEC;

/// How long a store may take before the engine goes on without it.
const STORE_LIMIT: Duration = Duration::from_secs(2);

/// How long a refresh may take, its retries included.
const REFRESH_LIMIT: Duration = Duration::from_secs(15);

/// How long after a refresh that failed for a passing reason the next one may start.
const COOL_DOWN: Duration = Duration::from_secs(30);

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

/// What is told of session events. Called after the change, while nothing is locked, so it may call
/// the SDK.
pub(crate) trait Listener: Fn(SessionEvent) + MaybeSend + MaybeSync {}
impl<T: Fn(SessionEvent) + MaybeSend + MaybeSync> Listener for T {}

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
    cool: Option<(Duration, Error)>,
}

struct SignedIn {
    access: Arc<str>,
    refresh: String,
    user_id: UserId,
    /// When the access token expires on the monotonic clock. A session from the store does not know:
    /// the server will say.
    expires: Option<Duration>,
    /// How long before that it is renewed.
    margin: Duration,
}

impl SignedIn {
    /// The session that an answer grants.
    fn granted(fields: &Fields<'_>, now: Duration) -> Option<Self> {
        let life = Duration::from_secs(fields.whole("expiresIn")?);
        // The margin covers a slow network; a token of a minute must not be stale from the start.
        let margin = (life / 10).max(Duration::from_secs(60)).min(life / 2);
        Some(Self { expires: Some(now + life), margin, ..Self::stored(fields)? })
    }

    /// The session that the store kept.
    fn stored(fields: &Fields<'_>) -> Option<Self> {
        Some(Self {
            access: fields.text("accessToken")?.into(),
            refresh: fields.text("refreshToken")?,
            user_id: UserId(fields.text("userId")?),
            expires: None,
            margin: Duration::ZERO,
        })
    }

    /// The session as the store keeps it.
    fn to_text(&self) -> String {
        [
            r#"{"accessToken":"#,
            &quote(&self.access),
            r#","refreshToken":"#,
            &quote(&self.refresh),
            r#","userId":"#,
            &quote(self.user_id.as_str()),
            "}",
        ]
        .concat()
    }
}

/// Whether the engine itself must read the answers of an operation.
pub(crate) fn concerns(spec: &Spec) -> bool {
    signs_in(spec) || spec.id == REFRESH.id
}

fn signs_in(spec: &Spec) -> bool {
    let specs =
        [auth::Login::SPEC, auth::Register::SPEC, auth::VerifyTwoFactor::SPEC, auth::LoginWithOauth::SPEC];
    specs.iter().any(|other| other.id == spec.id)
}

fn signs_out(spec: &Spec) -> bool {
    [auth::Logout::SPEC, auth::LogoutAll::SPEC].iter().any(|other| other.id == spec.id)
}

pub(crate) fn changed() -> Error {
    Error::new(ErrorKind::Unauthenticated, "the session changed while the call was waiting")
}

/// Says on its end that the store does not hold what it should: it failed, or the call that wrote to
/// it was dropped meanwhile.
struct Unwritten<'a>(Option<&'a Mutex<State>>);

impl Drop for Unwritten<'_> {
    fn drop(&mut self) {
        if let Some(state) = self.0 {
            state.hold().dirty = true;
        }
    }
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
                Some(flaw) => ["the token store failed, so nobody is known to be signed in: ", flaw].concat(),
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

    /// Brings memory and store together: reads the session once, writes one that was not written.
    pub(crate) async fn settle(&self, platform: &Platform) {
        let (loaded, dirty) = {
            let state = self.state.hold();
            (state.loaded, state.dirty)
        };
        if dirty {
            self.write(platform).await;
        }
        if loaded {
            return;
        }
        let _turn = self.turn.take().await;
        if self.state.hold().loaded {
            return;
        }
        let text = match Deadline::new(platform, STORE_LIMIT).race(self.store.load()).await {
            Ok(Ok(text)) => text,
            // It may work next time; until then nobody is known to be signed in.
            Ok(Err(error)) => {
                warn(&error.to_string());
                self.state.hold().flaw = Some(error.0);
                return;
            }
            Err(_) => {
                warn("the token store did not answer in time: the session is kept in memory alone");
                None
            }
        };
        let stored = text.and_then(|text| SignedIn::stored(&Fields::read(&text)?));
        let mut state = self.state.hold();
        if state.loaded {
            return;
        }
        state.loaded = true;
        state.flaw = None;
        state.signed_in = stored;
    }

    /// Writes what holds now to the store. A store that fails costs the session's life beyond this
    /// program, not the call.
    ///
    /// In a box, as what follows a change of session: compiled once, not into every caller.
    fn write<'a>(&'a self, platform: &'a Platform) -> BoxWork<'a> {
        Box::pin(async move {
            let _turn = self.turn.take().await;
            let (text, mut unwritten) = {
                let mut state = self.state.hold();
                state.dirty = false;
                (state.signed_in.as_ref().map(SignedIn::to_text), Unwritten(Some(&self.state)))
            };
            let writing = match text {
                Some(text) => self.store.save(text),
                None => self.store.clear(),
            };
            match Deadline::new(platform, STORE_LIMIT).race(writing).await {
                Ok(Ok(())) => unwritten.0 = None,
                Ok(Err(error)) => warn(&error.to_string()),
                Err(_) => warn("the token store did not answer in time: the next call writes to it again"),
            }
        })
    }

    /// The access token to send, renewed if it is about to expire.
    pub(crate) async fn authorise(&self, engine: &Arc<Engine>, epoch: u64) -> Result<Arc<str>, Error> {
        let now = engine.platform.now();
        let (token, expires, stale) = self.current(epoch, now)?;
        if !stale {
            return Ok(token);
        }
        match self.renew(engine, epoch, &token).await {
            Ok(()) => self.current(epoch, now).map(|(token, _, _)| token),
            // A token that is only about to expire is still good while the server is not.
            Err(_) if expires.is_some_and(|at| engine.platform.now() < at) && self.epoch() == epoch => {
                Ok(token)
            }
            Err(error) => Err(error),
        }
    }

    fn current(&self, epoch: u64, now: Duration) -> Result<(Arc<str>, Option<Duration>, bool), Error> {
        let state = self.state.hold();
        if state.epoch != epoch {
            return Err(changed());
        }
        let signed_in = state.signed_in()?;
        let stale = signed_in.expires.is_some_and(|at| now + signed_in.margin >= at);
        Ok((Arc::clone(&signed_in.access), signed_in.expires, stale))
    }

    /// Replaces the token `used`, which the server refused or which is about to expire. All who ask
    /// while a refresh is under way share it; who comes after it finds the new token.
    pub(crate) async fn renew(&self, engine: &Arc<Engine>, epoch: u64, used: &str) -> Result<(), Error> {
        let flight = {
            let mut state = self.state.hold();
            if state.epoch != epoch {
                return Err(changed());
            }
            let signed_in = state.signed_in()?;
            if &*signed_in.access != used {
                return Ok(());
            }
            let refresh = signed_in.refresh.clone();
            if let Some(flight) = state.refresh.as_ref().and_then(Sighting::join) {
                flight
            } else {
                if let Some((until, error)) = &state.cool
                    && engine.platform.now() < *until
                {
                    return Err(error.with_retry_after(*until - engine.platform.now()));
                }
                let flight = Flight::new(exchange(Arc::clone(engine), epoch, refresh));
                state.refresh = Some(flight.sight());
                // A refresh uses its token up: who cancels a call must not lose the answer for all.
                let apart = flight.clone();
                engine.platform.spawn.spawn(Box::pin(async move { drop(apart.await) }));
                flight
            }
        };
        flight.await.map(drop)
    }

    /// Takes in what an answer says about the session.
    pub(crate) async fn absorb(
        &self,
        engine: &Engine,
        spec: &Spec,
        epoch: u64,
        answer: &Answer,
    ) -> Result<(), Error> {
        if signs_out(spec) {
            self.end(engine, epoch, SessionEvent::SignedOut).await;
        } else if signs_in(spec)
            && let Some(signed_in) = grant(answer, engine.platform.now())?
        {
            self.begin(engine, signed_in).await;
        }
        Ok(())
    }

    /// Starts a session in place of the one before.
    async fn begin(&self, engine: &Engine, signed_in: SignedIn) {
        let user_id = signed_in.user_id.clone();
        self.state.hold().replace(Some(signed_in));
        self.changes.ring();
        self.announce(engine, SessionEvent::SignedIn(user_id)).await;
    }

    /// Ends the session of this epoch, unless it is over. From here on no call uses it and no
    /// refresh brings it back.
    pub(crate) async fn end(&self, engine: &Engine, epoch: u64, event: SessionEvent) {
        {
            let mut state = self.state.hold();
            if state.epoch != epoch {
                return;
            }
            state.replace(None);
        }
        self.changes.ring();
        self.announce(engine, event).await;
    }

    fn announce<'a>(&'a self, engine: &'a Engine, event: SessionEvent) -> BoxWork<'a> {
        Box::pin(async move {
            if event != SessionEvent::Refreshed {
                engine.cache.clear();
            }
            // First of all: a call that is dropped while the store is slow must not leave anyone untold.
            if let Some(listener) = &self.listener {
                listener(event);
            }
            self.write(&engine.platform).await;
        })
    }

    /// Puts renewed tokens in place, unless the session they belong to is over.
    fn commit(&self, epoch: u64, signed_in: SignedIn) -> bool {
        let mut state = self.state.hold();
        if state.epoch != epoch {
            return false;
        }
        state.signed_in = Some(signed_in);
        state.dirty = true;
        state.refresh = None;
        state.cool = None;
        true
    }

    fn cool_down(&self, epoch: u64, until: Duration, error: &Error) {
        let mut state = self.state.hold();
        if state.epoch == epoch {
            state.refresh = None;
            state.cool = Some((until, error.clone()));
        }
    }
}

/// The session that an answer grants, if it grants one.
fn grant(answer: &Answer, now: Duration) -> Result<Option<SignedIn>, Error> {
    let undecodable = || Error::new(ErrorKind::Decode, "the answer holds no session");
    let text = str::from_utf8(answer.json()).map_err(|_| undecodable())?;
    let fields = Fields::read(text).ok_or_else(undecodable)?;
    match fields.get("session") {
        None => Ok(None),
        Some(_) => {
            let session = fields.fields("session").and_then(|session| SignedIn::granted(&session, now));
            session.map(Some).ok_or_else(undecodable)
        }
    }
}

/// Exchanges the refresh token, once for everyone who waits.
fn exchange(engine: Arc<Engine>, epoch: u64, refresh: String) -> BoxFuture<Result<Answer, Error>> {
    Box::pin(async move {
        let session = &engine.session;
        let params = [r#"{"refreshToken":"#, &quote(&refresh), "}"].concat();
        let prepared = request::prepare(REFRESH, &params)?;
        let sending = Sending { spec: REFRESH, prepared, epoch, key: None };
        let sent = engine.send(sending, Deadline::new(&engine.platform, REFRESH_LIMIT)).await;
        match sent.and_then(|answer| Ok((grant(&answer, engine.platform.now())?, answer))) {
            Ok((Some(signed_in), answer)) => {
                if !session.commit(epoch, signed_in) {
                    return Err(changed());
                }
                session.announce(&engine, SessionEvent::Refreshed).await;
                Ok(answer)
            }
            Ok((None, _)) => Err(Error::new(ErrorKind::Decode, "a refresh gave no session")),
            // The server's word that this session is over; anything else may pass.
            Err(error) if matches!(error.kind(), ErrorKind::Unauthenticated | ErrorKind::Forbidden) => {
                session.end(&engine, epoch, SessionEvent::Ended(error.code())).await;
                Err(error)
            }
            Err(error) => {
                session.cool_down(epoch, engine.platform.now() + COOL_DOWN, &error);
                Err(error)
            }
        }
    })
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("epoch", &self.epoch()).finish_non_exhaustive()
    }
}
