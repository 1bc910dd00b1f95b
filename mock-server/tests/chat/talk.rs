//! Two people who talk.

use avalo_sdk::{
    Problem,
    api::chat::{Conversation, CreateChat, Deposit, GetChat, Message, SendMessage},
    model::ChatId,
};

use crate::stage::{Person, Stage};

impl Stage {
    /// A payer, a creator and their new chat.
    pub(crate) async fn pair(&self) -> (Person, Person, ChatId) {
        let (payer, creator) = (self.person(6).await, self.person(1).await);
        let chat = self.open(&payer, &creator).await;
        (payer, creator, chat.id)
    }

    pub(crate) async fn open(&self, payer: &Person, other: &Person) -> Conversation {
        self.call(payer, CreateChat { user_id: other.id.clone() }).await.expect("a chat")
    }

    /// The same, with the free messages used up.
    pub(crate) async fn talked(&self) -> (Person, Person, ChatId) {
        let (payer, creator, chat) = self.pair().await;
        for number in 1..=4 {
            self.say(&payer, &chat, &format!("free message {number}")).await.expect("a free message");
        }
        (payer, creator, chat)
    }

    /// The same, with a deposit.
    pub(crate) async fn paid(&self) -> (Person, Person, ChatId) {
        let (payer, creator, chat) = self.talked().await;
        self.call(&payer, Deposit { chat_id: chat.clone() }).await.expect("a deposit");
        (payer, creator, chat)
    }

    pub(crate) async fn say(&self, who: &Person, chat: &ChatId, content: &str) -> Result<Message, Problem> {
        self.call(who, text(chat, content)).await
    }

    pub(crate) async fn chat(&self, who: &Person, chat: &ChatId) -> Conversation {
        self.call(who, GetChat { chat_id: chat.clone() }).await.expect("the chat")
    }
}

pub(crate) fn text(chat: &ChatId, content: &str) -> SendMessage {
    SendMessage { chat_id: chat.clone(), content: content.to_owned(), ..Default::default() }
}

/// So many words that differ from those of another number.
pub(crate) fn words(count: usize, number: usize) -> String {
    (0..count).map(|at| format!("w{number}x{at}")).collect::<Vec<_>>().join(" ")
}
