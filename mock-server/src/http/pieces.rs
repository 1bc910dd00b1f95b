//! An answer as a stream of events: its words piece by piece, then the whole.

use std::convert::Infallible;

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};
use bytes::Bytes;
use futures_util::stream;
use http_body_util::BodyExt;
use serde_json::json;

/// How many words go in a piece.
const WORDS: usize = 3;

/// Makes a stream of an answer: events `delta` with its words, then one `message` with its body.
pub(super) async fn stream(response: Response, words: &str) -> Response {
    let (mut parts, body) = response.into_parts();
    let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let last = event("message", &String::from_utf8_lossy(&body));
    let deltas = cut(words).into_iter().map(|text| event("delta", &json!({ "text": text }).to_string()));
    let events: Vec<_> = deltas.chain([last]).map(Ok::<_, Infallible>).collect();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    Response::from_parts(parts, Body::from_stream(stream::iter(events)))
}

/// JSON has no line breaks of its own, so that it is one line.
fn event(name: &str, data: &str) -> Bytes {
    Bytes::from(format!("event: {name}\ndata: {data}\n\n"))
}

/// A text in pieces of a few words, blanks included: together they are the text.
fn cut(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut blanks) = (0, 0);
    for (at, _) in text.match_indices(' ') {
        blanks += 1;
        if blanks % WORDS == 0 {
            pieces.push(&text[start..=at]);
            start = at + 1;
        }
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn pieces_together_are_the_text() {
        for text in ["", "one", " ", "one two three four", "  a  b  ", "zażółć gęślą jaźń 😀 end", "a b c "]
        {
            assert_eq!(cut(text).concat(), text);
        }
        assert_eq!(cut("one two three four"), ["one two three ", "four"]);
    }
}
