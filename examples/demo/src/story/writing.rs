//! Posts, comments, stories.

use avalo_sdk::{
    Code,
    api::feed::{
        CommentOnPost, CreatePost, CreateStory, DeleteComment, DeletePost, DeleteStory, GetComments, GetFeed,
        GetPost, GetStories, GetUserPosts, LikePost, PostKind, SharePost, UnlikePost, UnlockPost,
        UnlockStory, UpdatePost, UploadKind, ViewStory,
    },
    model::Tokens,
};

use super::{Cast, showing::PICTURE, showing::id};
use crate::{Stopped, Teller};

fn text(content: &str, price: Option<i64>) -> CreatePost {
    CreatePost {
        kind: PostKind::Text,
        content: content.into(),
        media_urls: Vec::new(),
        visibility: None,
        unlock_price: price.map(Tokens),
    }
}

pub(super) async fn tell(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let (ada, linus) = (cast.ada.feed(), cast.linus.feed());
    let draft = teller.call("Ada writes a post", ada.create_post(text("Note A, in a hurry", None))).await?;
    let update = UpdatePost { post_id: draft.id.clone(), content: Some("Note A".into()), visibility: None };
    teller.call("She takes the hurry out of it", ada.update_post(update)).await?;
    let note = "Note G: how the engine could weave numbers as looms weave flowers and leaves.";
    let gated = teller.call("Her next one costs 25 tokens", ada.create_post(text(note, Some(25)))).await?;
    teller
        .refused(
            "Mary tries to ask a price",
            cast.mary.feed().create_post(text("Mine", Some(25))),
            Code::CreatorRequired,
        )
        .await?;

    let feed =
        teller.call("Linus reads his feed", linus.get_feed(GetFeed { limit: Some(5), cursor: None })).await?;
    teller.check(
        &format!("{} posts, hers on top", feed.posts.len()),
        feed.posts.first().is_some_and(|post| post.locked),
    )?;
    let more = GetFeed { limit: Some(5), cursor: feed.next_cursor };
    teller.call("He reads on", linus.get_feed(more)).await?;
    let unlocked = teller
        .call("He unlocks the note", linus.unlock_post(UnlockPost { post_id: gated.id.clone() }))
        .await?;
    teller.check(
        &format!("{} tokens paid, 20 of them to her", unlocked.charged),
        unlocked.post.content == note,
    )?;
    let again =
        teller.call("He taps twice", linus.unlock_post(UnlockPost { post_id: gated.id.clone() })).await?;
    teller.check("nothing is charged again", again.already_unlocked && again.charged == Tokens::ZERO)?;

    let hers = GetUserPosts { user_id: id(&cast.ada), limit: None, cursor: None };
    let hers = teller.call("He looks what else she wrote", linus.get_user_posts(hers)).await?;
    teller.check(&format!("{} posts", hers.posts.len()), hers.posts.len() == 2)?;
    let share = SharePost { post_id: gated.id.clone() };
    let shared = teller.call("He passes the note on to a friend", linus.share_post(share)).await?;
    teller.check("shared once", shared.shares == 1)?;
    teller.call("He likes it", linus.like_post(LikePost { post_id: gated.id.clone() })).await?;
    teller.call("And he takes it back", linus.unlike_post(UnlikePost { post_id: gated.id.clone() })).await?;
    let words =
        CommentOnPost { post_id: gated.id.clone(), content: "Flowers!".into(), parent_comment_id: None };
    let comment = teller.call("He comments", linus.comment_on_post(words)).await?;
    let answer = CommentOnPost {
        post_id: gated.id.clone(),
        content: "And leaves.".into(),
        parent_comment_id: Some(comment.id.clone()),
    };
    teller.call("She answers", ada.comment_on_post(answer)).await?;
    let comments = GetComments { post_id: gated.id.clone(), limit: None, cursor: None };
    teller.call("Linus reads the comments", linus.get_comments(comments)).await?;
    let delete = DeleteComment { post_id: gated.id.clone(), comment_id: comment.id };
    teller.call("He thinks better of his, and deletes it", linus.delete_comment(delete)).await?;
    teller.call("He finds that the post itself stays", linus.get_post(GetPost { post_id: gated.id })).await?;
    teller.call("She deletes her first post", ada.delete_post(DeletePost { post_id: draft.id })).await?;

    let sent = ada.upload(UploadKind::StoryVideo, "loom.mp4", "video/mp4", PICTURE).await;
    let media_url = teller.outcome("feed.requestUpload", "She uploads a short film", sent)?;
    let story = CreateStory { media_url, caption: Some("The loom".into()), unlock_price: Some(Tokens(50)) };
    let story = teller.call("It is a story, for a day and 50 tokens", ada.create_story(story)).await?;
    let stories = GetStories { author_id: Some(id(&cast.ada)) };
    let list = teller.call("Linus sees that there is one", linus.get_stories(stories)).await?;
    teller
        .check("he does not see the film yet", list.stories.iter().all(|story| story.media_url.is_none()))?;
    let unlocked =
        teller.call("He pays", linus.unlock_story(UnlockStory { story_id: story.id.clone() })).await?;
    teller.check("now he does", unlocked.story.media_url.is_some())?;
    let view = ViewStory { story_id: story.id.clone() };
    teller.call("He watches it to the end", linus.view_story(view)).await?;
    let own = GetStories { author_id: Some(id(&cast.ada)) };
    let own = teller.call("She looks how many did", ada.get_stories(own)).await?;
    teller.check("one", own.stories.iter().any(|story| story.views == Some(1)))?;
    teller.call("She takes it down", ada.delete_story(DeleteStory { story_id: story.id })).await
}
