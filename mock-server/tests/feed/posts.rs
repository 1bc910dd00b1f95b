//! Publishing, changing and deleting posts.

use avalo_sdk::{
    Code,
    api::feed::{
        CommentOnPost, CreatePost, DeletePost, LikePost, PostKind, UpdatePost, UploadKind, Visibility,
    },
};

use crate::{
    gated,
    stage::{Stage, blamed, code},
    words,
};

fn change(post_id: &avalo_sdk::model::PostId) -> UpdatePost {
    UpdatePost { post_id: post_id.clone(), content: None, visibility: None }
}

#[tokio::test]
async fn a_post_is_what_its_author_made_it() {
    let stage = Stage::start().await;
    let author = stage.person(7).await;
    let post = stage.publish(&author, words("Good morning 😀")).await;
    assert_eq!((post.kind, post.content.as_str()), (PostKind::Text, "Good morning 😀"));
    assert_eq!((post.visibility, post.gated, post.locked), (Visibility::Public, false, false));
    assert_eq!((post.likes, post.comments, post.liked, post.unlock_price), (0, 0, false, None));
    assert_eq!((&post.author.id, post.created_at), (&author.id, post.updated_at));
    assert_eq!(stage.read(&stage.person(8).await, &post.id).await, Ok(post));
}

#[tokio::test]
async fn words_have_their_length_to_the_character() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    stage.publish(&creator, words(&"ż".repeat(5_000))).await;
    stage.publish(&creator, gated(&"😀".repeat(2_000), 5)).await;
    stage.publish(&creator, words("x")).await;
    for request in
        [words(""), words(" \n\t "), words(&"ż".repeat(5_001)), gated(&"😀".repeat(2_001), 5), gated("", 5)]
    {
        assert_eq!(blamed(stage.call(&creator, request).await), "content");
    }
    for content in ["Guaranteed CRYPTO profit!", "sell   cocaine"] {
        assert_eq!(code(stage.call(&creator, words(content)).await), Code::ContentBlocked);
    }
}

#[tokio::test]
async fn a_kind_shows_what_its_name_says() {
    let stage = Stage::start().await;
    let author = stage.person(7).await;
    let post = |kind, media_urls: Vec<String>| CreatePost { kind, media_urls, ..words("Look") };
    let (image, video) = (stage.image(&author).await, stage.video(&author).await);
    for kind in [PostKind::Image, PostKind::Video] {
        assert_eq!(blamed(stage.call(&author, post(kind, vec![])).await), "mediaUrls");
    }
    let wrong = [
        post(PostKind::Text, vec![image.clone()]),
        post(PostKind::Image, vec![video.clone()]),
        post(PostKind::Video, vec![image.clone()]),
    ];
    for request in wrong {
        assert_eq!(blamed(stage.call(&author, request).await), "mediaUrls");
    }
    // What was refused used nothing up.
    let both = stage.publish(&author, post(PostKind::Video, vec![image.clone(), video.clone()])).await;
    assert_eq!(both.media_urls, [image, video]);
}

#[tokio::test]
async fn ten_files_are_a_post_and_five_a_paid_one() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let mut files = Vec::new();
    for _ in 0..11 {
        files.push(stage.image(&creator).await);
    }
    let post = |media_urls: &[String], price: Option<i64>| CreatePost {
        kind: PostKind::Image,
        media_urls: media_urls.to_vec(),
        unlock_price: price.map(avalo_sdk::model::Tokens),
        ..words("An album")
    };
    assert_eq!(blamed(stage.call(&creator, post(&files, None)).await), "mediaUrls");
    assert_eq!(blamed(stage.call(&creator, post(&files[..6], Some(5))).await), "mediaUrls");
    assert_eq!(stage.publish(&creator, post(&files[..5], Some(5))).await.media_urls.len(), 5);
    let album = post(&files[..10], None);
    assert_eq!(code(stage.call(&creator, album).await), Code::FailedPrecondition, "five are used");
    for file in &mut files[..5] {
        *file = stage.image(&creator).await;
    }
    assert_eq!(stage.publish(&creator, post(&files[..10], None)).await.media_urls.len(), 10);
}

#[tokio::test]
async fn a_file_is_the_authors_own_of_a_fitting_kind_and_used_once() {
    let stage = Stage::start().await;
    let (author, other) = (stage.person(7).await, stage.person(8).await);
    let post =
        |url: &str| CreatePost { kind: PostKind::Image, media_urls: vec![url.to_owned()], ..words("Look") };
    let photo = stage.file(&author, UploadKind::ProfilePhoto, "image/png").await;
    let for_chat = stage.file(&author, UploadKind::ChatImage, "image/png").await;
    let foreign = stage.image(&other).await;
    for url in [photo.as_str(), &for_chat, &foreign, "https://example.com/a.jpg", "/media/../etc", "/media/"]
    {
        assert_eq!(blamed(stage.call(&author, post(url)).await), "mediaUrls", "{url}");
    }
    assert_eq!(blamed(stage.call(&author, post("")).await), "mediaUrls[0]");
    let grant = stage.grant(&author, UploadKind::FeedImage, "image/png", 5).await;
    assert_eq!(code(stage.call(&author, post(&grant.media_url)).await), Code::FailedPrecondition);
    stage.send(&grant, "image/png", b"bytes").await;
    let twice = CreatePost { media_urls: vec![grant.media_url.clone(); 2], ..post("") };
    assert_eq!(code(stage.call(&author, twice).await), Code::FailedPrecondition);
    stage.publish(&author, post(&grant.media_url)).await;
    assert_eq!(code(stage.call(&author, post(&grant.media_url)).await), Code::FailedPrecondition);
}

#[tokio::test]
async fn only_the_author_changes_a_post() {
    let stage = Stage::start().await;
    let (author, other, staff) = (stage.person(7).await, stage.person(8).await, stage.person(10).await);
    let post = stage.publish(&author, words("A first thought")).await;
    for stranger in [&other, &staff] {
        let request = UpdatePost { content: Some("Mine now".into()), ..change(&post.id) };
        assert_eq!(code(stage.call(stranger, request).await), Code::NotAuthor);
    }
    let request = UpdatePost { content: Some("A second thought".into()), ..change(&post.id) };
    let changed = stage.call(&author, request).await.expect("a change");
    assert_eq!((changed.content.as_str(), changed.visibility), ("A second thought", Visibility::Public));
    assert!(changed.updated_at.unix_ms > changed.created_at.unix_ms);
    assert_eq!(changed.created_at, post.created_at);
    let request = UpdatePost { visibility: Some(Visibility::Followers), ..change(&post.id) };
    let changed = stage.call(&author, request).await.expect("a change");
    assert_eq!((changed.content.as_str(), changed.visibility), ("A second thought", Visibility::Followers));
    for content in [String::new(), "  ".into(), "x".repeat(5_001)] {
        let request = UpdatePost { content: Some(content), ..change(&post.id) };
        assert_eq!(blamed(stage.call(&author, request).await), "content");
    }
    let request = UpdatePost { content: Some("buy cocaine".into()), ..change(&post.id) };
    assert_eq!(code(stage.call(&author, request).await), Code::ContentBlocked);
    let none = UpdatePost { content: Some("x".into()), ..change(&"post_none".into()) };
    assert_eq!(code(stage.call(&author, none).await), Code::NotFound);
    let creator = stage.person(1).await;
    let paid = stage.publish(&creator, gated("A secret", 5)).await;
    let request = UpdatePost { content: Some("x".repeat(2_001)), ..change(&paid.id) };
    assert_eq!(blamed(stage.call(&creator, request).await), "content");
}

#[tokio::test]
async fn the_author_and_the_staff_delete_a_post_with_all_that_hangs_on_it() {
    let stage = Stage::start().await;
    let (author, other, staff) = (stage.person(7).await, stage.person(8).await, stage.person(10).await);
    for deleter in [&author, &staff] {
        let image = stage.image(&author).await;
        let post = CreatePost { kind: PostKind::Image, media_urls: vec![image.clone()], ..words("Look") };
        let post_id = stage.publish(&author, post).await.id;
        stage.call(&other, LikePost { post_id: post_id.clone() }).await.expect("a like");
        let content = "Nice".to_owned();
        let comment = CommentOnPost { post_id: post_id.clone(), content, parent_comment_id: None };
        stage.call(&other, comment).await.expect("a comment");
        let delete = DeletePost { post_id: post_id.clone() };
        assert_eq!(code(stage.call(&other, delete.clone()).await), Code::NotAuthor);
        for _ in 0..2 {
            stage.call(deleter, delete.clone()).await.expect("what is gone is deleted");
        }
        assert_eq!(code(stage.read(&author, &post_id).await), Code::NotFound);
        assert_eq!(code(stage.call(&other, LikePost { post_id }).await), Code::NotFound);
        assert_eq!(stage.api.get("", &image).await.status, 404, "its files are gone too");
    }
}

#[tokio::test]
async fn a_repeated_key_publishes_once() {
    let stage = Stage::start().await;
    let author = stage.person(7).await;
    let send = |content: &str| {
        let body = serde_json::json!({ "kind": "text", "content": content, "mediaUrls": [] });
        stage.api.request("POST", "/v1/posts").token(&author.token).key("k-1").json(&body)
    };
    let first = send("Once").send().await;
    let second = send("Once").send().await;
    assert_eq!((first.status, &first.body), (200, &second.body));
    assert_eq!(send("Twice").send().await.refusal(), (422, "idempotency_key_reused".into()));
    let own = stage.api.get(&author.token, "/v1/profiles/usr_7").await.json();
    assert_eq!(own["posts"], 1);
}
