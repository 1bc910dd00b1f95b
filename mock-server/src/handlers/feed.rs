//! Posts, comments, stories and the media in them.

mod comments;
mod likes;
mod media;
pub(crate) mod oversight;
mod post;
mod posts;
mod shares;
mod stories;
mod unlocks;

pub(crate) use self::{
    media::{delete as delete_media, own_file, release as release_media, router as media_router, use_media},
    posts::{NewPost, prepare, publish, publish_and_tell},
};
use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("feed/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .on(posts::get_feed)
        .on(posts::create_post)
        .on(posts::get_post)
        .on(posts::update_post)
        .on(posts::delete_post)
        .on(posts::get_user_posts)
        .on(shares::share_post)
        .on(likes::like_post)
        .on(likes::unlike_post)
        .on(comments::comment_on_post)
        .on(comments::get_comments)
        .on(comments::delete_comment)
        .on(unlocks::unlock_post)
        .on(stories::create_story)
        .on(stories::get_stories)
        .on(unlocks::unlock_story)
        .on(stories::view_story)
        .on(stories::delete_story)
        .on(media::request_upload)
}

/// Forgets what someone published. Their comments stay, under no name.
pub(crate) fn forget(ctx: &Ctx<'_>, user: &str) -> Answer<()> {
    for rows in [
        "likes WHERE user_id = ?1",
        "likes WHERE post_id IN (SELECT id FROM posts WHERE author_id = ?1)",
        "shares WHERE user_id = ?1",
        "shares WHERE post_id IN (SELECT id FROM posts WHERE author_id = ?1)",
        "story_views WHERE user_id = ?1",
        "story_views WHERE story_id IN (SELECT id FROM stories WHERE author_id = ?1)",
        "comments WHERE post_id IN (SELECT id FROM posts WHERE author_id = ?1)",
        "posts WHERE author_id = ?1",
        "stories WHERE author_id = ?1",
        "uploads WHERE user_id = ?1",
    ] {
        ctx.db.prepare_cached(&format!("DELETE FROM {rows}"))?.execute([user])?;
    }
    Ok(())
}
