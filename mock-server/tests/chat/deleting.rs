//! Messages that are taken back.

use avalo_sdk::{
    Code,
    api::{
        chat::{DeleteMessage, GetMessages, Message, MessageKind, SendMessage},
        feed::UploadKind,
    },
    event::EventKind,
};

use crate::{
    listener::Listener,
    stage::{Person, Stage, code},
    talk::text,
};

fn delete(message: &Message) -> DeleteMessage {
    DeleteMessage { chat_id: message.chat_id.clone(), message_id: message.id.clone() }
}

async fn messages(stage: &Stage, who: &Person, of: &Message) -> Vec<Message> {
    let request = GetMessages { chat_id: of.chat_id.clone(), limit: None, cursor: None };
    stage.call(who, request).await.expect("messages").messages
}

#[tokio::test]
async fn both_sides_see_that_there_was_one_and_no_more() {
    let stage = Stage::start().await;
    let (payer, creator, chat) = stage.pair().await;
    stage.say(&payer, &chat, "what stays").await.expect("a message");
    let sent = stage.say(&payer, &chat, "a slip of the tongue").await.expect("a message");
    assert!(!sent.deleted);
    assert_eq!(stage.chat(&creator, &chat).await.unread, 2);
    for _ in 0..2 {
        let left = stage.call(&payer, delete(&sent)).await.expect("deleted");
        assert_eq!((left.deleted, left.content.as_str(), &left.id), (true, "", &sent.id));
    }
    for who in [&payer, &creator] {
        let all = messages(&stage, who, &sent).await;
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].deleted, all[0].content.as_str()), (true, ""));
        assert_eq!((all[1].deleted, all[1].content.as_str()), (false, "what stays"));
        let last = stage.chat(who, &chat).await.last_message.expect("a message");
        assert!(last.deleted, "also where a chat shows its newest one");
    }
    assert_eq!(stage.chat(&creator, &chat).await.unread, 1, "there is nothing to read in it");
}

#[tokio::test]
async fn both_sides_hear_of_it() {
    let stage = Stage::start().await;
    let (payer, creator, chat) = stage.pair().await;
    let sent = stage.say(&payer, &chat, "a slip of the tongue").await.expect("a message");
    let mut ears = Vec::new();
    for who in [&payer, &creator] {
        ears.push(Listener::of(&stage, who).await);
    }
    stage.call(&payer, delete(&sent)).await.expect("deleted");
    for mut ear in ears {
        ear.until(EventKind::MessageDeleted.as_str()).await;
        let heard = ear.heard;
        assert!(heard.contains("\"deleted\":true") && heard.contains(sent.id.as_str()), "{heard}");
    }
}

#[tokio::test]
async fn the_medium_goes_too_and_what_was_paid_stays_paid() {
    let stage = Stage::start().await;
    let (payer, _, chat) = stage.paid().await;
    let media_url = stage.file(&payer, UploadKind::ChatImage, "image/png").await;
    let image =
        SendMessage { kind: Some(MessageKind::Image), media_url: Some(media_url.clone()), ..text(&chat, "") };
    let sent = stage.call(&payer, image).await.expect("an image");
    assert_eq!(stage.api.get("", &media_url).await.status, 200);
    let escrow = stage.chat(&payer, &chat).await.escrow;
    let left = stage.call(&payer, delete(&sent)).await.expect("deleted");
    assert_eq!((left.media_url, left.price, left.kind), (None, sent.price, MessageKind::Image));
    assert_eq!(stage.api.get("", &media_url).await.status, 404);
    assert_eq!(stage.chat(&payer, &chat).await.escrow, escrow);
    stage.check_ledger().await;
}

#[tokio::test]
async fn the_sender_and_the_staff_delete_and_nobody_else() {
    let stage = Stage::start().await;
    let (payer, creator, chat) = stage.pair().await;
    let (stranger, staff) = (stage.person(8).await, stage.person(10).await);
    let sent = stage.say(&payer, &chat, "not nice to read").await.expect("a message");
    assert_eq!(code(stage.call(&creator, delete(&sent)).await), Code::PermissionDenied);
    assert_eq!(code(stage.call(&stranger, delete(&sent)).await), Code::NotParticipant);
    let elsewhere = stage.open(&payer, &stranger).await.id;
    let wrong = DeleteMessage { chat_id: elsewhere, ..delete(&sent) };
    assert_eq!(code(stage.call(&payer, wrong).await), Code::NotFound, "it is in another chat");
    let none = DeleteMessage { message_id: "msg_none".into(), ..delete(&sent) };
    assert_eq!(code(stage.call(&payer, none).await), Code::NotFound);
    assert!(stage.call(&staff, delete(&sent)).await.expect("deleted").deleted);
    assert!(messages(&stage, &creator, &sent).await[0].deleted);
}

#[tokio::test]
async fn a_deleted_message_that_is_sent_again_stays_deleted() {
    let stage = Stage::start().await;
    let (payer, _, chat) = stage.pair().await;
    let draft = SendMessage { client_id: Some("draft-1".into()), ..text(&chat, "a slip of the tongue") };
    let sent = stage.call(&payer, draft.clone()).await.expect("a message");
    stage.call(&payer, delete(&sent)).await.expect("deleted");
    let again = stage.call(&payer, draft).await.expect("the same one");
    assert!(again.deleted && again.id == sent.id, "a late repetition brings nothing back");
}
