//! A message that somebody wants to send, checked in form but not yet allowed.

use avalo_sdk::{
    Problem,
    api::{
        chat::{MessageKind, QuoteMessage, SendMessage},
        feed::UploadKind,
    },
    model::UserId,
};

use super::words;
use crate::{context::Ctx, handlers::feed, refusal::Answer};

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
            // Whether the address is the sender's own file is asked once it is known that this is no
            // repetition: its first message has used the file.
            (Some(_), true) | (None, false) => {}
        }
        Ok(Self { media_url, ..draft })
    }

    pub(super) fn of_quote(request: &QuoteMessage) -> Answer<Self> {
        Self::read(request.kind, &request.content, request.duration_seconds)
    }

    pub(super) fn of_intro(content: &str) -> Answer<Self> {
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
        if !has_medium && content.trim().is_empty() {
            return wrong("content", "must be more than white space");
        }
        match (seconds, has_length) {
            (None, true) => return wrong("durationSeconds", "is needed for a recording or video"),
            (Some(_), false) => return wrong("durationSeconds", "goes with a recording or video only"),
            (Some(_), true) | (None, false) => {}
        }
        Ok(Self { kind, content: content.to_owned(), media_url: None, seconds })
    }

    /// Uses the file up that the message shows. An address of anywhere else never reaches the
    /// recipient, whose device would otherwise call a stranger's server.
    ///
    /// # Errors
    ///
    /// As `use_media`.
    pub(super) fn use_medium(&self, ctx: &Ctx<'_>, sender: &UserId) -> Answer<()> {
        let kind = match self.kind {
            MessageKind::Image => UploadKind::ChatImage,
            MessageKind::Video => UploadKind::ChatVideo,
            _ => UploadKind::ChatAudio,
        };
        match &self.media_url {
            Some(url) => feed::use_media(ctx, sender, "mediaUrl", url, &[kind]).map(drop),
            None => Ok(()),
        }
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
