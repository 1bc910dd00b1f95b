//! Reading the event-stream format, piece by piece.

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

/// Collects pieces of any size into whole frames.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    line: Vec<u8>,
    frame: Frame,
    has_data: bool,
    after_cr: bool,
}

/// The stream has a line that no server of ours would send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLong;

impl Frames {
    /// Takes a piece and returns the frames that it completes.
    pub(crate) fn push(&mut self, piece: &[u8]) -> Result<Vec<Frame>, TooLong> {
        let mut complete = Vec::new();
        for &byte in piece {
            let after_cr = std::mem::take(&mut self.after_cr);
            match byte {
                b'\n' if after_cr => {}
                b'\n' | b'\r' => {
                    self.after_cr = byte == b'\r';
                    let line = std::mem::take(&mut self.line);
                    complete.extend(self.end_line(&String::from_utf8_lossy(&line)));
                }
                _ if self.line.len() >= LINE_LIMIT => return Err(TooLong),
                _ => self.line.push(byte),
            }
        }
        Ok(complete)
    }

    fn end_line(&mut self, line: &str) -> Option<Frame> {
        if line.is_empty() {
            let frame = std::mem::take(&mut self.frame);
            return (std::mem::take(&mut self.has_data) || frame.id.is_some()).then_some(frame);
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => {
                if std::mem::replace(&mut self.has_data, true) {
                    self.frame.data.push('\n');
                }
                self.frame.data.push_str(value);
            }
            "id" if !value.contains('\0') => self.frame.id = Some(value.to_owned()),
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
                seen.extend(frames.push(piece).expect("short lines"));
            }
            assert_eq!(seen, expected, "in pieces of {size}");
        }
    }

    #[test]
    fn an_endless_line_is_refused() {
        let mut frames = Frames::default();
        assert_eq!(frames.push(&vec![b'x'; LINE_LIMIT + 1]), Err(TooLong));
    }
}
