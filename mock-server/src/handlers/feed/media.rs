//! Uploads: leave to send a file, the file itself, and its use in one place.

use std::sync::Arc;

use avalo_sdk::{
    Code, Problem,
    api::feed::{RequestUpload, UploadGrant, UploadKind},
    model::{UploadId, UserId},
};
use axum::{
    Extension, Router,
    body::Body,
    extract::{
        Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
    routing::{get, put},
};
use bytes::Bytes;
use rusqlite::{OptionalExtension, params};
use serde::Deserialize;

use crate::{
    context::Ctx,
    http::{App, RequestId, problem, read_body},
    refusal::{Answer, Refusal, refuse},
};

/// How long an address for a file is good: 15 minutes.
const LIFE_MS: i64 = 15 * 60_000;

const MEGABYTE: i64 = 1 << 20;

/// What the address of a file begins with, before its id.
const PREFIX: &str = "/media/";

/// What images, videos and recordings may be.
const IMAGES: [&str; 4] = ["image/jpeg", "image/png", "image/webp", "image/heic"];
const VIDEOS: [&str; 3] = ["video/mp4", "video/quicktime", "video/webm"];
const RECORDINGS: [&str; 5] = ["audio/mpeg", "audio/mp4", "audio/aac", "audio/ogg", "audio/webm"];

/// The largest file of a kind, in bytes, and what it may show.
fn limits(kind: UploadKind) -> (i64, &'static [Medium]) {
    let (megabytes, media): (i64, &[Medium]) = match kind {
        UploadKind::ProfilePhoto => (10, &[Medium::Image]),
        UploadKind::FeedImage => (50, &[Medium::Image]),
        UploadKind::StoryVideo => (100, &[Medium::Video]),
        UploadKind::ChatImage => (20, &[Medium::Image]),
        UploadKind::ChatVideo => (50, &[Medium::Video]),
        UploadKind::ChatAudio => (50, &[Medium::Recording]),
        UploadKind::CreatorContent => (200, &[Medium::Image, Medium::Video]),
        _ => (0, &[]),
    };
    (megabytes * MEGABYTE, media)
}

pub(super) fn request_upload(ctx: &mut Ctx<'_>, request: RequestUpload) -> Answer<UploadGrant> {
    let user = ctx.user()?;
    if request.kind == UploadKind::CreatorContent && !ctx.caller()?.is_creator {
        return refuse(Code::CreatorRequired, "this kind is for creators, see profiles.becomeCreator");
    }
    let (most, media) = limits(request.kind);
    if request.size > most {
        let detail = format!("a {} has at most {} MB", request.kind.as_str(), most / MEGABYTE);
        return refuse(Code::PayloadTooLarge, detail);
    }
    let content_type = request.content_type.as_str();
    if !Medium::of(content_type).is_some_and(|medium| media.contains(&medium)) {
        return refuse(
            Code::UnsupportedMediaType,
            format!("a {} cannot be {content_type:?}", request.kind.as_str()),
        );
    }
    let (id, secret, expires_at) = (ctx.id("upl"), ctx.secret(), ctx.after(LIFE_MS));
    ctx.db
        .prepare_cached(
            "INSERT INTO uploads (id, user_id, kind, content_type, size, secret, expires_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            id,
            user.as_str(),
            request.kind.as_str(),
            content_type,
            request.size,
            secret,
            expires_at.unix_ms
        ])?;
    Ok(UploadGrant {
        upload_url: format!("/v1/media/uploads/{id}?token={secret}"),
        media_url: format!("{PREFIX}{id}"),
        id: UploadId(id),
        expires_at,
    })
}

/// What a file shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Medium {
    Image,
    Video,
    Recording,
}

impl Medium {
    fn of(content_type: &str) -> Option<Self> {
        let known: [(Self, &[&str]); 3] =
            [(Self::Image, &IMAGES), (Self::Video, &VIDEOS), (Self::Recording, &RECORDINGS)];
        known.into_iter().find(|(_, types)| types.contains(&content_type)).map(|(medium, _)| medium)
    }
}

/// Uses a file that the user has uploaded as one of these kinds, and says what it shows. A file is
/// used once.
///
/// # Errors
///
/// `validation_failed` naming the field for an address that is none of the user's uploads or is of
/// another kind, `failed_precondition` before the bytes are there or when it is used elsewhere.
pub(crate) fn use_media(
    ctx: &Ctx<'_>,
    user: &UserId,
    field: &str,
    url: &str,
    kinds: &[UploadKind],
) -> Answer<Medium> {
    let id = url.strip_prefix(PREFIX).unwrap_or_default();
    let found = ctx
        .db
        .prepare_cached(
            "SELECT kind, content_type, bytes IS NOT NULL, used FROM uploads WHERE id = ?1 AND user_id = ?2",
        )?
        .query_row([id, user.as_str()], |row| {
            let (kind, content_type): (String, String) = (row.get(0)?, row.get(1)?);
            Ok((kind, content_type, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let Some((kind, content_type, arrived, used)) = found else {
        return Err(Problem::field(field, "is no address that requestUpload gave to this user").into());
    };
    if !kinds.iter().any(|allowed| allowed.as_str() == kind) {
        return Err(Problem::field(field, format!("a {kind} has no place here")).into());
    }
    match (arrived, used) {
        (false, _) => return refuse(Code::FailedPrecondition, "the file has not arrived yet"),
        (true, true) => return refuse(Code::FailedPrecondition, "the file is used already; upload it anew"),
        (true, false) => {}
    }
    ctx.db.prepare_cached("UPDATE uploads SET used = 1 WHERE id = ?1")?.execute([id])?;
    Ok(Medium::of(&content_type).unwrap_or(Medium::Image))
}

/// A file of the user's own: its media type, and its bytes once they are there. It stays unused.
///
/// # Errors
///
/// `not_found`.
pub(crate) fn own_file(ctx: &Ctx<'_>, user: &UserId, id: &UploadId) -> Answer<(String, Option<Vec<u8>>)> {
    let found = ctx
        .db
        .prepare_cached("SELECT content_type, bytes FROM uploads WHERE id = ?1 AND user_id = ?2")?
        .query_row([id.as_str(), user.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found.map_or_else(|| refuse(Code::NotFound, "there is no such upload of this user"), Ok)
}

/// Lets the files at these addresses be used elsewhere: what would have shown them will not come.
pub(crate) fn release(ctx: &Ctx<'_>, urls: &[String]) -> Answer<()> {
    for id in urls.iter().filter_map(|url| url.strip_prefix(PREFIX)) {
        ctx.db.prepare_cached("UPDATE uploads SET used = 0 WHERE id = ?1")?.execute([id])?;
    }
    Ok(())
}

/// Deletes the files at these addresses: what showed them is gone.
pub(crate) fn delete(ctx: &Ctx<'_>, urls: &[String]) -> Answer<()> {
    for id in urls.iter().filter_map(|url| url.strip_prefix(PREFIX)) {
        ctx.db.prepare_cached("DELETE FROM uploads WHERE id = ?1")?.execute([id])?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Leave {
    token: String,
}

/// Where the bytes go, and where they are read. The address is the leave: no access token is asked for.
pub(crate) fn router() -> Router<Arc<App>> {
    Router::new().route("/v1/media/uploads/{id}", put(store)).route("/media/{id}", get(serve))
}

async fn store(
    State(app): State<Arc<App>>,
    Extension(request_id): Extension<RequestId>,
    path: Result<Path<String>, PathRejection>,
    leave: Result<Query<Leave>, QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    match receive(&app, path, leave, &headers, body).await {
        Ok(()) => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NO_CONTENT;
            response
        }
        Err(refused) => problem(&request_id, refused),
    }
}

async fn receive(
    app: &App,
    path: Result<Path<String>, PathRejection>,
    leave: Result<Query<Leave>, QueryRejection>,
    headers: &HeaderMap,
    body: Body,
) -> Result<(), Problem> {
    let granted = match (path, leave) {
        (Ok(Path(id)), Ok(Query(Leave { token }))) => {
            let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
            let content_type = kind.unwrap_or_default().to_owned();
            let asked = id.clone();
            let granted = app
                .world
                .run(move |machine| machine.act(None, |ctx| granted(ctx, &asked, &token, &content_type)))
                .await;
            flatten(granted).map(|size| (id, size))
        }
        _ => Err(wrong_address()),
    };
    // The body is read in any case, so that the answer finds its way back, but never more of it is
    // kept than was asked leave for.
    let bytes = read_body(body, granted.as_ref().map_or(0, |(_, size)| *size)).await;
    let (id, size) = granted?;
    let bytes = bytes?;
    if bytes.len() != size {
        let detail = format!("{size} bytes were announced, {} came", bytes.len());
        return Err(Problem::new(Code::InvalidRequest, detail));
    }
    let stored = app.world.run(move |machine| {
        machine.act(None, |ctx| {
            let mut write =
                ctx.db.prepare_cached("UPDATE uploads SET bytes = ?2 WHERE id = ?1 AND used = 0")?;
            // While they were on their way, the file may have been used: it stays what it was.
            if write.execute(params![id, bytes.as_ref()])? == 1 {
                Ok(())
            } else {
                Err(wrong_address().into())
            }
        })
    });
    flatten(stored.await)
}

fn wrong_address() -> Problem {
    Problem::new(Code::PermissionDenied, "the address is wrong, too old or used; ask for another one")
}

/// How many bytes may come to this address.
fn granted(ctx: &mut Ctx<'_>, id: &str, token: &str, content_type: &str) -> Answer<usize> {
    let found = ctx
        .db
        .prepare_cached(
            "SELECT size, content_type FROM uploads
             WHERE id = ?1 AND secret = ?2 AND expires_ms > ?3 AND used = 0",
        )?
        .query_row(params![id, token, ctx.now.unix_ms], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    let Some((size, granted)) = found else {
        return Err(wrong_address().into());
    };
    if granted != content_type {
        return refuse(Code::UnsupportedMediaType, format!("the leave is for {granted}"));
    }
    Ok(usize::try_from(size).unwrap_or(0))
}

async fn serve(
    State(app): State<Arc<App>>,
    Extension(request_id): Extension<RequestId>,
    path: Result<Path<String>, PathRejection>,
) -> Response {
    let Ok(Path(id)) = path else {
        return problem(&request_id, Problem::new(Code::InvalidRequest, "the path is not UTF-8"));
    };
    let read = app.world.run(move |machine| {
        machine.act(None, |ctx| {
            let mut read = ctx.db.prepare_cached(
                "SELECT content_type, bytes FROM uploads WHERE id = ?1 AND bytes IS NOT NULL",
            )?;
            let found = read
                .query_row([id], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?)))
                .optional()?;
            found.map_or_else(|| refuse(Code::NotFound, "there is no such file"), Ok)
        })
    });
    match flatten(read.await) {
        Ok((content_type, bytes)) => {
            let mut response = Response::new(Body::from(Bytes::from(bytes)));
            if let Ok(content_type) = HeaderValue::from_str(&content_type) {
                response.headers_mut().insert(header::CONTENT_TYPE, content_type);
            }
            response
        }
        Err(refused) => problem(&request_id, refused),
    }
}

fn flatten<T>(answered: Result<Answer<T>, Problem>) -> Result<T, Problem> {
    answered?.map_err(Refusal::into_problem)
}
