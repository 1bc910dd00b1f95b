//! Opening, listing and closing chats.

use avalo_sdk::{
    Code,
    api::chat::{ChatState, CloseChat, CreateChat, GetChat, GetChats},
    model::{ChatId, Cursor, Tokens},
};

use crate::stage::{Stage, code};

#[tokio::test]
async fn two_users_have_one_chat_whoever_asks() {
    let stage = Stage::start().await;
    let (payer, creator) = (stage.person(6).await, stage.person(1).await);
    let chat = stage.open(&payer, &creator).await;
    assert_eq!(chat.state, ChatState::Free);
    assert_eq!((&chat.payer_id, chat.earner_id.as_ref()), (&payer.id, Some(&creator.id)));
    assert_eq!((chat.free_messages_left, chat.escrow, chat.unread), (4, Tokens(0), 0));
    assert_eq!((chat.pricing.words_per_token, chat.last_message), (11, None));
    assert_eq!(chat.other.id, creator.id);
    let seen_by_creator = stage.open(&creator, &payer).await;
    assert_eq!((&seen_by_creator.id, &seen_by_creator.payer_id), (&chat.id, &payer.id));
    assert_eq!(seen_by_creator.other.id, payer.id);
}

#[tokio::test]
async fn the_platform_earns_where_the_other_side_is_no_creator() {
    let stage = Stage::start().await;
    let (creator, other) = (stage.person(1).await, stage.person(6).await);
    let chat = stage.open(&creator, &other).await;
    assert_eq!((chat.payer_id, chat.earner_id), (creator.id, None));
}

#[tokio::test]
async fn chats_with_oneself_with_nobody_and_of_others_are_refused() {
    let stage = Stage::start().await;
    let (payer, _, chat_id) = stage.pair().await;
    let stranger = stage.person(7).await;
    let myself = CreateChat { user_id: payer.id.clone() };
    assert_eq!(code(stage.call(&payer, myself).await), Code::CannotTargetSelf);
    let nobody = CreateChat { user_id: "usr_nobody".into() };
    assert_eq!(code(stage.call(&payer, nobody).await), Code::NotFound);
    let others = GetChat { chat_id: chat_id.clone() };
    assert_eq!(code(stage.call(&stranger, others).await), Code::NotParticipant);
    let missing = GetChat { chat_id: ChatId::from("chat_none") };
    assert_eq!(code(stage.call(&payer, missing).await), Code::NotFound);
    assert_eq!(code(stage.say(&stranger, &chat_id, "let me in please").await), Code::NotParticipant);
}

#[tokio::test]
async fn the_chat_with_the_latest_activity_comes_first_and_pages_join() {
    let stage = Stage::start().await;
    let payer = stage.person(6).await;
    let mut chats = Vec::new();
    for number in [1, 7, 8, 9] {
        let other = stage.person(number).await;
        chats.push(stage.open(&payer, &other).await.id);
    }
    stage.say(&payer, &chats[0], "back to the top").await.expect("a message");
    let expected = [&chats[0], &chats[3], &chats[2], &chats[1]];
    let mut seen = Vec::new();
    let mut cursor = None;
    loop {
        let page = stage.call(&payer, GetChats { limit: Some(3), cursor }).await.expect("a page");
        assert!(page.chats.len() <= 3);
        seen.extend(page.chats.into_iter().map(|chat| chat.id));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen.iter().take(4).collect::<Vec<_>>(), expected);
    let all = stage.call(&payer, GetChats { limit: Some(100), cursor: None }).await.expect("all");
    assert_eq!(seen, all.chats.into_iter().map(|chat| chat.id).collect::<Vec<_>>());
    for limit in [0, 101] {
        let wrong = GetChats { limit: Some(limit), cursor: None };
        assert_eq!(code(stage.call(&payer, wrong).await), Code::ValidationFailed);
    }
    let wrong = GetChats { limit: None, cursor: Some(Cursor("x".into())) };
    assert_eq!(code(stage.call(&payer, wrong).await), Code::InvalidCursor);
}

#[tokio::test]
async fn a_closed_chat_takes_no_messages_until_it_is_opened_again() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    stage.say(&payer, &chat_id, "a free message").await.expect("a message");
    let close = CloseChat { chat_id: chat_id.clone() };
    let closed = stage.call(&creator, close.clone()).await.expect("closed");
    assert_eq!((closed.chat.state, closed.refunded), (ChatState::Closed, Tokens(0)));
    for who in [&payer, &creator] {
        assert_eq!(code(stage.say(who, &chat_id, "anybody here?").await), Code::ChatClosed);
    }
    let again = stage.call(&payer, close).await.expect("closed already");
    assert_eq!((again.chat.state, again.refunded), (ChatState::Closed, Tokens(0)));
    let reopened = stage.open(&creator, &payer).await;
    assert_eq!((&reopened.id, reopened.state), (&chat_id, ChatState::Free));
    assert_eq!((reopened.payer_id, reopened.free_messages_left), (payer.id.clone(), 3));
    stage.say(&payer, &chat_id, "here I am again").await.expect("a message");
}
