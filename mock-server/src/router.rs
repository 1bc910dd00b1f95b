//! From an operation's row to its handler: everything the row says is enforced here, once.

mod decode;

use std::collections::BTreeMap;

use avalo_sdk::{
    Code, Problem,
    model::Timestamp,
    operation::{Auth, Operation, Retry, Spec},
};
use serde::Serialize;

use crate::{
    context::{Caller, Ctx},
    handlers,
    idempotency::{self, Fingerprint},
    refusal::{Answer, Refusal, refuse},
    world::Machine,
};

/// A request as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Incoming {
    /// The fields that the path names.
    pub(crate) path: BTreeMap<String, String>,
    pub(crate) query: String,
    pub(crate) body: bytes::Bytes,
    pub(crate) content_type: Option<String>,
    pub(crate) token: Option<String>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) request_id: String,
}

/// What the caller is answered.
#[derive(Clone, Debug)]
pub(crate) struct Outgoing {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    pub(crate) replayed: bool,
    /// In how many seconds another try makes sense.
    pub(crate) retry_after: Option<u32>,
}

impl Outgoing {
    /// An error, under the id of the request.
    pub(crate) fn problem(problem: Problem, request_id: &str) -> Self {
        let problem = Problem { request_id: Some(request_id.to_owned()), ..problem };
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        Self { status: problem.status, body, replayed: false, retry_after: problem.retry_after }
    }
}

/// Reads a request. What it returns carries it out.
type Read = Box<dyn Fn(&Incoming) -> Answer<Call> + Send + Sync>;
type Call = Box<dyn FnOnce(&mut Ctx<'_>) -> Answer<Outgoing>>;

/// The words of an answer's body that are streamed before it, for an operation whose row says `stream`.
type Words = Box<dyn Fn(&[u8]) -> Option<String> + Send + Sync>;

/// An operation and its handler.
pub(crate) struct Route {
    pub(crate) spec: &'static Spec,
    read: Read,
    words: Option<Words>,
}

/// The handlers of all operations.
#[derive(Default)]
pub(crate) struct Routes(pub(crate) Vec<Route>);

impl Routes {
    /// Adds a handler. The type of its argument says which operation it is.
    pub(crate) fn on<R: Operation>(mut self, handler: fn(&mut Ctx<'_>, R) -> Answer<R::Response>) -> Self {
        let read: Read = Box::new(move |incoming| {
            let request = decode::request::<R>(incoming)?;
            Ok(Box::new(move |ctx| answer(&handler(ctx, request)?)))
        });
        self.0.push(Route { spec: R::SPEC, read, words: None });
        self
    }

    /// Adds a handler whose answer is streamed: first these words of it, piece by piece, then the whole. It
    /// is carried out, kept under its key and answered again as any other.
    pub(crate) fn on_stream<R: Operation>(
        self,
        handler: fn(&mut Ctx<'_>, R) -> Answer<R::Response>,
        words: fn(&R::Response) -> &str,
    ) -> Self {
        let mut routes = self.on(handler);
        if let Some(route) = routes.0.last_mut() {
            route.words = Some(Box::new(move |body| {
                let answer = serde_json::from_slice::<R::Response>(body).ok()?;
                Some(words(&answer).to_owned())
            }));
        }
        routes
    }
}

/// A success: 204 without a body for an operation that answers nothing.
fn answer<T: Serialize>(response: &T) -> Answer<Outgoing> {
    let body = serde_json::to_vec(response)
        .map_err(|error| Problem::new(Code::Internal, format!("the answer cannot be written: {error}")))?;
    let (status, body) = if body == b"null" { (204, Vec::new()) } else { (200, body) };
    Ok(Outgoing { status, body, replayed: false, retry_after: None })
}

impl Route {
    /// Carries out one request in the world: who is it, may they, was it done before, did
    /// they step up, do it.
    pub(crate) fn serve(&self, machine: &mut Machine, incoming: &Incoming) -> Outgoing {
        self.try_serve(machine, incoming)
            .unwrap_or_else(|refusal| Outgoing::problem(refusal.into_problem(), &incoming.request_id))
    }

    /// The words that are streamed before this answer: of a success of an operation that streams.
    pub(crate) fn words(&self, outgoing: &Outgoing) -> Option<String> {
        let words = self.words.as_ref().filter(|_| outgoing.status == 200)?;
        words(&outgoing.body)
    }

    fn try_serve(&self, machine: &mut Machine, incoming: &Incoming) -> Answer<Outgoing> {
        machine.tick()?;
        let caller = match self.authenticate(machine, incoming) {
            Ok(caller) => caller,
            Err(refusal) => return self.farewell(machine, incoming)?.ok_or(refusal),
        };
        let session = caller.as_ref().map(|caller| caller.session_id.0.clone());
        let fingerprint = match self.spec.retry {
            Retry::Keyed => Some(Fingerprint::of(self.spec, incoming, caller.as_ref())?),
            Retry::Safe | Retry::Never => None,
        };
        let now_ms = machine.now_ms;
        if let Some(fingerprint) = &fingerprint
            && let Some(replay) = idempotency::find(&machine.db, fingerprint, now_ms)?
        {
            return Ok(replay);
        }
        self.check_step_up(caller.as_ref(), now_ms)?;
        let call = (self.read)(incoming)?;
        let result = machine.act(caller, |ctx| {
            let outgoing = call(ctx)?;
            if let Some(fingerprint) = &fingerprint {
                idempotency::keep(ctx.db, fingerprint, &outgoing, now_ms)?;
                if let (Some(session), Some(token)) = (&session, &incoming.token)
                    && ctx.ended_sessions.contains(session)
                {
                    idempotency::keep(ctx.db, &fingerprint.of_token(token), &outgoing, now_ms)?;
                }
            }
            Ok(outgoing)
        });
        match (result, &fingerprint) {
            // A refusal by the rules is a result too: the same request gets it again.
            (Err(Refusal::Problem(problem)), Some(fingerprint)) if idempotency::is_final(&problem) => {
                let outgoing = Outgoing::problem(*problem, &incoming.request_id);
                idempotency::keep(&machine.db, fingerprint, &outgoing, now_ms)?;
                Ok(outgoing)
            }
            (result, _) => result,
        }
    }

    /// The answer to a request that ended its own session, for the token that made it.
    fn farewell(&self, machine: &Machine, incoming: &Incoming) -> Answer<Option<Outgoing>> {
        let (Retry::Keyed, Some(token)) = (self.spec.retry, &incoming.token) else { return Ok(None) };
        match Fingerprint::of(self.spec, incoming, None) {
            Ok(fingerprint) => idempotency::find(&machine.db, &fingerprint.of_token(token), machine.now_ms),
            Err(_) => Ok(None),
        }
    }

    fn authenticate(&self, machine: &mut Machine, incoming: &Incoming) -> Answer<Option<Caller>> {
        if self.spec.auth == Auth::Public {
            return Ok(None);
        }
        let Some(token) = &incoming.token else {
            return refuse(Code::Unauthenticated, "the request has no access token");
        };
        let caller = machine.act(None, |ctx| handlers::auth::authenticate(ctx, token))?;
        match self.spec.auth {
            Auth::Public | Auth::User => {}
            Auth::Verified if !caller.is_verified => {
                return refuse(
                    Code::VerificationRequired,
                    "identity and age must be approved: see auth.submitKyc",
                );
            }
            Auth::Creator if !caller.is_creator => {
                return refuse(Code::CreatorRequired, "this is for creators: see profiles.becomeCreator");
            }
            Auth::Staff if !caller.is_staff() => {
                return refuse(Code::PermissionDenied, "this is for the staff");
            }
            Auth::Admin if !caller.is_admin() => {
                return refuse(Code::PermissionDenied, "this is for administrators");
            }
            Auth::Verified | Auth::Creator | Auth::Staff | Auth::Admin => {}
        }
        Ok(Some(caller))
    }

    /// Asked only of a request that is carried out, not of one that is answered again: what it did
    /// may have used the step-up up, and its caller must still learn that it was done.
    fn check_step_up(&self, caller: Option<&Caller>, now_ms: i64) -> Answer<()> {
        let now = Timestamp::from_unix_ms(now_ms);
        if self.spec.step_up && !caller.is_some_and(|caller| caller.has_stepped_up(now)) {
            return refuse(Code::StepUpRequired, "prove a second factor first: see auth.startStepUp");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    /// One that is answered whole could never be read by a client that waits for a stream.
    #[test]
    fn what_the_row_calls_a_stream_is_streamed_and_nothing_else_is() {
        for route in crate::handlers::routes().0 {
            assert_eq!(route.spec.stream, route.words.is_some(), "{}", route.spec.id);
        }
    }
}
