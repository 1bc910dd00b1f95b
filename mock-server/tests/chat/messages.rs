//! Sending, listing and reading messages.

use avalo_sdk::{
    Code,
    api::{
        chat::{GetMessages, MarkAsRead, MessageKind, SendMessage},
        feed::UploadKind,
    },
    model::{ChatId, MessageId},
};

use crate::{
    stage::{Stage, blamed, code},
    talk::text,
};

#[tokio::test]
async fn messages_come_back_newest_first_and_pages_join() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    for number in 0..7 {
        stage.say(&creator, &chat_id, &format!("message number {number}")).await.expect("a message");
    }
    let mut seen = Vec::new();
    let mut cursor = None;
    loop {
        let request = GetMessages { chat_id: chat_id.clone(), limit: Some(3), cursor };
        let page = stage.call(&payer, request).await.expect("a page");
        seen.extend(page.messages.into_iter().map(|message| message.content));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    let expected: Vec<_> = (0..7).rev().map(|number| format!("message number {number}")).collect();
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn a_cursor_of_another_chat_is_refused() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    let other = stage.open(&payer, &stage.person(7).await).await.id;
    for content in ["the first one", "the second one"] {
        stage.say(&creator, &chat_id, content).await.expect("a message");
    }
    let request = GetMessages { chat_id, limit: Some(1), cursor: None };
    let cursor = stage.call(&payer, request).await.expect("a page").next_cursor;
    assert!(cursor.is_some());
    let wrong = GetMessages { chat_id: other, limit: None, cursor };
    assert_eq!(code(stage.call(&payer, wrong).await), Code::InvalidCursor);
}

#[tokio::test]
async fn a_client_id_makes_one_message_of_many_calls() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    let request = |content: &str| SendMessage { client_id: Some("c-1".into()), ..text(&chat_id, content) };
    let first = stage.call(&payer, request("only once, please")).await.expect("a message");
    for _ in 0..3 {
        assert_eq!(stage.call(&payer, request("only once, please")).await.as_ref(), Ok(&first));
    }
    assert_eq!(code(stage.call(&payer, request("something else")).await), Code::AlreadyExists);
    // The name is the sender's own: the other side may use the same.
    let other = stage.call(&creator, request("only once, please")).await.expect("a message");
    assert_ne!(other.id, first.id);
    let chat = stage.chat(&payer, &chat_id).await;
    assert_eq!(chat.free_messages_left, 3);
    let all = GetMessages { chat_id: chat_id.clone(), limit: None, cursor: None };
    assert_eq!(stage.call(&payer, all).await.expect("messages").messages.len(), 2);
    stage.call(&payer, avalo_sdk::api::chat::CloseChat { chat_id: chat_id.clone() }).await.expect("closed");
    assert_eq!(stage.call(&payer, request("only once, please")).await.as_ref(), Ok(&first));
}

#[tokio::test]
async fn unread_messages_are_counted_for_each_side() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    let mut ids = Vec::new();
    for number in 0..3 {
        let content = format!("from the creator {number}");
        ids.push(stage.say(&creator, &chat_id, &content).await.expect("a message").id);
    }
    stage.say(&payer, &chat_id, "from the payer").await.expect("a message");
    assert_eq!(stage.chat(&payer, &chat_id).await.unread, 3);
    assert_eq!(stage.chat(&creator, &chat_id).await.unread, 1);
    let mark = |message_ids: Vec<MessageId>| MarkAsRead { chat_id: chat_id.clone(), message_ids };
    assert_eq!(stage.call(&payer, mark(vec![ids[1].clone()])).await.expect("marked").unread, 2);
    assert_eq!(stage.call(&payer, mark(vec![ids[1].clone()])).await.expect("marked").unread, 2);
    // Nobody reads their own messages for the other side.
    assert_eq!(stage.call(&creator, mark(ids.clone())).await.expect("marked").unread, 1);
    assert_eq!(stage.chat(&payer, &chat_id).await.unread, 2);
    let strange = mark(vec![ids[0].clone(), "msg_none".into()]);
    assert_eq!(code(stage.call(&payer, strange).await), Code::NotFound);
    assert_eq!(stage.chat(&payer, &chat_id).await.unread, 2);
    assert_eq!(blamed(stage.call(&payer, mark(vec![ids[0].clone(); 101])).await), "messageIds");
    assert_eq!(stage.call(&payer, mark(vec![])).await.expect("marked").unread, 0);
    let all = GetMessages { chat_id: chat_id.clone(), limit: None, cursor: None };
    let messages = stage.call(&creator, all).await.expect("messages").messages;
    assert_eq!(messages.iter().filter(|message| message.read).count(), 3);
}

#[tokio::test]
async fn what_is_no_message_is_refused_with_its_field() {
    let stage = Stage::start().await;
    let (payer, _, chat_id) = stage.pair().await;
    let media = |kind, media_url: Option<&str>, duration_seconds| SendMessage {
        kind: Some(kind),
        media_url: media_url.map(str::to_owned),
        duration_seconds,
        ..text(&chat_id, "")
    };
    let address = Some("https://media.avalo.test/a");
    let cases: Vec<(SendMessage, &str)> = vec![
        (text(&chat_id, ""), "content"),
        (text(&chat_id, " \n "), "content"),
        (text(&chat_id, &"ä".repeat(2_001)), "content"),
        (SendMessage { client_id: Some(String::new()), ..text(&chat_id, "some words") }, "clientId"),
        (SendMessage { client_id: Some("x".repeat(65)), ..text(&chat_id, "some words") }, "clientId"),
        (SendMessage { media_url: address.map(str::to_owned), ..text(&chat_id, "some words") }, "mediaUrl"),
        (SendMessage { duration_seconds: Some(3), ..text(&chat_id, "some words") }, "durationSeconds"),
        (media(MessageKind::Gift, None, None), "kind"),
        (media(MessageKind::Unknown, None, None), "kind"),
        (media(MessageKind::Image, None, None), "mediaUrl"),
        (media(MessageKind::Image, Some("javascript:alert(1)"), None), "mediaUrl"),
        (media(MessageKind::Image, address, Some(3)), "durationSeconds"),
        (media(MessageKind::Audio, address, None), "durationSeconds"),
        (media(MessageKind::Audio, address, Some(0)), "durationSeconds"),
        (media(MessageKind::Video, address, Some(3_601)), "durationSeconds"),
    ];
    for (request, field) in cases {
        assert_eq!(blamed(stage.call(&payer, request.clone()).await), field, "{request:?}");
    }
    let chat = stage.chat(&payer, &chat_id).await;
    assert_eq!((chat.free_messages_left, chat.last_message), (4, None));
    let longest = "ä".repeat(2_000);
    assert_eq!(stage.say(&payer, &chat_id, &longest).await.expect("a message").content, longest);
}

#[tokio::test]
async fn banned_terms_and_spam_are_refused_and_use_nothing_up() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    assert_eq!(code(stage.say(&payer, &chat_id, "I would Pay, for SEX").await), Code::ContentBlocked);
    let caption = SendMessage {
        kind: Some(MessageKind::Image),
        media_url: Some(stage.file(&payer, UploadKind::ChatImage, "image/png").await),
        ..text(&chat_id, "double your money")
    };
    assert_eq!(code(stage.call(&payer, caption).await), Code::ContentBlocked);
    for spam in ["hi", "Hello!", "ok", "😀😀"] {
        for who in [&payer, &creator] {
            assert_eq!(code(stage.say(who, &chat_id, spam).await), Code::SpamDetected, "{spam}");
        }
    }
    for _ in 0..3 {
        stage.say(&payer, &chat_id, "the same again").await.expect("a message");
    }
    assert_eq!(code(stage.say(&payer, &chat_id, "The same  AGAIN").await), Code::SpamDetected);
    let chat = stage.chat(&payer, &chat_id).await;
    assert_eq!(chat.free_messages_left, 1);
    assert_eq!(chat.last_message.map(|message| message.content).as_deref(), Some("the same again"));
}

#[tokio::test]
async fn a_repeated_key_sends_once_and_a_missing_one_is_refused() {
    let stage = Stage::start().await;
    let (payer, _, chat_id) = stage.pair().await;
    let path = format!("/v1/chats/{chat_id}/messages");
    let body = serde_json::json!({ "content": "under one key" });
    let send = || stage.api.request("POST", &path).token(&payer.token).json(&body);
    let first = send().key("k-1").send().await;
    let second = send().key("k-1").send().await;
    assert_eq!((first.status, &first.body), (200, &second.body));
    assert_eq!(second.header("idempotent-replayed"), "true");
    assert_eq!(send().send().await.refusal(), (400, "idempotency_key_missing".into()));
    assert_eq!(stage.chat(&payer, &chat_id).await.free_messages_left, 3);
}

#[tokio::test]
async fn messages_of_a_chat_are_for_its_participants() {
    let stage = Stage::start().await;
    let (_, _, chat_id) = stage.pair().await;
    let stranger = stage.person(8).await;
    let read = |chat_id: &ChatId| GetMessages { chat_id: chat_id.clone(), limit: None, cursor: None };
    assert_eq!(code(stage.call(&stranger, read(&chat_id)).await), Code::NotParticipant);
    let mark = MarkAsRead { chat_id, message_ids: vec![] };
    assert_eq!(code(stage.call(&stranger, mark).await), Code::NotParticipant);
    assert_eq!(code(stage.call(&stranger, read(&"chat_none".into())).await), Code::NotFound);
}
