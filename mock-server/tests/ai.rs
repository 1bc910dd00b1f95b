//! Companions over HTTP: chats and their price, plans, what may be said and seen, streams.

#[path = "support/files.rs"]
mod files;
#[path = "support/stage.rs"]
mod stage;
#[path = "support/api.rs"]
mod support;

#[path = "ai/chats.rs"]
mod chats;
#[path = "ai/checks.rs"]
mod checks;
#[path = "ai/companions.rs"]
mod companions;
#[path = "ai/gallery.rs"]
mod gallery;
#[path = "ai/nsfw.rs"]
mod nsfw;
#[path = "ai/plans.rs"]
mod plans;
#[path = "ai/streaming.rs"]
mod streaming;
#[path = "ai/talking.rs"]
mod talking;
#[path = "ai/writing.rs"]
mod writing;

use avalo_sdk::{
    Problem,
    api::{
        ai::{AiChat, AiPlan, AiReply, AiTier, SendAiMessage, StartChat, SubscribeToAi},
        payments::SendTip,
    },
    model::{AiChatId, Tokens},
};

use crate::stage::{Person, Stage};

const DAY: u64 = 24 * 3_600;
const MONTH: u64 = 30 * DAY;

impl Stage {
    async fn start_chat(&self, who: &Person, companion: &str) -> Result<AiChat, Problem> {
        self.call(who, StartChat { companion_id: companion.into() }).await
    }

    async fn say(&self, who: &Person, chat: &AiChatId, words: &str) -> Result<AiReply, Problem> {
        self.call(who, SendAiMessage { chat_id: chat.clone(), content: words.to_owned() }).await
    }

    async fn subscribe(&self, who: &Person, tier: AiTier) -> Result<AiPlan, Problem> {
        self.call(who, SubscribeToAi { tier }).await
    }

    /// Leaves somebody with so many tokens; the others go to user 9.
    async fn leave(&self, who: &Person, tokens: i64) {
        let rest = self.balance(who).await - tokens;
        let tip = SendTip { recipient_id: "usr_9".into(), amount: Tokens(rest), note: None, post_id: None };
        self.call(who, tip).await.expect("a tip");
    }
}
