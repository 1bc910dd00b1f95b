//! What moderators ask of what was published, and remove of it.

use avalo_sdk::{
    Code,
    api::feed::{DeleteComment, DeletePost, DeleteStory},
    model::{CommentId, PostId, StoryId, UserId},
};
use rusqlite::OptionalExtension;

use super::{comments, post, posts, stories};
use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// Who wrote a post, if it is for the caller.
pub(crate) fn author_of_post(ctx: &Ctx<'_>, id: &str) -> Answer<UserId> {
    Ok(post::visible(ctx, &PostId(id.to_owned()))?.author)
}

/// Who shows a story that lives, if it is for the caller.
pub(crate) fn author_of_story(ctx: &Ctx<'_>, id: &str) -> Answer<UserId> {
    Ok(stories::alive(ctx, &StoryId(id.to_owned()))?.author)
}

/// Who wrote a comment, if its post is for the caller.
pub(crate) fn author_of_comment(ctx: &Ctx<'_>, id: &str) -> Answer<UserId> {
    let Some((post, author)) = comment(ctx, id)? else {
        return refuse(Code::NotFound, "there is no such comment");
    };
    post::visible(ctx, &post)?;
    Ok(author)
}

fn comment(ctx: &Ctx<'_>, id: &str) -> Answer<Option<(PostId, UserId)>> {
    let found = ctx
        .db
        .prepare_cached("SELECT post_id, author_id FROM comments WHERE id = ?1")?
        .query_row([id], |row| Ok((PostId(row.get(0)?), UserId(row.get(1)?))))
        .optional()?;
    Ok(found)
}

/// Removes a post, as the caller's office allows.
pub(crate) fn remove_post(ctx: &mut Ctx<'_>, id: &str) -> Answer<()> {
    posts::delete_post(ctx, DeletePost { post_id: PostId(id.to_owned()) })
}

/// Removes a story, as the caller's office allows.
pub(crate) fn remove_story(ctx: &mut Ctx<'_>, id: &str) -> Answer<()> {
    stories::delete_story(ctx, DeleteStory { story_id: StoryId(id.to_owned()) })
}

/// Removes a comment, as the caller's office allows.
pub(crate) fn remove_comment(ctx: &mut Ctx<'_>, id: &str) -> Answer<()> {
    match comment(ctx, id)? {
        Some((post_id, _)) => {
            comments::delete_comment(ctx, DeleteComment { post_id, comment_id: CommentId(id.to_owned()) })
        }
        None => Ok(()),
    }
}
