//! Likes.

use avalo_sdk::api::feed::{LikePost, Post, UnlikePost};
use rusqlite::params;

use super::post;
use crate::{context::Ctx, refusal::Answer};

pub(super) fn like_post(ctx: &mut Ctx<'_>, request: LikePost) -> Answer<Post> {
    let (caller, post) = (ctx.user()?, post::visible(ctx, &request.post_id)?);
    ctx.db
        .prepare_cached("INSERT OR IGNORE INTO likes (post_id, user_id) VALUES (?1, ?2)")?
        .execute(params![post.id.as_str(), caller.as_str()])?;
    post.seen_by(ctx, &caller)
}

pub(super) fn unlike_post(ctx: &mut Ctx<'_>, request: UnlikePost) -> Answer<Post> {
    let (caller, post) = (ctx.user()?, post::visible(ctx, &request.post_id)?);
    ctx.db
        .prepare_cached("DELETE FROM likes WHERE post_id = ?1 AND user_id = ?2")?
        .execute(params![post.id.as_str(), caller.as_str()])?;
    post.seen_by(ctx, &caller)
}
