//! Leave to upload, the bytes, and who reads them.

use avalo_sdk::{
    Code,
    api::feed::{RequestUpload, UploadKind},
};
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::{
    files::leave,
    stage::{Stage, blamed, code},
};

const MEGABYTE: i64 = 1 << 20;

#[tokio::test]
async fn bytes_come_back_as_they_went() {
    let stage = Stage::start().await;
    let person = stage.person(7).await;
    let bytes: Vec<u8> = (0..=255).cycle().take(3_000_000).collect();
    let size = i64::try_from(bytes.len()).expect("a size");
    let grant = stage.grant(&person, UploadKind::FeedImage, "image/webp", size).await;
    assert_eq!(stage.api.get("", &grant.media_url).await.refusal(), (404, "not_found".into()));
    assert_eq!(stage.send(&grant, "image/webp", &bytes).await.status, 204);
    let read = stage.api.get("", &grant.media_url).await;
    assert_eq!((read.status, read.header("content-type")), (200, "image/webp"));
    assert!(read.body == bytes);
}

#[tokio::test]
async fn every_kind_has_its_size_and_its_media_types() {
    let stage = Stage::start().await;
    let (person, creator) = (stage.person(7).await, stage.person(1).await);
    for (kind, megabytes, fitting, strange) in [
        (UploadKind::ProfilePhoto, 10, "image/jpeg", "video/mp4"),
        (UploadKind::FeedImage, 50, "image/heic", "video/webm"),
        (UploadKind::StoryVideo, 100, "video/quicktime", "image/png"),
        (UploadKind::ChatImage, 20, "image/png", "video/mp4"),
        (UploadKind::ChatVideo, 50, "video/webm", "image/webp"),
        (UploadKind::ChatAudio, 50, "audio/mpeg", "video/mp4"),
        (UploadKind::CreatorContent, 200, "video/mp4", "audio/mp4"),
        (UploadKind::CreatorContent, 200, "video/mp4", "application/pdf"),
        (UploadKind::CreatorContent, 200, "image/jpeg", "text/html"),
    ] {
        let who = if kind == UploadKind::CreatorContent { &creator } else { &person };
        let most = megabytes * MEGABYTE;
        let grant = stage.call(who, leave(kind, fitting, most)).await;
        assert!(grant.is_ok(), "{kind:?}: {grant:?}");
        let more = stage.call(who, leave(kind, fitting, most + 1)).await;
        assert_eq!(code(more), Code::PayloadTooLarge, "{kind:?}");
        for media_type in [strange, "image/svg+xml", "image/gif", "IMAGE/JPEG", "image/jpeg; q=1"] {
            let refused = stage.call(who, leave(kind, media_type, 5)).await;
            assert_eq!(code(refused), Code::UnsupportedMediaType, "{kind:?} {media_type}");
        }
    }
    let content = leave(UploadKind::CreatorContent, "image/jpeg", 5);
    assert_eq!(code(stage.call(&person, content).await), Code::CreatorRequired);
}

#[tokio::test]
async fn a_leave_says_what_it_is_for() {
    let stage = Stage::start().await;
    let person = stage.person(7).await;
    let image = || leave(UploadKind::FeedImage, "image/png", 5);
    let named = |filename: &str| RequestUpload { filename: filename.into(), ..image() };
    for filename in ["", " ", &"ż".repeat(257)] {
        assert_eq!(blamed(stage.call(&person, named(filename)).await), "filename");
    }
    for filename in [&"ż".repeat(256), "../../etc/passwd", "a\0b", "😀.png"] {
        let grant = stage.call(&person, named(filename)).await.expect("a name is a name");
        assert!(!grant.media_url.contains("etc"), "{}", grant.media_url);
    }
    for size in [0, -1, i64::MIN] {
        assert_eq!(
            blamed(stage.call(&person, leave(UploadKind::FeedImage, "image/png", size)).await),
            "size"
        );
    }
    for (field, value, refusal) in [
        ("size", json!((1_u64 << 53) - 1), (413, "payload_too_large")),
        ("size", json!(i64::MAX), (422, "validation_failed")),
        ("contentType", json!(""), (422, "validation_failed")),
        ("size", json!(u64::MAX), (422, "validation_failed")),
        ("size", json!("5"), (422, "validation_failed")),
        ("size", json!(5.5), (422, "validation_failed")),
        ("kind", json!("feed_movie"), (422, "validation_failed")),
        ("kind", json!("unknown"), (422, "validation_failed")),
        ("contentType", json!(null), (422, "validation_failed")),
    ] {
        let mut body =
            json!({ "kind": "feed_image", "filename": "a", "contentType": "image/png", "size": 5 });
        body[field] = value;
        let answer = stage.api.post(&person.token, "/v1/media/uploads", body).await;
        assert_eq!(answer.refusal(), (refusal.0, refusal.1.into()), "{field}: {answer}");
    }
}

#[tokio::test]
async fn the_bytes_are_as_many_and_of_the_type_that_was_announced() {
    let stage = Stage::start().await;
    let person = stage.person(7).await;
    let grant = stage.grant(&person, UploadKind::FeedImage, "image/png", 5).await;
    for (media_type, bytes, refusal) in [
        ("image/png", &b"four"[..], (400, "invalid_request")),
        ("image/png", b"", (400, "invalid_request")),
        ("image/png", b"sixsix", (413, "payload_too_large")),
        ("image/jpeg", b"bytes", (415, "unsupported_media_type")),
        ("text/html", b"bytes", (415, "unsupported_media_type")),
    ] {
        let answer = stage.send(&grant, media_type, bytes).await;
        assert_eq!(answer.refusal(), (refusal.0, refusal.1.into()), "{answer}");
    }
    let huge = vec![7; 10 << 20];
    assert_eq!(stage.send(&grant, "image/png", &huge).await.refusal(), (413, "payload_too_large".into()));
    assert_eq!(stage.api.get("", &grant.media_url).await.status, 404);
    assert_eq!(stage.send(&grant, "image/png", b"bytes").await.status, 204, "mistakes do not use it up");
}

#[tokio::test]
async fn an_address_is_good_for_15_minutes_and_until_its_file_is_used() {
    let stage = Stage::start().await;
    let person = stage.person(7).await;
    let late = stage.grant(&person, UploadKind::FeedImage, "image/png", 5).await;
    let sent = stage.grant(&person, UploadKind::StoryVideo, "video/mp4", 5).await;
    for bytes in [b"first", b"again"] {
        assert_eq!(stage.send(&sent, "video/mp4", bytes).await.status, 204, "a lost answer is no loss");
    }
    assert_eq!(stage.api.get("", &sent.media_url).await.body, b"again");
    stage.advance(15 * 60).await;
    let huge = vec![7; 10 << 20];
    for bytes in [&b"bytes"[..], &huge] {
        let answer = stage.send(&late, "image/png", bytes).await;
        assert_eq!(answer.refusal(), (403, "permission_denied".into()));
    }
    // What arrived in time may be used later, and then it stays what it is.
    let body = json!({ "mediaUrl": sent.media_url });
    assert_eq!(stage.api.post(&person.token, "/v1/stories", body).await.status, 200);
    let next = stage.grant(&person, UploadKind::StoryVideo, "video/mp4", 5).await;
    stage.send(&next, "video/mp4", b"bytes").await;
    let body = json!({ "mediaUrl": next.media_url });
    assert_eq!(stage.api.post(&person.token, "/v1/stories", body).await.status, 200);
    assert_eq!(stage.send(&next, "video/mp4", b"other").await.refusal(), (403, "permission_denied".into()));
    assert_eq!(stage.api.get("", &next.media_url).await.body, b"bytes");
}

#[tokio::test]
async fn nobody_guesses_an_address() {
    let stage = Stage::start().await;
    let person = stage.person(7).await;
    let grant = stage.grant(&person, UploadKind::FeedImage, "image/png", 5).await;
    let other = stage.grant(&person, UploadKind::FeedImage, "image/png", 5).await;
    let id = grant.id.as_str();
    let token = other.upload_url.split_once("token=").expect("a token").1;
    for path in [
        format!("/v1/media/uploads/{id}"),
        format!("/v1/media/uploads/{id}?token="),
        format!("/v1/media/uploads/{id}?token={token}"),
        format!("/v1/media/uploads/{id}?token=%FF"),
        format!("/v1/media/uploads/{id}?token=a&token=b"),
        format!("/v1/media/uploads/upl_none?token={token}"),
        format!("/v1/media/uploads/%FF?token={token}"),
        format!("/v1/media/uploads/..%2F..?token={token}"),
        format!("/v1/media/uploads/%F0%9F%98%80?token={token}"),
    ] {
        let request = stage.api.request("PUT", &path).header("content-type", "image/png");
        let answer = request.body("bytes").send().await;
        assert_eq!(answer.refusal(), (403, "permission_denied".into()), "{path}: {answer}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
    }
    for (path, refusal) in [
        ("/media/upl_none", (404, "not_found")),
        ("/media/..%2F..%2Fetc%2Fpasswd", (404, "not_found")),
        ("/media/%F0%9F%98%80", (404, "not_found")),
        ("/media/%FF", (400, "invalid_request")),
        ("/media/", (404, "not_found")),
    ] {
        let answer = stage.api.get("", path).await;
        assert_eq!(answer.refusal(), (refusal.0, refusal.1.into()), "{path}: {answer}");
    }
    assert_eq!(stage.send(&grant, "image/png", b"bytes").await.status, 204);
}

#[tokio::test]
async fn a_file_that_is_used_while_other_bytes_are_on_their_way_stays_what_it_is() {
    let stage = Stage::start().await;
    let person = stage.person(7).await;
    let grant = stage.grant(&person, UploadKind::StoryVideo, "video/mp4", 5).await;
    assert_eq!(stage.send(&grant, "video/mp4", b"first").await.status, 204);
    let host = stage.server.url().trim_start_matches("http://").to_owned();
    let mut socket = TcpStream::connect(&host).await.expect("a connection");
    let head = format!(
        "PUT {} HTTP/1.1\r\nhost: {host}\r\ncontent-type: video/mp4\r\ncontent-length: 5\r\n\
         connection: close\r\n\r\nsec",
        grant.upload_url
    );
    socket.write_all(head.as_bytes()).await.expect("the beginning is sent");
    let body = json!({ "mediaUrl": grant.media_url });
    assert_eq!(stage.api.post(&person.token, "/v1/stories", body).await.status, 200);
    socket.write_all(b"nd").await.expect("the end is sent");
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 403"), "{answer}");
    assert_eq!(stage.api.get("", &grant.media_url).await.body, b"first");
}
