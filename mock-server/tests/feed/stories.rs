//! Stories, which live for a day.

use std::time::Duration;

use avalo_sdk::{
    Code, Problem,
    api::feed::{CreateStory, DeleteStory, GetStories, Story, UnlockStory, UploadKind},
    model::StoryId,
};

use crate::stage::{Person, Stage, blamed, code};

const HOUR: u64 = 3_600;

pub(crate) fn story(media_url: &str) -> CreateStory {
    CreateStory { media_url: media_url.to_owned(), caption: None, unlock_price: None }
}

impl Stage {
    pub(crate) async fn tell(&self, who: &Person) -> Result<Story, Problem> {
        let media_url = self.video(who).await;
        self.call(who, story(&media_url)).await
    }

    pub(crate) async fn stories(&self, viewer: &Person, author: Option<&Person>) -> Vec<StoryId> {
        let request = GetStories { author_id: author.map(|author| author.id.clone()) };
        let stories = self.call(viewer, request).await.expect("stories").stories;
        stories.into_iter().map(|story| story.id).collect()
    }
}

#[tokio::test]
async fn followers_see_stories_newest_first_and_others_by_their_author() {
    let stage = Stage::start().await;
    let (author, fan, stranger) = (stage.person(1).await, stage.person(6).await, stage.person(2).await);
    let first = stage.tell(&author).await.expect("a story");
    let (image, caption) = (stage.image(&author).await, Some("ż".repeat(500)));
    let second = CreateStory { caption: caption.clone(), ..story(&image) };
    let second = stage.call(&author, second).await.expect("a story");
    assert_eq!((second.media_url.as_ref(), &second.caption), (Some(&image), &caption));
    assert_eq!(second.expires_at.unix_ms - second.created_at.unix_ms, 24 * 3_600_000);
    let own = stage.tell(&fan).await.expect("a story");
    assert_eq!(stage.stories(&fan, None).await, [own.id, second.id.clone(), first.id.clone()]);
    assert!(stage.stories(&stranger, None).await.is_empty());
    assert_eq!(stage.stories(&stranger, Some(&author)).await, [second.id, first.id]);
    let nobody = GetStories { author_id: Some("usr_nobody".into()) };
    assert_eq!(code(stage.call(&fan, nobody).await), Code::NotFound);
    stage.block(&author, &fan).await;
    assert_eq!(stage.stories(&fan, None).await.len(), 1);
}

#[tokio::test]
async fn three_live_at_a_time() {
    let stage = Stage::start().await;
    let author = stage.person(7).await;
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(stage.tell(&author).await.expect("a story").id);
    }
    let media_url = stage.video(&author).await;
    assert_eq!(code(stage.call(&author, story(&media_url)).await), Code::StoryLimitReached);
    stage.call(&author, DeleteStory { story_id: ids[0].clone() }).await.expect("gone");
    stage.call(&author, story(&media_url)).await.expect("the refusal did not use the file up");
    assert_eq!(code(stage.tell(&author).await), Code::StoryLimitReached);
    stage.advance(24 * HOUR).await;
    let author = stage.person(7).await;
    assert!(stage.stories(&author, None).await.is_empty());
    stage.tell(&author).await.expect("a new day");
}

#[tokio::test]
async fn a_story_lives_for_24_hours_to_the_millisecond() {
    for by_list in [true, false] {
        let stage = Stage::start().await;
        let told = stage.tell(&stage.person(7).await).await.expect("a story");
        stage.advance(24 * HOUR - 1).await;
        let author = stage.person(7).await;
        let now_ms = stage.api.get("", "/_test/clock").await.json()["nowMs"].as_i64().expect("a time");
        // Each request takes a millisecond: the next one is the last in which it lives.
        let wait = u64::try_from(told.expires_at.unix_ms - now_ms - 2).expect("it lives");
        stage.server.advance(Duration::from_millis(wait)).await.expect("time passes");
        assert_eq!(stage.stories(&author, None).await.len(), 1);
        if by_list {
            assert!(stage.stories(&author, None).await.is_empty());
        } else {
            let unlock = UnlockStory { story_id: told.id };
            assert_eq!(code(stage.call(&author, unlock).await), Code::StoryExpired);
        }
    }
}

#[tokio::test]
async fn a_story_is_one_own_file_and_a_caption() {
    let stage = Stage::start().await;
    let (author, other) = (stage.person(7).await, stage.person(8).await);
    let photo = stage.file(&author, UploadKind::ProfilePhoto, "image/png").await;
    let foreign = stage.video(&other).await;
    for url in [photo.as_str(), &foreign, "", "/media/upl_none", "https://example.com/a.mp4"] {
        assert_eq!(blamed(stage.call(&author, story(url)).await), "mediaUrl", "{url}");
    }
    let grant = stage.grant(&author, UploadKind::StoryVideo, "video/mp4", 5).await;
    assert_eq!(code(stage.call(&author, story(&grant.media_url)).await), Code::FailedPrecondition);
    stage.send(&grant, "video/mp4", b"bytes").await;
    for caption in ["", "  ", &"x".repeat(501)] {
        let request = CreateStory { caption: Some(caption.into()), ..story(&grant.media_url) };
        assert_eq!(blamed(stage.call(&author, request).await), "caption");
    }
    let banned = CreateStory { caption: Some("double your money".into()), ..story(&grant.media_url) };
    assert_eq!(code(stage.call(&author, banned).await), Code::ContentBlocked);
    stage.call(&author, story(&grant.media_url)).await.expect("a story");
    assert_eq!(code(stage.call(&author, story(&grant.media_url)).await), Code::FailedPrecondition);
}

#[tokio::test]
async fn the_author_and_the_staff_delete_a_story_with_its_file() {
    let stage = Stage::start().await;
    let (author, other, staff) = (stage.person(7).await, stage.person(8).await, stage.person(10).await);
    for deleter in [&author, &staff] {
        let told = stage.tell(&author).await.expect("a story");
        let delete = DeleteStory { story_id: told.id.clone() };
        assert_eq!(code(stage.call(&other, delete.clone()).await), Code::NotAuthor);
        for _ in 0..2 {
            stage.call(deleter, delete.clone()).await.expect("what is gone is deleted");
        }
        assert!(stage.stories(&author, None).await.is_empty());
        assert_eq!(stage.api.get("", &told.media_url.expect("a file")).await.status, 404);
    }
    let none = DeleteStory { story_id: "sto_none".into() };
    stage.call(&other, none).await.expect("nothing to delete");
}
