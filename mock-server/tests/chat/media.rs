//! Images, videos and recordings in a chat: uploaded by their sender, for this use, once.

use avalo_sdk::{
    Code,
    api::{
        chat::{MessageKind, SendMessage},
        feed::UploadKind,
    },
    model::{ChatId, Tokens},
};

use crate::{
    stage::{Stage, blamed, code},
    talk::{text, words},
};

fn medium(chat: &ChatId, kind: MessageKind, url: &str) -> SendMessage {
    let seconds = (kind != MessageKind::Image).then_some(31);
    SendMessage {
        kind: Some(kind),
        media_url: Some(url.to_owned()),
        duration_seconds: seconds,
        ..text(chat, "")
    }
}

#[tokio::test]
async fn an_uploaded_file_of_the_fitting_kind_is_sent_and_read() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    for (kind, upload, media_type) in [
        (MessageKind::Image, UploadKind::ChatImage, "image/png"),
        (MessageKind::Video, UploadKind::ChatVideo, "video/mp4"),
        (MessageKind::Audio, UploadKind::ChatAudio, "audio/ogg"),
    ] {
        let url = stage.file(&payer, upload, media_type).await;
        let sent = stage.call(&payer, medium(&chat_id, kind, &url)).await.expect("a message");
        assert_eq!((sent.kind, sent.media_url.as_deref()), (kind, Some(url.as_str())));
        let seen = stage.chat(&creator, &chat_id).await.last_message;
        assert_eq!(seen, Some(sent));
        let file = stage.api.get("", &url).await;
        assert_eq!((file.status, file.header("content-type")), (200, media_type));
    }
}

#[tokio::test]
async fn media_are_sent_with_their_caption_and_length() {
    let stage = Stage::start().await;
    let (payer, _, chat_id) = stage.pair().await;
    let url = stage.file(&payer, UploadKind::ChatVideo, "video/mp4").await;
    let request = SendMessage { content: words(3, 0), ..medium(&chat_id, MessageKind::Video, &url) };
    let sent = stage.call(&payer, request).await.expect("a message");
    assert_eq!((sent.kind, sent.duration_seconds, sent.price), (MessageKind::Video, Some(31), Tokens(0)));
    assert_eq!(stage.chat(&payer, &chat_id).await.last_message, Some(sent));
}

#[tokio::test]
async fn an_address_that_the_sender_did_not_upload_reaches_nobody() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    let foreign = stage.file(&creator, UploadKind::ChatImage, "image/png").await;
    let video = stage.file(&payer, UploadKind::ChatVideo, "video/mp4").await;
    let photo = stage.file(&payer, UploadKind::ProfilePhoto, "image/png").await;
    let long = format!("/media/{}", "x".repeat(100_000));
    for url in [
        "http://evil.example/x",
        "https://media.avalo.test/a",
        "//evil.example/x",
        "javascript:alert(1)",
        "/media/",
        "",
        &long,
        &foreign,
        &video,
        &photo,
    ] {
        assert_eq!(blamed(stage.call(&payer, medium(&chat_id, MessageKind::Image, url)).await), "mediaUrl");
    }
    let chat = stage.chat(&creator, &chat_id).await;
    assert_eq!((chat.free_messages_left, chat.last_message), (4, None));
}

#[tokio::test]
async fn a_file_is_sent_once_and_only_after_its_bytes() {
    let stage = Stage::start().await;
    let (payer, _, chat_id) = stage.pair().await;
    let grant = stage.grant(&payer, UploadKind::ChatImage, "image/png", 5).await;
    let image = || medium(&chat_id, MessageKind::Image, &grant.media_url);
    assert_eq!(code(stage.call(&payer, image()).await), Code::FailedPrecondition);
    assert_eq!(stage.send(&grant, "image/png", b"bytes").await.status, 204);
    let named = || SendMessage { client_id: Some("mine-1".into()), ..image() };
    let sent = stage.call(&payer, named()).await.expect("a message");
    // The same message once more is the same message, although its file is used.
    assert_eq!(stage.call(&payer, named()).await.expect("the same message").id, sent.id);
    assert_eq!(code(stage.call(&payer, image()).await), Code::FailedPrecondition);
    assert_eq!(stage.chat(&payer, &chat_id).await.free_messages_left, 3);
}

#[tokio::test]
async fn a_message_that_is_refused_leaves_its_file_for_another_try() {
    let stage = Stage::start().await;
    let (payer, _, chat_id) = stage.paid().await;
    let url = stage.file(&payer, UploadKind::ChatVideo, "video/mp4").await;
    let video =
        |most| SendMessage { max_price: Some(Tokens(most)), ..medium(&chat_id, MessageKind::Video, &url) };
    assert_eq!(code(stage.call(&payer, video(1)).await), Code::AboveMaximum);
    assert_eq!(stage.call(&payer, video(4)).await.expect("a message").price, Tokens(4));
}
