//! The files of content that waits.

use avalo_sdk::{
    Code,
    api::{
        creator::{CancelScheduled, ScheduleContent},
        feed::{CreatePost, PostKind},
    },
    model::Tokens,
};

use crate::{
    schedule::{SOON, plan},
    stage::{Stage, blamed, code},
};

fn album(urls: &[String]) -> ScheduleContent {
    ScheduleContent { kind: PostKind::Image, media_urls: urls.to_vec(), ..plan("An album", SOON) }
}

#[tokio::test]
async fn a_file_belongs_to_the_plan_until_it_is_taken_back() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let image = stage.image(&creator).await;
    let urls = std::slice::from_ref(&image);
    let planned = stage.call(&creator, album(urls)).await.expect("a plan");
    assert_eq!(planned.media_urls, urls);
    let post = CreatePost {
        kind: PostKind::Image,
        content: "Now".into(),
        media_urls: vec![image.clone()],
        visibility: None,
        unlock_price: None,
    };
    assert_eq!(code(stage.call(&creator, post.clone()).await), Code::FailedPrecondition);
    assert_eq!(code(stage.call(&creator, album(urls)).await), Code::FailedPrecondition);
    stage.call(&creator, CancelScheduled { scheduled_id: planned.id }).await.expect("cancelled");
    assert_eq!(stage.call(&creator, post).await.expect("a post").media_urls, urls);
}

#[tokio::test]
async fn a_plan_shows_its_files_once_it_is_published() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let image = stage.image(&creator).await;
    stage.call(&creator, album(std::slice::from_ref(&image))).await.expect("a plan");
    stage.advance(1_200).await;
    let feed = stage.api.get(&fan.token, "/v1/feed?limit=1").await.json();
    assert_eq!(feed["posts"][0]["mediaUrls"][0], image.as_str());
    assert_eq!(stage.api.get("", &image).await.status, 200);
}

#[tokio::test]
async fn files_follow_the_rules_of_posts() {
    let stage = Stage::start().await;
    let (creator, other) = (stage.person(1).await, stage.person(2).await);
    let mut files = Vec::new();
    for _ in 0..11 {
        files.push(stage.image(&creator).await);
    }
    let foreign = stage.image(&other).await;
    let text = ScheduleContent { kind: PostKind::Text, ..album(&files[..1]) };
    let paid = ScheduleContent { unlock_price: Some(Tokens(5)), ..album(&files[..6]) };
    for request in [album(&[]), album(&files), album(&[foreign]), album(&["/media/x".into()]), text, paid] {
        assert!(blamed(stage.call(&creator, request).await).starts_with("mediaUrls"));
    }
    let planned = stage.call(&creator, album(&files[..10])).await.expect("ten are a plan");
    assert_eq!(planned.media_urls.len(), 10);
}
