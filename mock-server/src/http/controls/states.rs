//! `/_test/snapshot`, `/_test/reset` and `/_test/fork`: the world kept, put back and doubled.

use std::sync::Arc;

use avalo_sdk::{Code, Problem};
use axum::{
    Extension, Router,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::{
    super::{App, answer as face, envelope::RequestId},
    answer, read,
};
use crate::MockServer;

pub(super) fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/_test/snapshot", get(snapshots).post(snapshot))
        .route("/_test/reset", post(reset))
        .route("/_test/fork", post(fork).delete(end))
        .route("/_test/forks", get(forks))
}

/// What a snapshot is called.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: Option<String>,
}

/// From which state; from the present or the beginning if none is named.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct From {
    snapshot: Option<String>,
}

/// A body that need not be there.
fn optional<T: DeserializeOwned + Default>(body: &[u8]) -> Result<T, Problem> {
    if body.is_empty() { Ok(T::default()) } else { read(body) }
}

fn created(id: &RequestId, result: Result<Value, Problem>) -> Response {
    match result {
        Ok(value) => face::json(StatusCode::CREATED, value.to_string().into_bytes()),
        Err(problem) => face::problem(id, problem),
    }
}

async fn snapshots(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    let one = |(name, now_ms)| json!({ "id": name, "nowMs": now_ms });
    let snapshots: Vec<Value> = app.states.names().into_iter().map(one).collect();
    answer(&id, Ok(json!({ "snapshots": snapshots })))
}

async fn snapshot(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>, body: Bytes) -> Response {
    created(&id, take(&app, &body).await)
}

async fn take(app: &Arc<App>, body: &[u8]) -> Result<Value, Problem> {
    let Name { name } = optional(body)?;
    app.states.check_name(name.as_deref())?;
    let snapshot = app.snapshot().await?;
    let now_ms = snapshot.now_ms();
    Ok(json!({ "id": app.states.keep(name, snapshot)?, "nowMs": now_ms }))
}

async fn reset(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>, body: Bytes) -> Response {
    let put_back = async || {
        let From { snapshot } = optional(&body)?;
        let to = app.states.find(snapshot.as_deref())?;
        let now_ms = to.now_ms();
        app.reset(to).await?;
        Ok(json!({ "nowMs": now_ms }))
    };
    answer(&id, put_back().await)
}

async fn fork(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>, body: Bytes) -> Response {
    created(&id, double(&app, &body).await)
}

async fn double(app: &Arc<App>, body: &[u8]) -> Result<Value, Problem> {
    let From { snapshot } = optional(body)?;
    app.states.check_room()?;
    let from = match snapshot {
        Some(name) => app.states.find(Some(&name))?,
        None => app.snapshot().await?,
    };
    let fork = MockServer::fork_of(app, &from).await;
    let fork = fork.map_err(|error| Problem::new(Code::Unavailable, error.to_string()))?;
    let told = json!({ "id": fork.fork_id(), "url": fork.url(), "nowMs": from.now_ms() });
    fork.detach();
    Ok(told)
}

/// Ends the fork that is asked; its answer is the last one.
async fn end(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    let Some(fork) = app.states.fork_id() else {
        let detail = "this server is no fork: end its process, or a fork at the fork's own URL";
        return answer::<()>(&id, Err(Problem::new(Code::FailedPrecondition, detail)));
    };
    app.end();
    answer(&id, Ok(json!({ "ended": fork })))
}

/// The forks of this server and those of its forks.
async fn forks(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    let forks = app.states.forks();
    let one =
        |fork: &crate::states::Fork| json!({ "id": fork.id(), "url": fork.url, "parent": fork.parent_id() });
    answer(
        &id,
        Ok(json!({ "forks": forks.iter().map(one).collect::<Vec<_>>(), "self": app.states.fork_id() })),
    )
}
