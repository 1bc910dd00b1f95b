//! Reading the event-stream format, piece by piece.

use crate::{
    engine::text::{all, cut},
    platform::{Bytes, Parts},
};

/// The longest line that is read, in bytes; a longer one ends the connection.
const LINE_LIMIT: usize = 1 << 20;

/// One event of the stream, or only a place in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frame {
    /// Its id, if it has one.
    pub(crate) id: Option<String>,
    /// What it is, if it says so.
    pub(crate) event: Option<String>,
    /// Its data; empty when the frame only says where the stream stands.
    pub(crate) data: String,
}

/// Reads whole frames out of pieces of any size.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    piece: Bytes,
    /// How far the piece is read.
    at: usize,
    line: Parts,
    frame: Frame,
    has_data: bool,
    after_cr: bool,
}

/// The stream has a line that no server of ours would send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLong;

impl Frames {
    /// Takes the next piece, once the frames of the one before are taken.
    pub(crate) fn feed(&mut self, piece: Bytes) {
        self.piece = piece;
        self.at = 0;
    }

    /// The next frame that is complete.
    pub(crate) fn next(&mut self) -> Result<Option<Frame>, TooLong> {
        loop {
            let bytes: &[u8] = (*self.piece).as_ref();
            let rest = bytes.get(self.at..).unwrap_or_default();
            let Some(first) = rest.first() else { return Ok(None) };
            if std::mem::take(&mut self.after_cr) && *first == b'\n' {
                self.at += 1;
                continue;
            }
            let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let to = self.at + end.unwrap_or(rest.len());
            if self.line.len() + to - self.at > LINE_LIMIT {
                return Err(TooLong);
            }
            self.after_cr = bytes.get(to) == Some(&b'\r');
            self.line.add(&self.piece, self.at, to);
            self.at = to + 1;
            if end.is_some()
                && let line = std::mem::take(&mut self.line).text()
                && let Some(frame) = self.end_line(&line)
            {
                return Ok(Some(frame));
            }
        }
    }

    fn end_line(&mut self, line: &str) -> Option<Frame> {
        if line.is_empty() {
            let frame = std::mem::take(&mut self.frame);
            return (std::mem::take(&mut self.has_data) || frame.id.is_some()).then_some(frame);
        }
        let (field, value) = cut(line, b':').unwrap_or((line, ""));
        let value = value.strip_prefix(" ").unwrap_or(value);
        match field {
            "data" => {
                if std::mem::replace(&mut self.has_data, true) {
                    self.frame.data.push('\n');
                }
                self.frame.data.push_str(value);
            }
            "id" if all(value, &|byte| byte != 0) => self.frame.id = Some(value.to_owned()),
            "event" => self.frame.event = Some(value.to_owned()),
            // `retry` is ours to decide; the rest is comments.
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(id: Option<&str>, data: &str) -> Frame {
        Frame { id: id.map(str::to_owned), event: None, data: data.to_owned() }
    }

    #[test]
    fn frames_are_the_same_however_the_stream_is_cut() {
        let text = ": hello\n\nid: a-1\nevent: x\ndata: {\"é\":1}\n\ndata:one\r\ndata:two\r\n\r\nid: a-2\rdata: 3\r\r: bye\n\nid: a-9\n\n";
        let expected = [
            Frame { event: Some("x".to_owned()), ..frame(Some("a-1"), "{\"é\":1}") },
            frame(None, "one\ntwo"),
            frame(Some("a-2"), "3"),
            frame(Some("a-9"), ""),
        ];
        for size in 1..text.len() {
            let mut frames = Frames::default();
            let mut seen = Vec::new();
            for piece in text.as_bytes().chunks(size) {
                frames.feed(Bytes::copy_from_slice(piece));
                while let Some(frame) = frames.next().expect("short lines") {
                    seen.push(frame);
                }
            }
            assert_eq!(seen, expected, "in pieces of {size}");
        }
    }

    #[test]
    fn an_endless_line_is_refused() {
        let mut frames = Frames::default();
        frames.feed(vec![b'x'; LINE_LIMIT + 1].into());
        assert_eq!(frames.next(), Err(TooLong));
    }
}
