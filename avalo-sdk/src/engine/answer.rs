//! What a call comes to when it succeeds.

use std::fmt;

use crate::{
    error::{Error, ErrorKind},
    platform::{Bytes, Held, text_of},
    transport::{Body, Response},
};

/// The answer to a call that succeeded.
#[derive(Clone)]
pub struct Answer {
    /// The HTTP status, 200 to 299.
    pub status: u16,
    /// The body.
    pub body: AnswerBody,
}

/// Who holds the body of an answer.
#[derive(Clone)]
pub enum AnswerBody {
    /// Rust does.
    Bytes(Bytes),
    /// The host language does.
    Held(Held),
}

impl Answer {
    /// The bytes, if Rust holds them; `null` stands for an empty body.
    pub fn json(&self) -> &[u8] {
        match &self.body {
            AnswerBody::Bytes(bytes) if bytes.is_empty() => b"null",
            AnswerBody::Bytes(bytes) => (**bytes).as_ref(),
            AnswerBody::Held(_) => b"",
        }
    }

    /// The text, if Rust holds it and it is some; `null` stands for an empty body.
    pub fn text(&self) -> Option<&str> {
        match &self.body {
            AnswerBody::Bytes(bytes) if bytes.is_empty() => Some("null"),
            AnswerBody::Bytes(bytes) => text_of(bytes),
            AnswerBody::Held(_) => None,
        }
    }

    /// The answer in a response that came as a whole.
    pub(crate) fn of(response: Response) -> Result<Self, Error> {
        let body = match response.body {
            Body::Bytes(bytes) => AnswerBody::Bytes(bytes),
            Body::Held(held) => AnswerBody::Held(held),
            Body::Stream(_) => return Err(Error::new(ErrorKind::Decode, "a stream came unasked")),
        };
        Ok(Self { status: response.status, body })
    }

    /// What work gives that is done for its effect.
    pub fn nothing() -> Self {
        Self { status: 204, body: AnswerBody::Bytes(Bytes::default()) }
    }

    /// How many bytes it takes up, more or less.
    pub(crate) fn size(&self) -> usize {
        match &self.body {
            AnswerBody::Bytes(bytes) => bytes.len(),
            // A guess: the host does not say. Few operations are cached, and their answers are small.
            AnswerBody::Held(_) => 4096,
        }
    }

    #[cfg(test)]
    pub(crate) fn test(body: &[u8]) -> Self {
        Self { status: 200, body: AnswerBody::Bytes(body.to_vec().into()) }
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Answer({})", self.status)
    }
}
