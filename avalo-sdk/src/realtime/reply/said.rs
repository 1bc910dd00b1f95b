//! Which words of a reply were given out.

use super::{Part, SPEC};
use crate::{
    engine::json::Fields,
    error::{Error, ErrorKind},
    realtime::frame::Frame,
};

/// The words that were given out, and how far the present connection has come in them.
#[derive(Debug, Default)]
pub(super) struct Said {
    given: String,
    heard: usize,
}

impl Said {
    /// Another connection begins the reply anew.
    pub(super) fn begin(&mut self) {
        self.heard = 0;
    }

    /// The part in a frame, if it is one and has something new.
    pub(super) fn hear(&mut self, frame: &Frame) -> Result<Option<Part>, Error> {
        match frame.event.as_deref() {
            Some("delta") => {
                let text = Fields::read(&frame.data).and_then(|fields| fields.text("text"));
                let text = text.ok_or_else(|| undecodable("a piece of the reply has no text"))?;
                let new = self.new_words(&text)?;
                self.heard += text.len();
                Ok(self.give(new))
            }
            Some("message") => {
                let reply = Fields::read(&frame.data).and_then(|fields| fields.fields("reply"));
                let content = reply.and_then(|reply| reply.text("content"));
                let content = content.ok_or_else(|| undecodable("the last part of the reply is no reply"))?;
                let rest = content.strip_prefix(self.given.as_str()).ok_or_else(another)?.to_owned();
                Ok(self.give(rest).or_else(|| Some(Part::Whole(frame.data.clone()))))
            }
            _ => Ok(None),
        }
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

    fn give(&mut self, new: String) -> Option<Part> {
        self.given.push_str(&new);
        (!new.is_empty()).then_some(Part::Delta(new))
    }
}

fn another() -> Error {
    undecodable("the server began another reply than the one that was given out")
}

pub(super) fn undecodable(detail: &str) -> Error {
    Error::new(ErrorKind::Decode, [SPEC.id, ": ", detail].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delta(text: &str) -> Frame {
        let data = serde_json::json!({ "text": text }).to_string();
        Frame { id: None, event: Some("delta".to_owned()), data }
    }

    fn heard(said: &mut Said, text: &str) -> Option<String> {
        match said.hear(&delta(text)).expect("a piece") {
            Some(Part::Delta(new)) => Some(new),
            None => None,
            Some(other) => panic!("{other:?}"),
        }
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
        let error = said.hear(&delta("Good day")).expect_err("another reply");
        assert_eq!(error.kind(), ErrorKind::Decode);
        for data in ["", "[]", "{\"text\":1}"] {
            let frame = Frame { event: Some("delta".to_owned()), data: data.to_owned(), id: None };
            assert!(said.hear(&frame).is_err(), "{data}");
        }
        let other = Frame { event: Some("ping".to_owned()), data: "{}".to_owned(), id: None };
        assert_eq!(said.hear(&other).expect("ignored"), None);
        assert_eq!(said.hear(&Frame::default()).expect("ignored"), None);
    }
}
