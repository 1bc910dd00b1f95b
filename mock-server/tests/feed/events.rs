//! What followers and authors are told as it happens.

use avalo_sdk::api::feed::{CommentOnPost, CreatePost, Visibility};

use crate::{gated, listener::Listener, stage::Stage, stories::story, words};

#[tokio::test]
async fn followers_hear_of_posts_as_they_may_see_them() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let mut stream = Listener::of(&stage, &fan).await;
    stage.publish(&author, gated("The beginning shows and the end is a secret", 5)).await;
    stream.until("feed_update").await;
    stage.publish(&author, words("For everyone to read")).await;
    stream.until("For everyone to read").await;
    assert!(stream.heard.contains("The beginning"), "{}", stream.heard);
    assert!(!stream.heard.contains("secret"), "{}", stream.heard);
}

#[tokio::test]
async fn what_is_for_subscribers_is_not_told_to_followers_even_if_the_staff_writes_it() {
    let stage = Stage::start().await;
    let (staff, fan) = (stage.person(10).await, stage.person(6).await);
    stage.follow(&fan, &staff).await;
    let mut stream = Listener::of(&stage, &fan).await;
    let inner = CreatePost { visibility: Some(Visibility::Subscribers), ..words("For the inner circle") };
    stage.publish(&staff, inner).await;
    stage.publish(&staff, words("For everyone to read")).await;
    stream.until("For everyone to read").await;
    assert!(!stream.heard.contains("inner circle"), "{}", stream.heard);
}

#[tokio::test]
async fn followers_hear_of_stories_and_paid_ones_keep_their_address() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let mut stream = Listener::of(&stage, &fan).await;
    let paid = stage.video(&author).await;
    let mut request = story(&paid);
    request.unlock_price = Some(avalo_sdk::model::Tokens(50));
    stage.call(&author, request).await.expect("a story");
    let open = stage.tell(&author).await.expect("a story");
    stream.until(open.id.as_str()).await;
    assert!(stream.heard.contains(&open.media_url.expect("a file")), "{}", stream.heard);
    assert!(!stream.heard.contains(&paid), "{}", stream.heard);
}

#[tokio::test]
async fn an_author_hears_of_comments_by_others() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&author, words("Say something")).await.id;
    let mut stream = Listener::of(&stage, &author).await;
    let comment = CommentOnPost { post_id, content: "Hello".into(), parent_comment_id: None };
    stage.call(&author, comment.clone()).await.expect("a comment");
    stage.call(&fan, comment).await.expect("a comment");
    stream.until("\"usr_6\"").await;
    assert!(stream.heard.contains("A comment on your post"), "{}", stream.heard);
    // An event says it twice: as its text and in the entry of the inbox.
    assert_eq!(
        stream.heard.matches("\"text\":\"A comment on your post\"").count(),
        1,
        "one's own are no news"
    );
}
