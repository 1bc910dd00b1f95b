//! Likes.

use avalo_sdk::api::{
    feed::{LikePost, Post, UnlikePost},
    notifications::NotificationCategory,
};
use rusqlite::params;

use super::post;
use crate::{
    context::Ctx,
    handlers::notifications::{self, Notice, Subject},
    refusal::Answer,
};

pub(super) fn like_post(ctx: &mut Ctx<'_>, request: LikePost) -> Answer<Post> {
    let (caller, post) = (ctx.user()?, post::visible(ctx, &request.post_id)?);
    let added = ctx
        .db
        .prepare_cached("INSERT OR IGNORE INTO likes (post_id, user_id) VALUES (?1, ?2)")?
        .execute(params![post.id.as_str(), caller.as_str()])?;
    if added == 1 && caller != post.author {
        let notice = Notice {
            category: NotificationCategory::Likes,
            title: "Someone likes your post",
            body: "",
            from: Some(&caller),
            chat_id: None,
        };
        // Who takes a like back and gives it again is no news.
        let subject = Subject { post_id: Some(&post.id), once: true, ..Subject::default() };
        notifications::notify_of(ctx, &post.author, &notice, subject)?;
    }
    post.seen_by(ctx, &caller)
}

pub(super) fn unlike_post(ctx: &mut Ctx<'_>, request: UnlikePost) -> Answer<Post> {
    let (caller, post) = (ctx.user()?, post::visible(ctx, &request.post_id)?);
    ctx.db
        .prepare_cached("DELETE FROM likes WHERE post_id = ?1 AND user_id = ?2")?
        .execute(params![post.id.as_str(), caller.as_str()])?;
    post.seen_by(ctx, &caller)
}
