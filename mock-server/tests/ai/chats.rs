//! Opening, listing, reading and closing chats.

use avalo_sdk::{
    Code,
    api::ai::{AiChatState, AiTier, CloseAiChat, GetAiChat, GetAiMessages, ListAiChats},
    model::Tokens,
};

use crate::stage::{Stage, blamed, code};

#[tokio::test]
async fn a_chat_that_is_open_is_answered_as_it_is() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let first = stage.start_chat(&user, "cmp_nora").await.expect("a chat");
    assert_eq!((first.state, first.messages, first.charged), (AiChatState::Open, 1, Tokens(0)));
    assert!(first.companion.is_ai && first.companion.available && !first.nsfw_enabled);
    assert_eq!(stage.start_chat(&user, "cmp_nora").await.expect("the same").id, first.id);
    let close = || CloseAiChat { chat_id: first.id.clone() };
    let balance = stage.balance(&user).await;
    assert_eq!(stage.call(&user, close()).await.expect("closed").state, AiChatState::Closed);
    assert_eq!(stage.call(&user, close()).await.expect("closed already").state, AiChatState::Closed);
    assert_eq!(stage.balance(&user).await, balance, "nothing is given back");
    assert_ne!(stage.start_chat(&user, "cmp_nora").await.expect("a new one").id, first.id);
    let read = stage.call(&user, GetAiChat { chat_id: first.id }).await.expect("it can be read");
    assert_eq!(read.messages, 1);
}

#[tokio::test]
async fn three_chats_are_open_at_once_on_the_free_tier() {
    let stage = Stage::start().await;
    let user = stage.person(6).await;
    let nora = stage.start_chat(&user, "cmp_nora").await.expect("one");
    for companion in ["cmp_leo", "cmp_iris"] {
        stage.start_chat(&user, companion).await.expect("another");
    }
    stage.call(&user, CloseAiChat { chat_id: nora.id }).await.expect("closed");
    stage.advance(60).await;
    stage.start_chat(&user, "cmp_nora").await.expect("room again");
    stage.advance(60).await;
    let refused = stage.start_chat(&user, "cmp_mika").await.expect_err("not on this tier");
    assert_eq!(refused.code, Code::TierRequired);
    assert!(refused.detail.expect("a detail").contains("plus, intimate, creator"));
    // A companion of someone's own, on three chats.
    stage.subscribe(&user, AiTier::Plus).await.expect("a plan");
    stage.start_chat(&user, "cmp_mika").await.expect("no limit on a plan");
}

#[tokio::test]
async fn the_fourth_open_chat_is_refused_before_it_is_too_fast() {
    let stage = Stage::start().await;
    let (user, maker) = (stage.person(7).await, stage.person(1).await);
    stage.subscribe(&maker, AiTier::Creator).await.expect("a plan");
    for companion in ["cmp_nora", "cmp_leo", "cmp_iris"] {
        stage.start_chat(&user, companion).await.expect("a chat");
        stage.start_chat(&maker, companion).await.expect("a chat");
    }
    let sol = stage.start_chat(&maker, "cmp_sol").await.expect_err("the fourth within a minute");
    assert_eq!(
        (sol.code, sol.retry_after.is_some_and(|wait| (1..=60).contains(&wait))),
        (Code::TooFast, true)
    );
    stage.advance(61).await;
    stage.start_chat(&maker, "cmp_sol").await.expect("a minute later");
    assert_eq!(stage.start_chat(&user, "cmp_nora").await.expect("the same").companion.name, "Nora");
}

#[tokio::test]
async fn chats_and_messages_come_in_pages() {
    let stage = Stage::start().await;
    let (user, other) = (stage.person(7).await, stage.person(8).await);
    let mut chats = Vec::new();
    for companion in ["cmp_nora", "cmp_leo", "cmp_iris"] {
        chats.push(stage.start_chat(&user, companion).await.expect("a chat").id);
    }
    stage.say(&user, &chats[0], "The latest word").await.expect("a reply");
    let mut seen = Vec::new();
    let mut cursor = None;
    loop {
        let page = stage.call(&user, ListAiChats { limit: Some(2), cursor }).await.expect("a page");
        seen.extend(page.chats.into_iter().map(|chat| chat.id));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, [chats[0].clone(), chats[2].clone(), chats[1].clone()]);
    assert!(stage.call(&other, ListAiChats::default()).await.expect("a page").chats.is_empty());

    let messages = |limit, cursor| GetAiMessages { chat_id: chats[0].clone(), limit, cursor };
    let first = stage.call(&user, messages(Some(2), None)).await.expect("a page");
    let next = stage.call(&user, messages(Some(2), first.next_cursor.clone())).await.expect("a page");
    assert_eq!((first.messages.len(), next.messages.len(), &next.next_cursor), (2, 1, &None));
    assert_eq!(code(stage.call(&other, messages(None, None)).await), Code::NotParticipant);
    assert_eq!(code(stage.call(&user, GetAiChat { chat_id: "aic_none".into() }).await), Code::NotFound);
    assert_eq!(code(stage.call(&other, GetAiChat { chat_id: chats[0].clone() }).await), Code::NotParticipant);
    // A cursor of one chat is none of another.
    let elsewhere = GetAiMessages { chat_id: chats[1].clone(), limit: None, cursor: first.next_cursor };
    assert_eq!(code(stage.call(&user, elsewhere).await), Code::InvalidCursor);
    for limit in [0, 101] {
        assert_eq!(blamed(stage.call(&user, messages(Some(limit), None)).await), "limit");
        assert_eq!(
            blamed(stage.call(&user, ListAiChats { limit: Some(limit), cursor: None }).await),
            "limit"
        );
    }
}
