//! `/_test`: what tests may do to the world. Absent unless the server was started for tests.

mod inspector;
mod states;

use std::sync::Arc;

use avalo_sdk::{Code, Problem};
use axum::{
    Extension, Router,
    body::Bytes,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::{delete, get},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::json;

use super::{
    App,
    answer::{self, MAX_MS},
    envelope::RequestId,
};
use crate::{
    faults::FaultRule,
    handlers::{auth, notifications},
    ledger,
    refusal::Refusal,
    wording,
};

pub(super) fn router() -> Router<Arc<App>> {
    Router::new()
        .merge(inspector::router())
        .merge(states::router())
        .route("/_test/faults", get(plan).post(faults))
        .route("/_test/clock", get(clock).post(advance))
        .route("/_test/invariants", get(invariants))
        .route("/_test/streams", get(streams).delete(close_streams))
        .route("/_test/events", delete(forget_events))
        .route("/_test/outbox", get(outbox))
        .route("/_test/pushes", get(pushes))
        .route("/_test/totp/{secret}", get(totp))
}

/// How far to move the clock.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Advance {
    /// In milliseconds.
    advance_ms: i64,
}

fn answer<T: Serialize>(id: &RequestId, result: Result<T, Problem>) -> Response {
    match result.map(|value| serde_json::to_vec(&value).unwrap_or_default()) {
        Ok(body) => answer::json(StatusCode::OK, body),
        Err(problem) => answer::problem(id, problem),
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let read: Result<T, _> = serde_path_to_error::deserialize(&mut json);
    let read = read.map_err(|error| {
        let (place, why) = (error.path().to_string(), error.inner().to_string());
        let missing = why.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        let field = missing.unwrap_or(if place == "." { "it" } else { &place });
        format!("{field} {}", wording::plain(&why, ""))
    });
    read.and_then(|value| json.end().map(|()| value).map_err(|error| error.to_string()))
        .map_err(|why| Problem::new(Code::InvalidRequest, format!("the body is not as expected: {why}")))
}

async fn faults(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>, body: Bytes) -> Response {
    answer(
        &id,
        read::<Vec<FaultRule>>(&body).and_then(|rules| {
            let count = rules.len();
            app.plan.set(rules)?;
            Ok(json!({ "rules": count }))
        }),
    )
}

/// The plan in force.
async fn plan(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    answer(&id, Ok(app.plan.rules()))
}

async fn clock(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    answer(&id, app.world.run(|machine| json!({ "nowMs": machine.now_ms })).await)
}

async fn advance(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>, body: Bytes) -> Response {
    let request = match read::<Advance>(&body) {
        Ok(request) if request.advance_ms >= 0 => request,
        Ok(_) => return answer::<()>(&id, Err(Problem::field("advanceMs", "time does not go back"))),
        Err(problem) => return answer::<()>(&id, Err(problem)),
    };
    answer(&id, app.advance(request.advance_ms).await.map(|now_ms| json!({ "nowMs": now_ms })))
}

impl App {
    /// Moves the clock and returns the new time once everything that was due has happened.
    pub(crate) async fn advance(&self, ms: i64) -> Result<i64, Problem> {
        let moved = self.world.run(move |machine| {
            let target = machine.now_ms.saturating_add(ms).min(MAX_MS);
            machine.travel(target).map(|()| machine.now_ms).map_err(Refusal::into_problem)
        });
        moved.await?
    }

    /// Loses what happened so far, as a server that was restored from a backup has.
    pub(crate) async fn forget_events(&self) -> Result<(), Problem> {
        let forgotten = self.world.run(|machine| machine.forget_events().map_err(Refusal::from));
        forgotten.await?.map_err(Refusal::into_problem)
    }

    /// What was sent by mail.
    pub(crate) async fn mails(&self) -> Result<Vec<auth::Mail>, Problem> {
        let read = self.world.run(|machine| auth::outbox(&machine.db).map_err(Refusal::from));
        read.await?.map_err(Refusal::into_problem)
    }

    /// What was sent to devices.
    pub(crate) async fn pushes(&self) -> Result<Vec<notifications::Push>, Problem> {
        let read = self.world.run(|machine| notifications::pushes(&machine.db).map_err(Refusal::from));
        read.await?.map_err(Refusal::into_problem)
    }

    /// What holds of the ledger now.
    pub(crate) async fn invariants(&self) -> Result<ledger::Invariants, Problem> {
        let read = self.world.run(|machine| ledger::invariants(&machine.db).map_err(Refusal::from));
        read.await?.map_err(Refusal::into_problem)
    }
}

async fn invariants(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    answer(&id, app.invariants().await)
}

async fn streams(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    answer(&id, Ok(json!({ "open": app.world.streams.count() })))
}

async fn close_streams(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    answer(&id, Ok(json!({ "closed": app.world.streams.close_all() })))
}

/// Ends the history of events: whoever comes back to a stream is told to read anew.
async fn forget_events(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    answer(&id, app.forget_events().await.map(|()| json!({})))
}

/// The mails that would have been sent: they hold what only their reader may know, which here is
/// the test.
async fn outbox(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    answer(&id, app.mails().await.map(|mails| json!({ "mails": mails })))
}

/// The push messages that would have been sent.
async fn pushes(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    answer(&id, app.pushes().await.map(|pushes| json!({ "pushes": pushes })))
}

/// What an authenticator shows now.
async fn totp(
    State(app): State<Arc<App>>,
    Extension(id): Extension<RequestId>,
    Path(secret): Path<String>,
) -> Response {
    answer(&id, Ok(json!({ "code": auth::totp_code(&secret, app.world.now_ms()) })))
}
