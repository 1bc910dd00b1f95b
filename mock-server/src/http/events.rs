//! What happens to a user, as it happens: `GET /v1/events` tells all of it, `GET
//! /v1/notifications/events` the notifications.
//!
//! Both are one history with one numbering. Where the second leaves an event out it says its number
//! alone, so that a reader who comes back has missed nothing.

use std::{convert::Infallible, sync::Arc, time::Duration};

use avalo_sdk::{
    api::{chat::SubscribeToMessages, notifications::SubscribeToNotifications},
    event::{Event, EventKind},
    model::Timestamp,
    operation::{Operation, Spec},
};
use axum::{
    Extension,
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, Uri, header},
    response::Response,
};
use bytes::Bytes;
use futures_util::stream;
use serde::Deserialize;
use tokio::sync::mpsc;

use super::{App, answer, envelope::RequestId, fault, journal::Entry, operation::bearer, stream_faults};
use crate::{
    handlers::auth::authenticate,
    refusal::{Answer, Refusal, refuse},
    world::{Machine, Piece},
};

/// A stream says something at least this often, so that a dead connection is noticed.
const HEARTBEAT: Duration = Duration::from_secs(25);

const SIGN_OF_LIFE: Bytes = Bytes::from_static(b": still here\n\n");

/// The operations whose answer is a stream.
pub(crate) const STREAMS: [&Spec; 2] = [SubscribeToMessages::SPEC, SubscribeToNotifications::SPEC];

/// Which events a stream tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Topic {
    Everything,
    Notifications,
}

impl Topic {
    fn of(spec: &Spec) -> Self {
        if spec.id == SubscribeToNotifications::SPEC.id { Self::Notifications } else { Self::Everything }
    }

    fn tells(self, data: &str) -> bool {
        #[derive(Deserialize)]
        struct Kind {
            kind: EventKind,
        }
        self == Self::Everything
            || serde_json::from_str(data).is_ok_and(|Kind { kind }| kind == EventKind::Notification)
    }

    /// What is sent of an event: all of it, its number alone, or a sign of life.
    fn frame(self, epoch: &str, number: Option<i64>, data: &str) -> Bytes {
        match number {
            _ if self.tells(data) => frame(epoch, number, data),
            Some(number) => Bytes::from(format!("id: {epoch}-{number}\n\n")),
            None => SIGN_OF_LIFE,
        }
    }
}

/// What a reader is sent first, and where the rest comes from.
struct Opened {
    backlog: Vec<Bytes>,
    live: mpsc::Receiver<Piece>,
    epoch: String,
    topic: Topic,
}

pub(super) async fn stream(
    spec: &'static Spec,
    State(app): State<Arc<App>>,
    Extension(id): Extension<RequestId>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let topic = Topic::of(spec);
    let strike = app.plan.strike(spec);
    let fault = strike.as_ref().map(|strike| &strike.rule.fault);
    let mut entry = Entry::begin(&app, &id, spec, &uri);
    entry.record.meet(strike.as_ref());
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    let token = bearer(&headers);
    if let Some(response) = fault::before(fault, &id, &app).await {
        entry.record.status = response.status().as_u16();
        app.journal.add(entry);
        return response;
    }
    let streams = Arc::clone(&app.world.streams);
    let opened = app
        .world
        .run(move |machine| open(machine, token.as_deref(), last.as_deref(), topic, &streams))
        .await
        .and_then(|opened| opened.map_err(Refusal::into_problem));
    match opened {
        Ok(opened) => {
            app.journal.add(entry);
            let pieces = stream_faults::apply(fault, pieces(opened));
            let mut response = Response::new(Body::from_stream(pieces));
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(problem) => {
            entry.record.status = problem.status;
            app.journal.add(entry);
            answer::problem(&id, problem)
        }
    }
}

/// Reads what was missed and joins the live events in one step of the world, so that nothing falls
/// in between.
fn open(
    machine: &mut Machine,
    token: Option<&str>,
    last: Option<&str>,
    topic: Topic,
    streams: &crate::world::Streams,
) -> Answer<Opened> {
    machine.tick()?;
    let Some(token) = token else {
        return refuse(avalo_sdk::Code::Unauthenticated, "the request has no access token");
    };
    let caller = machine.act(None, |ctx| authenticate(ctx, token))?;
    let user = caller.user_id.as_str();
    let epoch = machine.epoch()?;
    let (first, newest) = machine.db.query_row(
        "SELECT COALESCE(MIN(number), 0), COALESCE((SELECT last FROM streams WHERE user_id = ?1), 0)
         FROM events WHERE user_id = ?1",
        [user],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
    )?;
    // The bytes say that the stream is open; who comes for the first time learns where it stands.
    let mut backlog = vec![Bytes::from(match last {
        Some(_) => ": open\n\n".to_owned(),
        None => format!(": open\nid: {epoch}-{newest}\n\n"),
    })];
    if let Some(last) = last {
        let place =
            last.rsplit_once('-').and_then(|(epoch, number)| Some((epoch, number.parse::<i64>().ok()?)));
        match place {
            // The next event is still there, or there is none yet.
            Some((known, number)) if known == epoch && number <= newest && number + 1 >= first => {
                let mut read = machine.db.prepare_cached(
                    "SELECT number, data FROM events WHERE user_id = ?1 AND number > ?2 ORDER BY number",
                )?;
                let rows = read.query_map(rusqlite::params![user, number], |row| {
                    Ok(topic.frame(&epoch, Some(row.get(0)?), &row.get::<_, String>(1)?))
                })?;
                for row in rows {
                    backlog.push(row?);
                }
            }
            _ => backlog.push(resync(&epoch, newest, machine.now_ms)),
        }
    }
    let live = streams.join(user, caller.session_id.as_str());
    Ok(Opened { backlog, live, epoch, topic })
}

/// Says that events are gone, and where the new history stands.
fn resync(epoch: &str, newest: i64, now_ms: i64) -> Bytes {
    let event = Event::new(EventKind::Resync, Timestamp::from_unix_ms(now_ms));
    frame(epoch, Some(newest), &serde_json::to_string(&event).unwrap_or_default())
}

fn frame(epoch: &str, number: Option<i64>, data: &str) -> Bytes {
    let id = number.map(|number| format!("id: {epoch}-{number}\n")).unwrap_or_default();
    Bytes::from(format!("{id}data: {data}\n\n"))
}

fn pieces(opened: Opened) -> impl futures_util::Stream<Item = Result<Bytes, Infallible>> {
    let Opened { backlog, live, epoch, topic } = opened;
    let backlog = std::collections::VecDeque::from(backlog);
    stream::unfold((backlog, live, epoch), move |(mut backlog, mut live, epoch)| async move {
        let piece = match backlog.pop_front() {
            Some(piece) => piece,
            None => match tokio::time::timeout(HEARTBEAT, live.recv()).await {
                Ok(Some(piece)) => topic.frame(&epoch, piece.number, &piece.data),
                Ok(None) => return None,
                Err(_) => SIGN_OF_LIFE,
            },
        };
        Some((Ok(piece), (backlog, live, epoch)))
    })
}
