//! The path of a request, from a call to its answer.

pub(crate) mod answer;
pub(crate) mod bell;
pub(crate) mod budget;
pub(crate) mod cache;
pub(crate) mod coalesce;
pub(crate) mod date;
pub(crate) mod deadline;
pub(crate) mod endpoint;
pub(crate) mod exchange;
pub(crate) mod flight;
pub(crate) mod json;
pub(crate) mod limit;
pub(crate) mod lock;
pub(crate) mod request;
pub(crate) mod retry;
pub(crate) mod rows;
pub(crate) mod table;
pub(crate) mod text;
pub(crate) mod turn;
pub(crate) mod write;

use std::{pin::pin, sync::Arc, time::Duration};

pub use self::answer::{Answer, AnswerBody};
use self::{
    budget::{Budget, Charge, THROTTLED_COST, TRANSIENT_COST},
    cache::Cache,
    coalesce::{Coalesce, Landing},
    deadline::Deadline,
    exchange::{Asking, Failure},
    limit::Limiter,
    request::Prepared,
    retry::{Attempt, Outcome, RetryPolicy, Verdict, judge},
    write::Write,
};
use crate::{
    discovery::Discovery,
    error::{Error, ErrorKind, Trail},
    operation::{Method, Retry, Spec},
    platform::{BoxFuture, Millis, Platform, SECOND, millis},
    session::Session,
    transport::Transport,
};

/// What the engine was set up with.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) timeout: Duration,
    pub(crate) retry: RetryPolicy,
}

/// How one call differs from the others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) timeout: Option<Duration>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) fresh: bool,
}

/// Everything that calls of one SDK instance share.
pub(crate) struct Engine {
    pub(crate) settings: Settings,
    pub(crate) platform: Arc<Platform>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) discovery: Discovery,
    pub(crate) session: Session,
    pub(crate) limiter: Limiter,
    pub(crate) budget: Budget,
    pub(crate) coalesce: Coalesce,
    pub(crate) cache: Cache,
}

impl Engine {
    /// Takes one call from its parameters to its answer:
    ///
    /// build the request, discover, look into the cache, join an equal read that is under way, then
    /// per attempt: authorise, wait for room, send, judge; at last keep what may be used again.
    pub(crate) async fn call(
        self: &Arc<Self>,
        spec: &'static Spec,
        params: &str,
        mut options: Options,
    ) -> Result<Answer, Error> {
        if spec.stream {
            return Err(Error::invalid(text::joined(&[spec.id, " is a stream: subscribe to it"])));
        }
        let prepared = request::prepare(spec, params)?;
        let timeout = options.timeout.unwrap_or(self.settings.timeout);
        let mut deadline = Deadline::new(&self.platform, millis(timeout));
        deadline.race(pin!(self.settle())).await??;
        let epoch = self.session.epoch();
        let scope = scope(epoch, spec);
        let own_key = options.idempotency_key.take();
        if spec.retry != Retry::Safe || spec.method != Method::Get {
            let _write = Write::begin(&**self, scope);
            let sending = Sending { spec, prepared, epoch, key: own_key, place: None };
            return self.send(sending, deadline, None).await;
        }
        let key: Arc<str> = (scope + &prepared.target).into();
        if let Some(answer) = self.cached(spec, &key, &options) {
            return Ok(answer);
        }
        let sending = Sending { spec, prepared, epoch, key: None, place: Some(Arc::clone(&key)) };
        if options.timeout.is_some() || options.fresh {
            // A flight lives as long as the calls that share it; one with a time of its own travels
            // alone, and so does one that must not be older than the call.
            return self.send(sending, deadline, None).await;
        }
        let own = loop {
            let flight = match self.coalesce.join(&key) {
                Ok(flight) => flight,
                // The new flight has this call's own time.
                Err(room) => break room.start(|landing| self.send(sending, deadline, Some(landing))),
            };
            match deadline.race(pin!(flight)).await? {
                // It began before this call, so its time was over while this call still has some.
                Err(error) if error.kind() == ErrorKind::Timeout => {}
                result => return result,
            }
        };
        own.await
    }

    /// Learns where calls go and who is signed in.
    pub(crate) async fn settle(&self) -> Result<(), Error> {
        self.discovery.settle(self).await?;
        self.session.settle(&self.platform).await;
        Ok(())
    }

    fn cached(&self, spec: &Spec, key: &str, options: &Options) -> Option<Answer> {
        let usable = spec.cache.is_some() && !options.fresh;
        if usable { self.cache.get(key, self.platform.now()) } else { None }
    }

    /// Sends a request, again if need be, while there is time, takes in what the answer says about the
    /// session, and keeps that of a read for as long as its row says.
    ///
    /// In a box, because a refresh is sent while a call is: a future cannot contain its own kind.
    pub(crate) fn send(
        self: &Arc<Self>,
        sending: Sending,
        mut deadline: Deadline,
        landing: Option<Landing>,
    ) -> BoxFuture<Result<Answer, Error>> {
        let engine = Arc::clone(self);
        Box::pin(async move {
            let _landing = landing;
            let writes = engine.coalesce.writes();
            let mut trail = Trail::default();
            let until = deadline.at();
            let sent = deadline.race(pin!(engine.attempts(&sending, until, &mut trail))).await;
            let answer = sent.and_then(|sent| sent).map_err(|error| error.with_trail(trail))?;
            let Sending { spec, epoch, place, .. } = sending;
            if let Some(change) = engine.session.absorb(&engine, spec, epoch, &answer)? {
                change.await;
            }
            // After a write that came between, the answer may tell of what was before it.
            if let (Some(seconds), Some(place)) = (spec.cache, place)
                && engine.session.epoch() == epoch
                && engine.coalesce.writes() == writes
            {
                let until = engine.platform.now() + u64::from(seconds) * SECOND;
                engine.cache.put(place, answer.clone(), until);
            }
            Ok(answer)
        })
    }

    /// Sends a request until it is answered, refused for good, or not worth another try.
    async fn attempts(
        self: &Arc<Self>,
        sending: &Sending,
        until: Millis,
        trail: &mut Trail,
    ) -> Result<Answer, Error> {
        let Sending { spec, epoch, ref prepared, .. } = *sending;
        // One key for the whole life of the call: every attempt is the same request to the server.
        let keyed = spec.retry == Retry::Keyed;
        let own = || sending.key.clone().unwrap_or_else(|| self.platform.uuid());
        let key = keyed.then(own);
        let asking = Asking { spec, prepared, epoch, until, key: key.as_deref(), last_event_id: None };
        let mut paid: Option<Charge<'_>> = None;
        let mut renewals = 0;
        loop {
            let before = renewals;
            let asked = self.exchange(&asking, &mut renewals, trail).await;
            // A refused token says nothing of how the server is.
            if renewals > before {
                paid = None;
            }
            let failure = match asked {
                Ok(response) => {
                    if trail.attempts == 1 {
                        self.budget.reward();
                    }
                    return Answer::of(response);
                }
                Err(failure) => failure,
            };
            if let Some(charge) = paid.take()
                && failure.outcome != Outcome::Unsent
            {
                charge.spend();
            }
            let (delay, charge) = self.again(spec.retry, failure, until, trail)?;
            paid = Some(charge);
            self.platform.pause(delay).await;
        }
    }

    /// How long to wait until the next try and what it takes from the budget, or why there is none.
    pub(crate) fn again(
        &self,
        retry: Retry,
        failure: Failure,
        until: Millis,
        trail: &mut Trail,
    ) -> Result<(Millis, Charge<'_>), Error> {
        let Failure { error, outcome } = failure;
        let attempt = Attempt {
            retry,
            retries: trail.delays.len() as u32,
            hint: error.hint(),
            left: until.saturating_sub(self.platform.now()),
            chance: self.platform.fraction(),
        };
        match judge(&self.settings.retry, outcome, &attempt) {
            Verdict::Wait(delay) => {
                let cost = if outcome == Outcome::Throttled { THROTTLED_COST } else { TRANSIENT_COST };
                let charge = self.budget.charge(cost).ok_or(error)?;
                trail.delays.push(Duration::from_millis(delay));
                Ok((delay, charge))
            }
            Verdict::OutOfTime => Err(error.out_of_time()),
            Verdict::Fail => Err(error),
        }
    }
}

/// What the keys of a domain's reads begin with: the domain, so that a write can forget it, and the epoch,
/// which keeps users apart.
pub(crate) fn scope(epoch: u64, spec: &Spec) -> String {
    text::joined(&[&text::decimal(epoch), ":", spec.domain(), ":"])
}

/// A request of one user, however often it is sent.
pub(crate) struct Sending {
    pub(crate) spec: &'static Spec,
    pub(crate) prepared: Prepared,
    /// The session it belongs to.
    pub(crate) epoch: u64,
    /// The caller's own idempotency key.
    pub(crate) key: Option<String>,
    /// Where the answer is kept, if this is a read.
    pub(crate) place: Option<Arc<str>>,
}
