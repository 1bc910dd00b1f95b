//! Posts that are passed on.

use avalo_sdk::{
    Code,
    api::feed::{DeletePost, SharePost},
};

use crate::{
    stage::{Stage, code},
    words,
};

#[tokio::test]
async fn users_who_share_a_post_are_counted_once() {
    let stage = Stage::start().await;
    let (author, fan, other) = (stage.person(1).await, stage.person(6).await, stage.person(7).await);
    let post = stage.publish(&author, words("Pass me on")).await;
    assert_eq!(post.shares, 0);
    let share = SharePost { post_id: post.id.clone() };
    for _ in 0..3 {
        assert_eq!(stage.call(&fan, share.clone()).await.expect("shared").shares, 1);
    }
    assert_eq!(stage.call(&other, share.clone()).await.expect("shared").shares, 2);
    assert_eq!(stage.read(&author, &post.id).await.expect("a post").shares, 2);
    stage.call(&author, DeletePost { post_id: post.id }).await.expect("gone");
    assert_eq!(code(stage.call(&fan, share).await), Code::NotFound);
}

#[tokio::test]
async fn what_is_out_of_sight_is_not_shared() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&author, words("Pass me on")).await.id;
    stage.block(&author, &fan).await;
    assert_eq!(code(stage.call(&fan, SharePost { post_id: post_id.clone() }).await), Code::NotFound);
    assert_eq!(stage.read(&author, &post_id).await.expect("a post").shares, 0);
    assert_eq!(code(stage.call(&fan, SharePost { post_id: "post_none".into() }).await), Code::NotFound);
}
