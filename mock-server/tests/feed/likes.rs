//! Likes.

use avalo_sdk::{
    Code,
    api::feed::{LikePost, UnlikePost},
};

use crate::{
    gated,
    stage::{Stage, code},
    words,
};

#[tokio::test]
async fn a_like_is_there_or_not_however_often_it_is_said() {
    let stage = Stage::start().await;
    let (author, fan, other) = (stage.person(1).await, stage.person(6).await, stage.person(7).await);
    let post_id = stage.publish(&author, words("Like me")).await.id;
    let (like, unlike) = (LikePost { post_id: post_id.clone() }, UnlikePost { post_id: post_id.clone() });
    for _ in 0..3 {
        let post = stage.call(&fan, like.clone()).await.expect("a like");
        assert_eq!((post.likes, post.liked), (1, true));
    }
    assert_eq!(stage.call(&other, like.clone()).await.expect("a like").likes, 2);
    assert!(!stage.read(&author, &post_id).await.expect("a post").liked, "one's own likes only");
    assert_eq!(stage.call(&author, like.clone()).await.expect("authors may too").likes, 3);
    for _ in 0..3 {
        let post = stage.call(&fan, unlike.clone()).await.expect("no like");
        assert_eq!((post.likes, post.liked), (2, false));
    }
}

#[tokio::test]
async fn a_locked_post_can_be_liked_and_stays_locked() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&author, gated("Pay to read this", 5)).await.id;
    let post = stage.call(&fan, LikePost { post_id: post_id.clone() }).await.expect("a like");
    assert_eq!((post.likes, post.locked, post.content.as_str()), (1, true, "Pay to r…"));
}

#[tokio::test]
async fn what_is_not_there_is_not_liked() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let none = LikePost { post_id: "post_none".into() };
    assert_eq!(code(stage.call(&fan, none).await), Code::NotFound);
    let none = UnlikePost { post_id: "post_none".into() };
    assert_eq!(code(stage.call(&fan, none).await), Code::NotFound);
    let post_id = stage.publish(&author, words("Like me")).await.id;
    stage.call(&fan, LikePost { post_id: post_id.clone() }).await.expect("a like");
    stage.block(&author, &fan).await;
    assert_eq!(code(stage.call(&fan, LikePost { post_id }).await), Code::NotFound);
}
