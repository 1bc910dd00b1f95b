//! Gifts.

use avalo_sdk::{
    Code,
    api::{
        chat::{CloseChat, CreateChat, GetMessages, MessageKind},
        payments::{GetGifts, SendGift},
    },
    model::{Tokens, UserId},
};

use crate::stage::{Stage, code};

fn gift(whom: &UserId, name: &str) -> SendGift {
    SendGift { recipient_id: whom.clone(), gift_id: name.into() }
}

#[tokio::test]
async fn eight_gifts_cost_5_to_1_000_tokens() {
    let stage = Stage::start().await;
    let fan = stage.person(6).await;
    let gifts = stage.call(&fan, GetGifts {}).await.expect("the catalogue").gifts;
    let prices: Vec<_> = gifts.iter().map(|gift| (gift.id.as_str(), gift.price.0)).collect();
    assert_eq!(
        prices,
        [
            ("rose", 5),
            ("heart", 10),
            ("star", 25),
            ("diamond", 50),
            ("crown", 100),
            ("fire", 250),
            ("rocket", 500),
            ("trophy", 1_000)
        ]
    );
    assert!(gifts.iter().all(|gift| !gift.name.is_empty()));
}

#[tokio::test]
async fn the_platform_keeps_35_percent_of_a_gift_rounded_down() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let mut earned = 0;
    for (name, fee, share) in [("rose", 1, 4), ("heart", 3, 7), ("star", 8, 17), ("diamond", 17, 33)] {
        let receipt = stage.call(&fan, gift(&creator.id, name)).await.expect("a gift");
        assert_eq!((receipt.fee.0, receipt.recipient_share.0), (fee, share), "{name}");
        assert_eq!((receipt.price.0, receipt.gift_id.as_str()), (fee + share, name));
        earned += share;
    }
    let (giver, taker) = (stage.wallet(&fan).await, stage.wallet(&creator).await);
    assert_eq!((giver.balance, taker.balance), (Tokens(910), Tokens(1_000 + earned)));
    assert_eq!((giver.lifetime_spent, taker.lifetime_earned), (Tokens(90), Tokens(earned)));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_gift_shows_in_the_open_chat_of_the_two() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let unseen = stage.call(&fan, gift(&creator.id, "rose")).await.expect("a gift");
    assert_eq!(unseen.chat_message, None, "there is no chat");
    let chat = stage.call(&fan, CreateChat { user_id: creator.id.clone() }).await.expect("a chat");
    let seen = stage.call(&creator, gift(&fan.id, "star")).await.expect("a gift").chat_message;
    let seen = seen.expect("a message");
    assert_eq!((seen.kind, seen.content.as_str(), seen.price), (MessageKind::Gift, "Star", Tokens(25)));
    let request = GetMessages { chat_id: chat.id.clone(), ..Default::default() };
    let messages = stage.call(&fan, request).await.expect("messages").messages;
    assert_eq!(messages, [seen]);
    stage.call(&fan, CloseChat { chat_id: chat.id }).await.expect("closed");
    let unseen = stage.call(&fan, gift(&creator.id, "rose")).await.expect("a gift");
    assert_eq!(unseen.chat_message, None, "the chat is closed");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_gift_needs_tokens_a_name_and_a_recipient() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    assert_eq!(code(stage.call(&fan, gift(&fan.id, "rose")).await), Code::CannotTargetSelf);
    assert_eq!(code(stage.call(&fan, gift(&"usr_999".into(), "rose")).await), Code::NotFound);
    for name in ["Rose", "yacht"] {
        assert_eq!(code(stage.call(&fan, gift(&creator.id, name)).await), Code::NotFound, "{name}");
    }
    for name in ["", "🌹"] {
        assert_eq!(code(stage.call(&fan, gift(&creator.id, name)).await), Code::ValidationFailed, "{name}");
    }
    stage.call(&fan, gift(&creator.id, "fire")).await.expect("a gift");
    assert_eq!(code(stage.call(&fan, gift(&creator.id, "trophy")).await), Code::InsufficientBalance);
    assert_eq!(stage.balance(&fan).await, 750);
    stage.block(&fan, &creator).await;
    assert_eq!(code(stage.call(&fan, gift(&creator.id, "rose")).await), Code::Blocked);
    assert_eq!(code(stage.call(&creator, gift(&fan.id, "rose")).await), Code::Blocked);
    stage.check_ledger().await;
}

#[tokio::test]
async fn an_eleventh_gift_within_a_minute_waits() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let other = stage.person(7).await;
    for number in 0..10 {
        let whom = [&creator, &other][number % 2];
        stage.call(&fan, gift(&whom.id, "rose")).await.expect("a gift");
    }
    let refused = stage.call(&fan, gift(&creator.id, "rose")).await.expect_err("too fast");
    assert_eq!((refused.code, refused.retry_after), (Code::TooFast, Some(60)));
    stage.call(&other, gift(&creator.id, "rose")).await.expect("the pace is each giver's own");
    stage.advance(60).await;
    stage.call(&fan, gift(&creator.id, "rose")).await.expect("a gift");
    assert_eq!(stage.balance(&fan).await, 1_000 - 11 * 5);
    stage.check_ledger().await;
}
