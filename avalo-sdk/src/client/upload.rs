//! Uploading a file: leave, bytes, address.

use std::{future::IntoFuture, pin::pin, time::Duration};

use crate::{
    api::feed::{Feed, RequestUpload, UploadKind},
    engine::{Options, deadline::Deadline, endpoint::Endpoint},
    error::{Error, ErrorKind},
    operation::Method,
    platform::{BoxFuture, Bytes, Millis, millis},
    transport::{Read, Request},
};

/// The largest answer to an upload, in bytes.
const ANSWER_LIMIT: usize = 64 * 1024;

impl Feed {
    /// Uploads a file and returns the address to use in a post, a story, a profile or a message.
    ///
    /// The bytes are sent once: a connection that breaks is an error, and another call starts anew.
    ///
    /// # Errors
    ///
    /// As `request_upload`; `Network` when the bytes did not arrive or stood still for 60 s; `Timeout`
    /// when the time that [`Upload::timeout`] gives is over.
    pub fn upload(
        &self,
        kind: UploadKind,
        filename: impl Into<String>,
        content_type: impl Into<String>,
        bytes: impl Into<Bytes>,
    ) -> Upload {
        let bytes = bytes.into();
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let grant =
            RequestUpload { kind, filename: filename.into(), content_type: content_type.into(), size };
        Upload { feed: self.clone(), grant, bytes, options: Options::default() }
    }
}

/// An upload that begins when it is awaited. Dropping what awaits it cancels it.
#[must_use = "an upload begins when it is awaited"]
pub struct Upload {
    feed: Feed,
    grant: RequestUpload,
    bytes: Bytes,
    options: Options,
}

impl Upload {
    /// Gives the whole upload so much time. Without it the client's own time-out holds for the leave
    /// only and the bytes may take as long as they move: 200 MB on a slow line are no error.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Uses a key of the caller's own to ask for the leave, as
    /// [`Call::idempotency_key`](super::Call::idempotency_key) does: a repetition gets the same leave.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.options.idempotency_key = Some(key.into());
        self
    }

    /// Leave, room, bytes. `until` is when the time is over, on the monotonic clock.
    async fn run(self, until: Millis) -> Result<String, Error> {
        let content_type = self.grant.content_type.clone();
        let grant = self.feed.request_upload(self.grant).with(self.options).await?;
        let engine = &self.feed.0.engine;
        let url = engine.discovery.storage_url(&grant.upload_url)?;
        // No token travels along: the address itself is the leave.
        let request = Request {
            method: Method::Put,
            url,
            headers: vec![("content-type", content_type.into())],
            body: Some(self.bytes),
            read: Read::Text { limit: ANSWER_LIMIT },
        };
        let mut permit = engine.limiter.admit(false, until).await?;
        permit.mark_used();
        let sent = engine.transport.send(request).await;
        drop(permit);
        let response = sent?;
        match response.status {
            200..=299 => Ok(grant.media_url),
            status => Err(Error::from_answer(status, response.body.text().unwrap_or_default(), None)),
        }
    }
}

impl IntoFuture for Upload {
    type Output = Result<String, Error>;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let Some(timeout) = self.options.timeout else { return self.run(Millis::MAX).await };
            let mut deadline = Deadline::new(&self.feed.0.engine.platform, millis(timeout));
            let until = deadline.at();
            deadline.race(pin!(self.run(until))).await?
        })
    }
}

impl crate::discovery::Discovery {
    /// The address to which a file goes: a path of the API, or a URL that the server gave.
    fn storage_url(&self, given: &str) -> Result<String, Error> {
        if given.starts_with('/') {
            return Ok(self.url(given));
        }
        let (place, _) = given.split_once('?').unwrap_or((given, ""));
        // Checked like an endpoint: nothing goes over plain http to another host.
        Endpoint::parse(place, self.allows_http()).map(|_| given.to_owned()).map_err(|error| {
            Error::new(ErrorKind::Decode, format!("the server gave a bad address: {}", error.detail()))
        })
    }
}
