//! Which words of a reply were given out.

use super::SPEC;
use crate::{
    engine::{json::Fields, text::joined},
    error::{Error, ErrorKind},
    realtime::{frame::Frame, live::Told},
};

/// The words that were given out, and how far the present connection has come in them.
#[derive(Debug, Default)]
pub(super) struct Said {
    given: String,
    heard: usize,
    /// The last part, once it has come.
    last: Option<String>,
}

impl Said {
    /// Another connection begins the reply anew.
    pub(super) fn begin(&mut self) {
        self.heard = 0;
    }

    /// The last part, when the words before it were given out.
    pub(super) fn take_last(&mut self) -> Option<Told> {
        Some(Told { text: self.last.take()?, last: true })
    }

    /// The new words in a frame, if there are some. A last part may bring some too.
    pub(super) fn hear(&mut self, frame: Frame) -> Result<Option<String>, Error> {
        let fields = Fields::read(&frame.data);
        let new = match frame.event.as_deref() {
            Some("delta") => {
                let text = fields.and_then(|fields| fields.text("text"));
                let text = text.ok_or_else(|| undecodable("a piece of the reply has no text"))?;
                let new = self.new_words(&text)?;
                self.heard += text.len();
                new
            }
            Some("message") => {
                let reply = fields.and_then(|fields| fields.fields("reply"));
                let content = reply.and_then(|reply| reply.text("content"));
                let content = content.ok_or_else(|| undecodable("the last part of the reply is no reply"))?;
                let rest = content.strip_prefix(self.given.as_str()).ok_or_else(another)?.to_owned();
                self.last = Some(frame.data);
                rest
            }
            _ => return Ok(None),
        };
        self.given.push_str(&new);
        Ok((!new.is_empty()).then_some(new))
    }

    /// What of these words, which come next on this connection, was not given out before.
    fn new_words(&self, text: &str) -> Result<String, Error> {
        let before = self.given.get(self.heard..).unwrap_or_default();
        match text.strip_prefix(before) {
            Some(new) => Ok(new.to_owned()),
            None if before.starts_with(text) => Ok(String::new()),
            None => Err(another()),
        }
    }
}

fn another() -> Error {
    undecodable("the server began another reply than the one that was given out")
}

pub(super) fn undecodable(detail: &str) -> Error {
    Error::new(ErrorKind::Decode, joined(&[SPEC.id, ": ", detail]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delta(text: &str) -> Frame {
        let data = serde_json::json!({ "text": text }).to_string();
        Frame { id: None, event: Some("delta".to_owned()), data }
    }

    fn heard(said: &mut Said, text: &str) -> Option<String> {
        said.hear(delta(text)).expect("a piece")
    }

    #[test]
    fn another_connection_may_cut_the_words_elsewhere() {
        let mut said = Said::default();
        assert_eq!(heard(&mut said, "Zażó").as_deref(), Some("Zażó"));
        assert_eq!(heard(&mut said, "łć gę").as_deref(), Some("łć gę"));
        for cut in [1, 3, 6] {
            said.begin();
            let text: Vec<char> = "Zażółć gę".chars().collect();
            for piece in text.chunks(cut) {
                assert_eq!(heard(&mut said, &piece.iter().collect::<String>()), None);
            }
        }
        said.begin();
        assert_eq!(heard(&mut said, "Zażółć gęśl").as_deref(), Some("śl"));
        assert_eq!(heard(&mut said, "ą").as_deref(), Some("ą"));
        assert_eq!(said.given, "Zażółć gęślą");
    }

    #[test]
    fn another_reply_is_an_error_and_what_is_no_part_is_none() {
        let mut said = Said::default();
        assert_eq!(heard(&mut said, "Hello there"), Some("Hello there".to_owned()));
        said.begin();
        let error = said.hear(delta("Good day")).expect_err("another reply");
        assert_eq!(error.kind(), ErrorKind::Decode);
        for data in ["", "[]", "{\"text\":1}"] {
            let frame = Frame { event: Some("delta".to_owned()), data: data.to_owned(), id: None };
            assert!(said.hear(frame).is_err(), "{data}");
        }
        let other = Frame { event: Some("ping".to_owned()), data: "{}".to_owned(), id: None };
        assert_eq!(said.hear(other).expect("ignored"), None);
        assert_eq!(said.hear(Frame::default()).expect("ignored"), None);
    }
}
