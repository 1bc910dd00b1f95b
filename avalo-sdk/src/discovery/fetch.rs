//! Fetching the document, without credentials and without being led away.

use std::{borrow::Cow, sync::Arc};

use crate::{
    engine::{
        endpoint::Endpoint,
        text::{decimal, joined, parts, whole},
    },
    operation::Method,
    platform::{Millis, SECOND},
    transport::{Read, Request, Response, Transport},
};

/// Where the document is.
const PATH: &str = "/.well-known/avalo-config.json";

/// The largest document, in bytes.
const SIZE_LIMIT: usize = 64 * 1024;

/// How many redirects are followed.
const REDIRECTS: usize = 3;

/// How long a document is fresh if the server does not say.
const DEFAULT_MAX_AGE: Millis = 300 * SECOND;

/// What a fetch brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fetched {
    /// The document that is known still holds.
    Unchanged { max_age: Millis },
    /// A document.
    Document { text: String, etag: Option<String>, max_age: Millis },
    /// The platform has none.
    None,
    /// It could not be had.
    Failed(String),
}

pub(crate) async fn fetch(
    transport: Arc<dyn Transport>,
    origin: Endpoint,
    allow_http: bool,
    etag: Option<String>,
) -> Fetched {
    let mut url = origin.at_root(PATH);
    for _ in 0..=REDIRECTS {
        let mut headers = vec![("accept", Cow::Borrowed("application/json"))];
        if let Some(etag) = &etag {
            headers.push(("if-none-match", Cow::Owned(etag.clone())));
        }
        let read = Read::Text { limit: SIZE_LIMIT };
        let request = Request { method: Method::Get, url: url.clone(), headers, body: None, read };
        let response = match transport.send(request).await {
            Ok(response) => response,
            Err(error) => return failed("was not fetched: ", &error.detail),
        };
        match response.status {
            200 => return document(&response),
            304 => return Fetched::Unchanged { max_age: max_age(&response) },
            404 => return Fetched::None,
            301 | 302 | 303 | 307 | 308 => match follow(&origin, &url, &response, allow_http) {
                Some(next) => url = next,
                None => return failed("was moved to another site", ""),
            },
            status => return failed("is not there; the server answered ", &decimal(status.into())),
        }
    }
    failed("was moved again and again", "")
}

fn failed(why: &str, detail: &str) -> Fetched {
    Fetched::Failed(joined(&["the configuration ", why, detail]))
}

fn document(response: &Response) -> Fetched {
    match response.body.text() {
        Some(text) => Fetched::Document {
            text: text.to_owned(),
            etag: response.headers.get("etag"),
            max_age: max_age(response),
        },
        None => failed("is not UTF-8", ""),
    }
}

/// Where a redirect leads, if it stays on the site and does not give up https.
fn follow(origin: &Endpoint, from: &str, response: &Response, allow_http: bool) -> Option<String> {
    let location = response.headers.get("location")?;
    if location.starts_with("/") && !location.starts_with("//") {
        let here = Endpoint::parse(from, allow_http).ok()?;
        return Some(here.at_root(&location));
    }
    let next = Endpoint::parse(&location, allow_http).ok()?;
    let allowed = origin.same_site(&next) && !origin.downgrades_to(&next);
    allowed.then_some(location)
}

fn max_age(response: &Response) -> Millis {
    let control = response.headers.get("cache-control").unwrap_or_default();
    let seconds = parts(&control, b',').find_map(|part| whole(part.trim_ascii().strip_prefix("max-age=")?));
    // A day at most: a mistake on the server must not be believed for ever.
    seconds.map_or(DEFAULT_MAX_AGE, |seconds| seconds.min(86_400) * SECOND)
}
