//! The free messages of a match.

use avalo_sdk::{
    Code,
    api::{
        chat::{CloseChat, SendMessage},
        matchmaking::GetFreeMessagesStatus,
    },
};

use crate::stage::{Stage, code};

#[tokio::test]
async fn the_payer_has_four_and_the_other_side_needs_none() {
    let stage = Stage::start().await;
    let (payer, other) = (stage.person(6).await, stage.person(1).await);
    let (match_id, chat_id) = stage.matched(&payer, &other).await;
    let ask = GetFreeMessagesStatus { match_id };
    let say = |content: &str| SendMessage {
        chat_id: chat_id.clone(),
        content: content.to_owned(),
        ..Default::default()
    };
    for used in 0..=4 {
        let status = stage.call(&payer, ask.clone()).await.expect("a status");
        assert_eq!((status.limit, status.used, status.remaining), (4, used, 4 - used));
        assert_eq!((status.eligible, status.expires_at), (used < 4, None));
        let theirs = stage.call(&other, ask.clone()).await.expect("a status");
        assert_eq!((theirs.used, theirs.eligible), (used, false));
        let answer = stage.call(&other, say(&format!("answer number {used}"))).await.expect("an answer");
        assert_eq!(answer.price.0, 0);
        let sent = stage.call(&payer, say(&format!("message number {used}"))).await;
        if used == 4 {
            assert_eq!(code(sent), Code::DepositRequired);
        } else {
            sent.expect("a free message");
        }
    }
}

#[tokio::test]
async fn a_closed_chat_has_none_to_send() {
    let stage = Stage::start().await;
    let (payer, other) = (stage.person(6).await, stage.person(1).await);
    let (match_id, chat_id) = stage.matched(&payer, &other).await;
    stage.call(&payer, CloseChat { chat_id }).await.expect("closed");
    let status = stage.call(&payer, GetFreeMessagesStatus { match_id: match_id.clone() }).await.expect("it");
    assert_eq!((status.remaining, status.eligible), (4, false));
    let stranger = stage.person(2).await;
    assert_eq!(code(stage.call(&stranger, GetFreeMessagesStatus { match_id }).await), Code::NotFound);
    let none = GetFreeMessagesStatus { match_id: "mat_none".into() };
    assert_eq!(code(stage.call(&payer, none).await), Code::NotFound);
}
