//! A message that somebody wants to send, checked in form but not yet allowed.

use avalo_sdk::{
    Problem,
    api::chat::{MessageKind, QuoteMessage, SendMessage},
};

use super::words;
use crate::refusal::{Answer, check_length, check_range};

const LONGEST: usize = 2_000;
const LONGEST_INTRO: usize = 500;
const LONGEST_RECORDING: i64 = 3_600;
const LONGEST_ADDRESS: usize = 2_048;

/// A message before it is sent.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: MessageKind,
    pub(super) content: String,
    pub(super) media_url: Option<String>,
    /// How long a recording or video is.
    pub(super) seconds: Option<u32>,
}

impl Draft {
    pub(super) fn of_message(request: &SendMessage) -> Answer<Self> {
        let draft = Self::read(request.kind, &request.content, request.duration_seconds)?;
        let media_url = request.media_url.clone();
        match (&media_url, draft.has_medium()) {
            (None, true) => return wrong("mediaUrl", "is needed for this kind of message"),
            (Some(_), false) => return wrong("mediaUrl", "does not go with a text"),
            (Some(url), true) => {
                check_length("mediaUrl", url, 1..=LONGEST_ADDRESS)?;
                if !url.starts_with("https://") && !url.starts_with("http://") {
                    return wrong("mediaUrl", "is an address from feed.requestUpload");
                }
            }
            (None, false) => {}
        }
        Ok(Self { media_url, ..draft })
    }

    pub(super) fn of_quote(request: &QuoteMessage) -> Answer<Self> {
        Self::read(request.kind, &request.content, request.duration_seconds)
    }

    pub(super) fn of_intro(content: &str) -> Answer<Self> {
        check_length("content", content, 1..=LONGEST_INTRO)?;
        Self::read(None, content, None)
    }

    fn read(kind: Option<MessageKind>, content: &str, seconds: Option<u32>) -> Answer<Self> {
        let kind = kind.unwrap_or(MessageKind::Text);
        let (has_medium, has_length) = match kind {
            MessageKind::Text => (false, false),
            MessageKind::Image => (true, false),
            MessageKind::Audio | MessageKind::Video => (true, true),
            MessageKind::Gift => return wrong("kind", "gifts are sent with payments.sendGift"),
            _ => return wrong("kind", "is text, image, video or audio"),
        };
        check_length("content", content, usize::from(!has_medium)..=LONGEST)?;
        if !has_medium && content.trim().is_empty() {
            return wrong("content", "is more than white space");
        }
        match (seconds, has_length) {
            (None, true) => return wrong("durationSeconds", "is needed for a recording or video"),
            (Some(_), false) => return wrong("durationSeconds", "goes with a recording or video only"),
            (Some(seconds), true) => check_range("durationSeconds", seconds.into(), 1..=LONGEST_RECORDING)?,
            (None, false) => {}
        }
        Ok(Self { kind, content: content.to_owned(), media_url: None, seconds })
    }

    pub(super) fn has_medium(&self) -> bool {
        self.kind != MessageKind::Text
    }

    /// The words that count for the price.
    pub(super) fn words(&self) -> u32 {
        words::count(&self.content)
    }
}

fn wrong<T>(field: &str, reason: &str) -> Answer<T> {
    Err(Problem::field(field, reason).into())
}
