//! What one user has posted.

use avalo_sdk::{
    Code,
    api::feed::{CreatePost, GetUserPosts, UnlockPost, UpdatePost, Visibility},
    model::PostId,
};

use crate::{
    gated,
    stage::{Person, Stage, code},
    words,
};

fn of(author: &Person) -> GetUserPosts {
    GetUserPosts { user_id: author.id.clone(), limit: Some(100), cursor: None }
}

async fn posts(stage: &Stage, viewer: &Person, author: &Person) -> Vec<PostId> {
    let page = stage.call(viewer, of(author)).await.expect("a page");
    page.posts.into_iter().map(|post| post.id).collect()
}

#[tokio::test]
async fn everyone_sees_what_is_for_them() {
    let stage = Stage::start().await;
    let (author, follower, stranger) = (stage.person(7).await, stage.person(6).await, stage.person(8).await);
    let staff = stage.person(10).await;
    stage.follow(&follower, &author).await;
    let mut ids = Vec::new();
    for visibility in [Visibility::Public, Visibility::Followers, Visibility::Subscribers] {
        let post = CreatePost { visibility: Some(visibility), ..words("For some of you") };
        ids.insert(0, stage.publish(&author, post).await.id);
    }
    assert_eq!(posts(&stage, &author, &author).await, ids);
    assert_eq!(posts(&stage, &staff, &author).await, ids);
    assert_eq!(posts(&stage, &follower, &author).await, ids[1..]);
    assert_eq!(posts(&stage, &stranger, &author).await, ids[2..]);
}

#[tokio::test]
async fn who_has_paid_keeps_seeing_it_and_others_see_it_locked() {
    let stage = Stage::start().await;
    let (author, fan, stranger) = (stage.person(1).await, stage.person(7).await, stage.person(2).await);
    let post_id = stage.publish(&author, gated("Pay to read this to its end", 5)).await.id;
    let seen = stage.call(&stranger, of(&author)).await.expect("a page").posts;
    assert!(seen[0].id == post_id && seen[0].locked);
    stage.call(&fan, UnlockPost { post_id: post_id.clone() }).await.expect("paid");
    let inner =
        UpdatePost { post_id: post_id.clone(), content: None, visibility: Some(Visibility::Subscribers) };
    stage.call(&author, inner).await.expect("a change");
    assert!(posts(&stage, &fan, &author).await.contains(&post_id));
    assert!(!posts(&stage, &stranger, &author).await.contains(&post_id));
}

#[tokio::test]
async fn pages_lead_through_one_authors_posts() {
    let stage = Stage::start().await;
    let (author, viewer) = (stage.person(1).await, stage.person(6).await);
    let all = posts(&stage, &viewer, &author).await;
    let (mut seen, mut request) = (Vec::new(), GetUserPosts { limit: Some(3), ..of(&author) });
    loop {
        let page = stage.call(&viewer, request.clone()).await.expect("a page");
        assert!(page.posts.iter().all(|post| post.author.id == author.id));
        seen.extend(page.posts.into_iter().map(|post| post.id));
        match page.next_cursor {
            Some(cursor) => request.cursor = Some(cursor),
            None => break,
        }
    }
    assert_eq!((seen.len(), &seen), (10, &all));
    let other = GetUserPosts { user_id: "usr_2".into(), ..request };
    assert_eq!(code(stage.call(&viewer, other).await), Code::InvalidCursor);
}

#[tokio::test]
async fn nobody_sees_the_posts_of_who_is_not_in_sight() {
    let stage = Stage::start().await;
    let (author, viewer) = (stage.person(1).await, stage.person(6).await);
    let none = GetUserPosts { user_id: "usr_none".into(), limit: None, cursor: None };
    assert_eq!(code(stage.call(&viewer, none).await), Code::NotFound);
    stage.block(&author, &viewer).await;
    assert_eq!(code(stage.call(&viewer, of(&author)).await), Code::NotFound);
}
