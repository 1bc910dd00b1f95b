//! Chats that pay into themselves.

use avalo_sdk::{
    Code, Problem,
    api::{
        chat::{
            AutoReload, CloseChat, Conversation, CreateChat, GetChat, QuoteMessage, SetAutoReload,
            UpdatePricing,
        },
        notifications::GetNotifications,
        payments::{GetTransactions, SendTip},
        profiles::BlockUser,
    },
    model::{ChatId, Tokens},
};

use crate::{
    stage::{Person, Stage, blamed, code},
    talk::words,
};

fn on(chat: &ChatId, cap: i64) -> SetAutoReload {
    SetAutoReload { chat_id: chat.clone(), enabled: true, cap: Some(Tokens(cap)) }
}

fn off(chat: &ChatId) -> SetAutoReload {
    SetAutoReload { chat_id: chat.clone(), enabled: false, cap: None }
}

impl Stage {
    /// A payer, an earner who asks so many tokens for a message, and their chat: the free messages are
    /// used up, nothing is in escrow.
    async fn priced(&self, price: i64) -> (Person, Person, ChatId) {
        let (payer, earner, chat) = self.talked().await;
        let pricing = UpdatePricing { base_price: Some(Tokens(price)), ..Default::default() };
        self.call(&earner, pricing).await.expect("a price");
        (payer, earner, chat)
    }

    /// Sends so many messages.
    async fn talk(&self, who: &Person, chat: &ChatId, numbers: std::ops::Range<usize>) {
        for number in numbers {
            self.say(who, chat, &words(3, number)).await.expect("a message");
        }
    }

    async fn spent(&self, payer: &Person, chat: &ChatId) -> i64 {
        self.chat(payer, chat).await.auto_reload.expect("it is on").spent.0
    }

    async fn set(&self, who: &Person, request: SetAutoReload) -> Result<Conversation, Problem> {
        self.call(who, request).await
    }
}

#[tokio::test]
async fn a_message_that_the_escrow_does_not_cover_pays_in_first() {
    let stage = Stage::start().await;
    let (payer, earner, chat) = stage.priced(10).await;
    let (payer_had, earner_had) = (stage.balance(&payer).await, stage.balance(&earner).await);
    let set = stage.set(&payer, on(&chat, 500)).await.expect("on");
    assert_eq!(set.auto_reload, Some(AutoReload { cap: Tokens(500), spent: Tokens(0) }));
    assert_eq!((set.escrow, stage.balance(&payer).await), (Tokens(0), payer_had), "nothing is paid yet");
    let quote =
        QuoteMessage { chat_id: chat.clone(), content: "three more words".into(), ..Default::default() };
    assert!(!stage.call(&payer, quote).await.expect("a quote").needs_deposit);
    stage.talk(&payer, &chat, 0..1).await;
    assert_eq!(stage.balance(&payer).await, payer_had - 100);
    assert_eq!(stage.balance(&earner).await, earner_had + 10);
    let seen = stage.chat(&payer, &chat).await;
    assert_eq!((seen.escrow, seen.auto_reload.expect("on").spent), (Tokens(55), Tokens(100)));
    assert_eq!(stage.chat(&earner, &chat).await.auto_reload, None, "it is the payer's business");
    stage.check_ledger().await;
}

#[tokio::test]
async fn an_escrow_that_runs_low_is_filled_and_the_cap_is_the_end() {
    let stage = Stage::start().await;
    let (payer, _, chat) = stage.priced(10).await;
    stage.set(&payer, on(&chat, 250)).await.expect("on");
    // 65 in escrow: five messages leave 15, which is below 20, so 65 come in again.
    stage.talk(&payer, &chat, 0..4).await;
    assert_eq!((stage.chat(&payer, &chat).await.escrow, stage.spent(&payer, &chat).await), (Tokens(25), 100));
    stage.talk(&payer, &chat, 4..5).await;
    assert_eq!((stage.chat(&payer, &chat).await.escrow, stage.spent(&payer, &chat).await), (Tokens(80), 200));
    // A third deposit would be 300.
    stage.talk(&payer, &chat, 5..13).await;
    assert_eq!((stage.chat(&payer, &chat).await.escrow, stage.spent(&payer, &chat).await), (Tokens(0), 200));
    assert_eq!(code(stage.say(&payer, &chat, &words(3, 13)).await), Code::DepositRequired);
    // Once more of the same forgets nothing; a higher cap goes on.
    stage.set(&payer, on(&chat, 250)).await.expect("on");
    assert_eq!(code(stage.say(&payer, &chat, &words(3, 13)).await), Code::DepositRequired);
    stage.set(&payer, on(&chat, 300)).await.expect("on");
    stage.talk(&payer, &chat, 13..14).await;
    assert_eq!(stage.spent(&payer, &chat).await, 300);
    let page = stage.call(&payer, GetTransactions { limit: Some(100), cursor: None }).await.expect("a page");
    let deposits = page.transactions.iter().filter(|row| row.kind.as_str() == "chat_deposit").count();
    assert_eq!(deposits, 3);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_dear_message_takes_as_many_deposits_as_it_needs_or_none() {
    let stage = Stage::start().await;
    let (payer, _, chat) = stage.priced(150).await;
    let had = stage.balance(&payer).await;
    stage.set(&payer, on(&chat, 200)).await.expect("on");
    assert_eq!(code(stage.say(&payer, &chat, "two are too few").await), Code::DepositRequired);
    assert_eq!((stage.balance(&payer).await, stage.spent(&payer, &chat).await), (had, 0));
    stage.set(&payer, on(&chat, 300)).await.expect("on");
    stage.say(&payer, &chat, "three are enough").await.expect("a message");
    assert_eq!((stage.balance(&payer).await, stage.spent(&payer, &chat).await), (had - 300, 300));
    assert_eq!(stage.chat(&payer, &chat).await.escrow, Tokens(45));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_wallet_without_a_hundred_tokens_ends_it_and_the_payer_hears_of_it() {
    let stage = Stage::start().await;
    let (payer, earner, chat) = stage.priced(10).await;
    stage.set(&payer, on(&chat, 10_000)).await.expect("on");
    stage.talk(&payer, &chat, 0..1).await;
    let rest = stage.balance(&payer).await - 99;
    let tip = SendTip { recipient_id: earner.id.clone(), amount: Tokens(rest), note: None, post_id: None };
    stage.call(&payer, tip).await.expect("a tip");
    stage.talk(&payer, &chat, 1..6).await;
    assert_eq!((stage.balance(&payer).await, stage.chat(&payer, &chat).await.escrow), (99, Tokens(5)));
    let inbox = stage.call(&payer, GetNotifications::default()).await.expect("an inbox").notifications;
    assert_eq!(inbox[0].title, "The deposit of a chat is nearly used up");
    assert_eq!(inbox[0].chat_id.as_ref(), Some(&chat));
    assert_eq!(code(stage.say(&payer, &chat, &words(3, 7)).await), Code::DepositRequired);
    stage.check_ledger().await;
}

#[tokio::test]
async fn it_is_off_when_it_is_switched_off_and_when_the_chat_ends() {
    let stage = Stage::start().await;
    let (payer, earner, chat) = stage.priced(10).await;
    stage.set(&payer, on(&chat, 500)).await.expect("on");
    stage.talk(&payer, &chat, 0..1).await;
    for _ in 0..2 {
        assert_eq!(stage.set(&payer, off(&chat)).await.expect("off").auto_reload, None);
    }
    stage.set(&payer, on(&chat, 500)).await.expect("on");
    assert_eq!(stage.spent(&payer, &chat).await, 0, "it counts from when it was switched on");
    stage.call(&earner, CloseChat { chat_id: chat.clone() }).await.expect("closed");
    assert_eq!(code(stage.set(&payer, on(&chat, 500)).await), Code::ChatClosed);
    stage.call(&payer, CreateChat { user_id: earner.id.clone() }).await.expect("open");
    assert_eq!(stage.chat(&payer, &chat).await.auto_reload, None);
    assert_eq!(code(stage.say(&payer, &chat, &words(3, 9)).await), Code::DepositRequired);
    stage.check_ledger().await;
}

#[tokio::test]
async fn free_messages_and_those_of_the_other_side_pay_nothing_in() {
    let stage = Stage::start().await;
    let (payer, earner, chat) = stage.pair().await;
    stage.set(&payer, on(&chat, 500)).await.expect("on");
    stage.talk(&payer, &chat, 0..4).await;
    stage.talk(&earner, &chat, 4..8).await;
    assert_eq!((stage.chat(&payer, &chat).await.escrow, stage.spent(&payer, &chat).await), (Tokens(0), 0));
}

#[tokio::test]
async fn only_the_payer_sets_it_within_its_limits() {
    let stage = Stage::start().await;
    let (payer, earner, chat) = stage.pair().await;
    let stranger = stage.person(8).await;
    assert_eq!(code(stage.set(&earner, on(&chat, 100)).await), Code::PermissionDenied);
    assert_eq!(code(stage.set(&stranger, on(&chat, 100)).await), Code::NotParticipant);
    assert_eq!(code(stage.set(&payer, on(&"chat_none".into(), 100)).await), Code::NotFound);
    for cap in [0, 99, 10_001] {
        assert_eq!(blamed(stage.set(&payer, on(&chat, cap)).await), "cap");
    }
    let plain = SetAutoReload { cap: None, ..on(&chat, 0) };
    let set = stage.set(&payer, plain).await.expect("on");
    assert_eq!(set.auto_reload.map(|reload| reload.cap), Some(Tokens(100)));
    stage.call(&earner, BlockUser { user_id: payer.id.clone() }).await.expect("a block");
    assert_eq!(code(stage.set(&payer, on(&chat, 100)).await), Code::Blocked);
    stage.set(&payer, off(&chat)).await.expect("off is always possible");
    stage.call(&payer, GetChat { chat_id: chat }).await.expect("the chat");
}
