//! The path of a request, from a call to its answer.

pub(crate) mod answer;
pub(crate) mod bell;
pub(crate) mod budget;
pub(crate) mod cache;
pub(crate) mod coalesce;
pub(crate) mod date;
pub(crate) mod deadline;
pub(crate) mod endpoint;
pub(crate) mod flight;
pub(crate) mod json;
pub(crate) mod limit;
pub(crate) mod lock;
pub(crate) mod request;
pub(crate) mod retry;
pub(crate) mod rows;
pub(crate) mod stream;
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
    limit::Limiter,
    request::Prepared,
    retry::{Attempt, Outcome, RetryPolicy, Verdict, classify, classify_failure, judge},
    write::Write,
};
use crate::{
    discovery::Discovery,
    error::{Error, ErrorKind, Trail},
    operation::{Auth, Method, Retry, Spec},
    platform::{BoxFuture, Millis, Platform, SECOND, millis},
    session::{RENEWALS, Session},
    transport::{Body, Read, Request, Response, Transport, TransportError},
};

/// The largest answer that is read, in bytes.
const ANSWER_LIMIT: usize = 64 * 1024 * 1024;

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
        let Sending { spec, epoch, .. } = *sending;
        // One key for the whole life of the call: every attempt is the same request to the server.
        let keyed = spec.retry == Retry::Keyed;
        let own = || sending.key.clone().unwrap_or_else(|| self.platform.uuid());
        let key = keyed.then(own);
        let mut paid: Option<Charge<'_>> = None;
        let mut renewals = 0;
        loop {
            let exchange = self.attempt(sending, key.as_deref(), until, trail).await?;
            let error = match exchange.result {
                Ok(answer) => {
                    if trail.attempts == 1 {
                        self.budget.reward();
                    }
                    return Ok(answer);
                }
                Err(error) => error,
            };
            let verdict = judge(
                &self.settings.retry,
                exchange.outcome,
                &Attempt {
                    retry: spec.retry,
                    retries: trail.delays.len() as u32,
                    refreshed: renewals >= RENEWALS,
                    hint: exchange.hint,
                    left: until.saturating_sub(self.platform.now()),
                    chance: self.platform.fraction(),
                },
            );
            if let Some(charge) = paid.take()
                && verdict != Verdict::RefreshThenRetry
            {
                charge.spend();
            }
            match verdict {
                Verdict::Wait(delay) => {
                    let throttled = exchange.outcome == Outcome::Throttled;
                    let cost = if throttled { THROTTLED_COST } else { TRANSIENT_COST };
                    paid = self.budget.charge(cost);
                    if paid.is_none() {
                        return Err(error);
                    }
                    trail.delays.push(Duration::from_millis(delay));
                    self.platform.pause(delay).await;
                }
                Verdict::RefreshThenRetry if spec.auth != Auth::Public && exchange.token.is_some() => {
                    let used = exchange.token.as_deref().unwrap_or_default();
                    renewals += self.session.renewed(self, epoch, used).await?;
                }
                Verdict::OutOfTime => return Err(error.out_of_time()),
                Verdict::Done | Verdict::Fail | Verdict::RefreshThenRetry => return Err(error),
            }
        }
    }

    /// One attempt: authorise, wait for room, send.
    ///
    /// Authorising comes before the wait for room: a refresh needs room too, and calls that held
    /// all of it while they wait for the refresh would wait for ever.
    async fn attempt(
        self: &Arc<Self>,
        sending: &Sending,
        key: Option<&str>,
        until: Millis,
        trail: &mut Trail,
    ) -> Result<Exchange, Error> {
        let Sending { spec, prepared, epoch, .. } = sending;
        let token = match spec.auth {
            Auth::Public => None,
            _ => Some(self.session.authorise(self, *epoch).await?),
        };
        let urgent = spec.id == crate::session::REFRESH.id;
        let mut permit = self.limiter.admit(urgent, until).await?;
        if spec.auth != Auth::Public && self.session.epoch() != *epoch {
            return Err(crate::session::changed());
        }
        trail.attempts += 1;
        let request = self.request(spec, prepared, key, token.as_deref(), trail.attempts);
        permit.mark_used();
        let sent = self.transport.send(request).await;
        drop(permit);
        Ok(Exchange { token, ..self.weigh(sent, trail) })
    }

    fn request(
        &self,
        spec: &Spec,
        prepared: &Prepared,
        key: Option<&str>,
        token: Option<&str>,
        attempt: u32,
    ) -> Request {
        let mut headers = Vec::with_capacity(6);
        let accept = if spec.stream { "text/event-stream" } else { "application/json" };
        headers.push(("accept", accept.to_owned()));
        headers.push(("avalo-attempt", text::decimal(attempt.into())));
        if prepared.body.is_some() {
            headers.push(("content-type", "application/json".to_owned()));
        }
        if let Some(token) = token {
            headers.push(("authorization", text::joined(&["Bearer ", token])));
        }
        if let Some(key) = key {
            headers.push(("idempotency-key", key.to_owned()));
        }
        // What the engine itself must understand is read; the rest may stay with the host.
        let reads = crate::session::concerns(spec);
        let limit = ANSWER_LIMIT;
        let read = match (spec.stream, reads) {
            (true, _) => Read::Stream,
            (false, true) => Read::Text { limit },
            (false, false) => Read::Hold { limit },
        };
        let url = self.discovery.url(&prepared.target);
        Request { method: spec.method, url, headers, body: prepared.body.clone(), read }
    }

    /// Turns an answer, or the lack of one, into an outcome and a result.
    fn weigh(&self, sent: Result<Response, TransportError>, trail: &mut Trail) -> Exchange {
        let response = match sent {
            Ok(response) => response,
            Err(error) => {
                let outcome = classify_failure(&error);
                return Exchange { outcome, hint: None, token: None, result: Err(error.into()) };
            }
        };
        let status = response.status;
        if (200..=299).contains(&status) {
            let result = match response.body {
                Body::Bytes(bytes) => Ok(Answer { status, body: AnswerBody::Bytes(bytes) }),
                Body::Held(held) => Ok(Answer { status, body: AnswerBody::Held(held) }),
                Body::Stream(_) => Err(Error::new(ErrorKind::Decode, "a stream came unasked")),
            };
            return Exchange { outcome: Outcome::Success, hint: None, token: None, result };
        }
        let header = |name| response.headers.get(name);
        if let Some(id) = header("x-request-id") {
            trail.request_ids.push(id);
        }
        let should_retry = header("avalo-should-retry").and_then(|value| value.parse().ok());
        let hint = date::retry_after(&*response.headers);
        let error = Error::from_answer(status, response.body.text().unwrap_or_default(), hint);
        let outcome = classify(status, error.code_name(), should_retry);
        Exchange { outcome, hint: error.hint(), token: None, result: Err(error) }
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

/// What came of one attempt.
struct Exchange {
    outcome: Outcome,
    hint: Option<Millis>,
    /// The access token that was used.
    token: Option<Arc<str>>,
    result: Result<Answer, Error>,
}
