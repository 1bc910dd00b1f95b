//! What posts brought.

use avalo_sdk::{
    Code,
    api::{
        creator::{ContentOrder, GetContentPerformance},
        feed::{CommentOnPost, DeletePost, LikePost},
    },
    model::Tokens,
};

use crate::stage::{Stage, code};

fn ordered(order: ContentOrder) -> GetContentPerformance {
    GetContentPerformance { order: Some(order), limit: Some(3), cursor: None }
}

#[tokio::test]
async fn a_post_shows_what_it_brought() {
    let stage = Stage::start().await;
    let (creator, fan, _, post) = stage.busy().await;
    stage.call(&fan, LikePost { post_id: post.id.clone() }).await.expect("a like");
    let content = "Worth it".to_owned();
    let comment = CommentOnPost { post_id: post.id.clone(), content, parent_comment_id: None };
    stage.call(&fan, comment).await.expect("a comment");
    stage.tip(&fan, &creator, 50, None).await;
    let page = stage.call(&creator, GetContentPerformance::default()).await.expect("posts");
    assert_eq!((page.posts.len(), page.next_cursor), (11, None));
    let first = &page.posts[0];
    assert_eq!((&first.post_id, first.kind, first.published_at), (&post.id, post.kind, post.created_at));
    assert_eq!((first.unlock_price, first.unlocks, first.tips), (Some(Tokens(25)), 1, 1));
    assert_eq!((first.likes, first.comments), (1, 1));
    assert_eq!(first.revenue, Tokens(100), "20 by the unlock, 80 by the tip for it; none by the other tip");
    assert_eq!(first.beginning, "A secret that is worth its price");
    assert!(page.posts[1..].iter().all(|post| post.revenue == Tokens::ZERO && post.beginning.len() <= 80));
}

#[tokio::test]
async fn the_best_come_first_and_every_page_goes_on_where_the_last_ended() {
    let stage = Stage::start().await;
    let (creator, fan, other) = (stage.person(1).await, stage.person(6).await, stage.person(7).await);
    let dear = stage.post(&creator, "Dear and bought once", Some(500)).await;
    let popular = stage.post(&creator, "Cheap and bought twice", Some(5)).await;
    stage.unlock(&fan, &dear.id).await;
    for who in [&fan, &other] {
        stage.unlock(who, &popular.id).await;
    }
    for (order, first) in [
        (ContentOrder::Newest, [&popular.id, &dear.id]),
        (ContentOrder::Revenue, [&dear.id, &popular.id]),
        (ContentOrder::Unlocks, [&popular.id, &dear.id]),
    ] {
        let (mut seen, mut request) = (Vec::new(), ordered(order));
        loop {
            let page = stage.call(&creator, request.clone()).await.expect("a page");
            seen.extend(page.posts.into_iter().map(|post| post.post_id));
            request.cursor = page.next_cursor;
            if request.cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen.iter().take(2).collect::<Vec<_>>(), first, "{order:?}");
        let total = seen.len();
        seen.sort();
        seen.dedup();
        assert_eq!((total, seen.len()), (12, 12), "{order:?}: each once");
    }
    let page = stage.call(&creator, ordered(ContentOrder::Revenue)).await.expect("a page");
    let elsewhere = GetContentPerformance { cursor: page.next_cursor, ..ordered(ContentOrder::Unlocks) };
    assert_eq!(code(stage.call(&creator, elsewhere).await), Code::InvalidCursor, "another order");
}

#[tokio::test]
async fn a_deleted_post_is_no_longer_listed_and_its_revenue_stays() {
    let stage = Stage::start().await;
    let (creator, _, _, post) = stage.busy().await;
    stage.call(&creator, DeletePost { post_id: post.id.clone() }).await.expect("deleted");
    let page = stage.call(&creator, GetContentPerformance::default()).await.expect("posts");
    assert!(page.posts.iter().all(|other| other.post_id != post.id));
    let stats = stage.call(&creator, avalo_sdk::api::creator::GetStats::default()).await.expect("stats");
    assert_eq!((stats.revenue, stats.content.unlocks), (Tokens(236), 1));
}
