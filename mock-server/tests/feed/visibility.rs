//! Who may see a post.

use avalo_sdk::{
    Code,
    api::{
        feed::{
            CommentOnPost, CreatePost, GetComments, GetFeed, LikePost, UnlockPost, UpdatePost, Visibility,
        },
        payments::SubscribeToCreator,
        profiles::{CreateSubscriptionTier, TierDuration, UnfollowUser},
    },
    model::{PostId, Tokens},
};

use crate::{
    gated,
    stage::{Person, Stage, code},
    words,
};

fn for_some(visibility: Visibility) -> CreatePost {
    CreatePost { visibility: Some(visibility), ..words("Not for everyone") }
}

async fn subscribe(stage: &Stage, fan: &Person, creator: &Person) {
    let tier = CreateSubscriptionTier {
        name: "Friends".into(),
        price: Tokens(10),
        duration: TierDuration::Monthly,
        benefits: vec!["More".into()],
    };
    let tier_id = stage.call(creator, tier).await.expect("a tier").id;
    let request = SubscribeToCreator { creator_id: creator.id.clone(), tier_id };
    stage.call(fan, request).await.expect("a subscription");
}

async fn is_in_feed(stage: &Stage, viewer: &Person, post_id: &PostId) -> bool {
    let page = stage.call(viewer, GetFeed { limit: Some(5), cursor: None }).await.expect("a feed");
    page.posts.iter().any(|post| post.id == *post_id)
}

#[tokio::test]
async fn followers_see_what_is_for_followers_as_long_as_they_follow() {
    let stage = Stage::start().await;
    let (author, fan, stranger) = (stage.person(1).await, stage.person(6).await, stage.person(2).await);
    let post = stage.publish(&author, for_some(Visibility::Followers)).await;
    assert!(stage.read(&author, &post.id).await.is_ok());
    assert!(stage.read(&fan, &post.id).await.is_ok());
    assert!(is_in_feed(&stage, &fan, &post.id).await);
    assert_eq!(code(stage.read(&stranger, &post.id).await), Code::NotFound);
    stage.call(&fan, UnfollowUser { user_id: author.id.clone() }).await.expect("no follow");
    assert_eq!(code(stage.read(&fan, &post.id).await), Code::NotFound);
    assert!(!is_in_feed(&stage, &fan, &post.id).await);
}

#[tokio::test]
async fn subscribers_see_what_is_for_subscribers_and_followers_do_not() {
    let stage = Stage::start().await;
    let (author, subscriber, fan) = (stage.person(1).await, stage.person(6).await, stage.person(7).await);
    subscribe(&stage, &subscriber, &author).await;
    let post = stage.publish(&author, for_some(Visibility::Subscribers)).await;
    assert!(stage.read(&subscriber, &post.id).await.is_ok());
    assert!(is_in_feed(&stage, &subscriber, &post.id).await);
    assert_eq!(code(stage.read(&fan, &post.id).await), Code::NotFound);
    assert!(!is_in_feed(&stage, &fan, &post.id).await);
    assert!(stage.read(&stage.person(10).await, &post.id).await.is_ok(), "the staff sees all");
    stage.check_ledger().await;
}

#[tokio::test]
async fn what_is_not_for_somebody_is_not_there_for_them() {
    let stage = Stage::start().await;
    let (author, stranger) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&author, for_some(Visibility::Subscribers)).await.id;
    let like = LikePost { post_id: post_id.clone() };
    assert_eq!(code(stage.call(&stranger, like).await), Code::NotFound);
    let unlock = UnlockPost { post_id: post_id.clone() };
    assert_eq!(code(stage.call(&stranger, unlock).await), Code::NotFound);
    let read = GetComments { post_id: post_id.clone(), limit: None, cursor: None };
    assert_eq!(code(stage.call(&stranger, read).await), Code::NotFound);
    let write = CommentOnPost { post_id: post_id.clone(), content: "Hi".into(), parent_comment_id: None };
    assert_eq!(code(stage.call(&stranger, write).await), Code::NotFound);
    let change = UpdatePost { post_id: post_id.clone(), content: Some("x".into()), visibility: None };
    assert_eq!(code(stage.call(&stranger, change).await), Code::NotFound);
    let path = format!("/v1/posts/{post_id}");
    assert_eq!(stage.api.delete(&stranger.token, &path).await.status, 204, "nobody learns that it is there");
    assert!(stage.read(&author, &post_id).await.is_ok(), "and it still is");
}

#[tokio::test]
async fn a_block_hides_public_posts_both_ways() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(6).await, stage.person(7).await);
    let posts = [stage.publish(&one, words("One")).await.id, stage.publish(&other, words("Other")).await.id];
    stage.block(&one, &other).await;
    assert_eq!(code(stage.read(&other, &posts[0]).await), Code::NotFound);
    assert_eq!(code(stage.read(&one, &posts[1]).await), Code::NotFound);
    for number in [8, 10] {
        assert!(stage.read(&stage.person(number).await, &posts[0]).await.is_ok());
    }
}

#[tokio::test]
async fn who_has_paid_keeps_seeing_it_whatever_its_author_makes_of_it() {
    let stage = Stage::start().await;
    let (author, buyer, fan) = (stage.person(1).await, stage.person(6).await, stage.person(7).await);
    let post_id = stage.publish(&author, gated("The whole story of the loom", 5)).await.id;
    stage.call(&buyer, UnlockPost { post_id: post_id.clone() }).await.expect("paid");
    let visibility = Some(Visibility::Subscribers);
    let hide = UpdatePost { post_id: post_id.clone(), content: None, visibility };
    stage.call(&author, hide).await.expect("a change");
    assert_eq!(code(stage.read(&fan, &post_id).await), Code::NotFound);
    let seen = stage.read(&buyer, &post_id).await.expect("it was paid for");
    assert_eq!((seen.content.as_str(), seen.locked), ("The whole story of the loom", false));
    assert!(is_in_feed(&stage, &buyer, &post_id).await);
    stage.block(&author, &buyer).await;
    assert_eq!(code(stage.read(&buyer, &post_id).await), Code::NotFound, "a block is stronger");
}
