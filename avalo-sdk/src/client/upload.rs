//! Uploading a file: leave, bytes, address.

use crate::{
    api::feed::{Feed, RequestUpload, UploadKind},
    engine::endpoint::Endpoint,
    error::{Error, ErrorKind},
    operation::Method,
    platform::Bytes,
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
    /// As `request_upload`; `Network` when the bytes did not arrive.
    pub async fn upload(
        &self,
        kind: UploadKind,
        filename: impl Into<String>,
        content_type: impl Into<String>,
        bytes: impl Into<Bytes>,
    ) -> Result<String, Error> {
        let (bytes, content_type) = (bytes.into(), content_type.into());
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let request =
            RequestUpload { kind, filename: filename.into(), content_type: content_type.clone(), size };
        let grant = self.request_upload(request).await?;
        let engine = &self.0.engine;
        let url = engine.discovery.storage_url(&grant.upload_url)?;
        // No token travels along: the address itself is the leave.
        let request = Request {
            method: Method::Put,
            url,
            headers: vec![("content-type", content_type)],
            body: Some(bytes),
            read: Read::Text { limit: ANSWER_LIMIT },
        };
        let response = engine.transport.send(request).await?;
        match response.status {
            200..=299 => Ok(grant.media_url),
            status => Err(Error::from_answer(status, response.body.bytes(), None)),
        }
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
