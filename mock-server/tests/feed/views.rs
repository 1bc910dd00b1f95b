//! Who has looked at a story.

use avalo_sdk::{
    Code,
    api::feed::{GetStories, Story, UnlockStory, ViewStory},
    model::Tokens,
};

use crate::{
    stage::{Person, Stage, code},
    stories::story,
};

fn view(story: &Story) -> ViewStory {
    ViewStory { story_id: story.id.clone() }
}

async fn views(stage: &Stage, viewer: &Person, author: &Person) -> Option<u32> {
    let request = GetStories { author_id: Some(author.id.clone()) };
    stage.call(viewer, request).await.expect("stories").stories[0].views
}

#[tokio::test]
async fn each_viewer_counts_once_and_the_author_sees_how_many() {
    let stage = Stage::start().await;
    let (author, fan, other) = (stage.person(1).await, stage.person(6).await, stage.person(7).await);
    let story = stage.tell(&author).await.expect("a story");
    assert_eq!((story.views, story.viewed), (Some(0), false));
    for _ in 0..3 {
        let seen = stage.call(&fan, view(&story)).await.expect("seen");
        assert_eq!((seen.viewed, seen.views), (true, None), "the count is the author's");
    }
    assert_eq!(views(&stage, &author, &author).await, Some(1));
    stage.call(&other, view(&story)).await.expect("seen");
    let own = stage.call(&author, view(&story)).await.expect("one's own");
    assert_eq!((own.views, own.viewed), (Some(2), false), "the author is no viewer");
    assert_eq!(views(&stage, &fan, &author).await, None);
}

#[tokio::test]
async fn a_paid_story_is_looked_at_once_it_is_paid_for() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let media_url = stage.video(&author).await;
    let mut paid = story(&media_url);
    paid.unlock_price = Some(Tokens(50));
    let story = stage.call(&author, paid).await.expect("a story");
    assert_eq!(code(stage.call(&fan, view(&story)).await), Code::FailedPrecondition);
    stage.call(&fan, UnlockStory { story_id: story.id.clone() }).await.expect("paid");
    stage.call(&fan, view(&story)).await.expect("seen");
    assert_eq!(views(&stage, &author, &author).await, Some(1));
}

#[tokio::test]
async fn a_story_that_is_over_or_out_of_sight_is_not_looked_at() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let story = stage.tell(&author).await.expect("a story");
    stage.block(&fan, &author).await;
    assert_eq!(code(stage.call(&fan, view(&story)).await), Code::NotFound);
    stage.advance(24 * 3_600).await;
    let other = stage.person(7).await;
    assert_eq!(code(stage.call(&other, view(&story)).await), Code::StoryExpired);
    let none = ViewStory { story_id: "sto_none".into() };
    assert_eq!(code(stage.call(&other, none).await), Code::NotFound);
}
