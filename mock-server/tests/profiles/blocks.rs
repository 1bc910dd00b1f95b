//! People who want nothing to do with each other.

use avalo_sdk::{
    Code,
    api::{
        chat::CreateChat,
        feed::{CommentOnPost, GetFeed, GetPost, GetStories},
        payments::SendTip,
        profiles::{BlockUser, FollowUser, GetFollowers, GetFollowing, ListSubscriptionTiers, UnblockUser},
    },
    model::{PostId, Tokens},
};

use crate::stage::{Person, Stage, code};

/// A creator, a follower and a post of the creator's.
async fn pair(stage: &Stage) -> (Person, Person, PostId) {
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let page = stage.call(&creator, GetFeed { limit: Some(1), cursor: None }).await.expect("a feed");
    let post = page.posts[0].id.clone();
    (creator, fan, post)
}

#[tokio::test]
async fn neither_side_of_a_block_sees_the_other_whoever_blocked() {
    for blocker in [0, 1] {
        let stage = Stage::start().await;
        let (creator, fan, post_id) = pair(&stage).await;
        let sides = [(&creator, &fan), (&fan, &creator)];
        let (one, other) = sides[blocker];
        stage.call(one, BlockUser { user_id: other.id.clone() }).await.expect("a block");
        for (viewer, whose) in sides {
            let user_id = whose.id.clone();
            assert_eq!(code(stage.profile(viewer, whose).await), Code::NotFound);
            let followers = GetFollowers { user_id: user_id.clone(), limit: None, cursor: None };
            assert_eq!(code(stage.call(viewer, followers).await), Code::NotFound);
            let following = GetFollowing { user_id: user_id.clone(), limit: None, cursor: None };
            assert_eq!(code(stage.call(viewer, following).await), Code::NotFound);
            let tiers = ListSubscriptionTiers { user_id: user_id.clone() };
            assert_eq!(code(stage.call(viewer, tiers).await), Code::NotFound);
            let stories = GetStories { author_id: Some(user_id.clone()) };
            assert_eq!(code(stage.call(viewer, stories).await), Code::NotFound);
            let follow = FollowUser { user_id: user_id.clone() };
            assert_eq!(code(stage.call(viewer, follow).await), Code::Blocked);
            let chat = CreateChat { user_id: user_id.clone() };
            assert_eq!(code(stage.call(viewer, chat).await), Code::Blocked);
        }
        assert_eq!(code(stage.call(&fan, GetPost { post_id: post_id.clone() }).await), Code::NotFound);
        let comment = CommentOnPost { post_id, content: "hello".into(), parent_comment_id: None };
        assert_eq!(code(stage.call(&fan, comment).await), Code::NotFound);
        let feed = stage.call(&fan, GetFeed { limit: Some(100), cursor: None }).await.expect("a feed");
        assert!(feed.posts.iter().all(|post| post.author.id != creator.id));
        let staff = stage.person(10).await;
        assert!(stage.profile(&staff, &creator).await.is_ok(), "the staff sees everyone");
    }
}

#[tokio::test]
async fn nothing_is_paid_across_a_block() {
    let stage = Stage::start().await;
    let (creator, fan, _) = pair(&stage).await;
    stage.call(&creator, BlockUser { user_id: fan.id.clone() }).await.expect("a block");
    let tip = SendTip { recipient_id: creator.id.clone(), amount: Tokens(10), note: None, post_id: None };
    assert_eq!(code(stage.call(&fan, tip).await), Code::Blocked);
    assert_eq!(stage.balance(&fan).await, 1_000);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_block_ends_following_both_ways_and_its_end_does_not_bring_it_back() {
    let stage = Stage::start().await;
    let (creator, fan, _) = pair(&stage).await;
    stage.follow(&creator, &fan).await;
    let block = BlockUser { user_id: creator.id.clone() };
    for _ in 0..2 {
        stage.call(&fan, block.clone()).await.expect("blocking twice is blocking once");
    }
    let watcher = stage.person(7).await;
    assert_eq!(stage.profile(&watcher, &creator).await.expect("a profile").followers, 4);
    assert_eq!(stage.profile(&watcher, &fan).await.expect("a profile").followers, 0);
    for _ in 0..2 {
        stage.call(&fan, UnblockUser { user_id: creator.id.clone() }).await.expect("no block");
    }
    let seen = stage.profile(&fan, &creator).await.expect("a profile");
    assert_eq!((seen.followed_by_me, seen.follows_me, seen.followers), (false, false, 4));
    stage.follow(&fan, &creator).await;
}

#[tokio::test]
async fn only_the_blocker_ends_a_block() {
    let stage = Stage::start().await;
    let (creator, fan, _) = pair(&stage).await;
    stage.call(&creator, BlockUser { user_id: fan.id.clone() }).await.expect("a block");
    stage.call(&fan, UnblockUser { user_id: creator.id.clone() }).await.expect("nothing to end");
    assert_eq!(code(stage.profile(&fan, &creator).await), Code::NotFound);
    // Both have blocked: both must end it.
    stage.call(&fan, BlockUser { user_id: creator.id.clone() }).await.expect("a block back");
    stage.call(&creator, UnblockUser { user_id: fan.id.clone() }).await.expect("no block");
    assert_eq!(code(stage.profile(&creator, &fan).await), Code::NotFound);
    stage.call(&fan, UnblockUser { user_id: creator.id.clone() }).await.expect("no block");
    assert!(stage.profile(&creator, &fan).await.is_ok());
}

#[tokio::test]
async fn nobody_blocks_themselves_or_nobody() {
    let stage = Stage::start().await;
    let fan = stage.person(6).await;
    let myself = BlockUser { user_id: fan.id.clone() };
    assert_eq!(code(stage.call(&fan, myself).await), Code::CannotTargetSelf);
    let nobody = BlockUser { user_id: "usr_nobody".into() };
    assert_eq!(code(stage.call(&fan, nobody).await), Code::NotFound);
    stage.call(&fan, UnblockUser { user_id: "usr_nobody".into() }).await.expect("nothing to end");
}
