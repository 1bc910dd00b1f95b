//! Shares: how many users have passed a post on.

use avalo_sdk::api::feed::{Post, SharePost};

use super::post;
use crate::{context::Ctx, refusal::Answer};

pub(super) fn share_post(ctx: &mut Ctx<'_>, request: SharePost) -> Answer<Post> {
    let (caller, post) = (ctx.user()?, post::visible(ctx, &request.post_id)?);
    ctx.db
        .prepare_cached("INSERT OR IGNORE INTO shares (post_id, user_id) VALUES (?1, ?2)")?
        .execute([post.id.as_str(), caller.as_str()])?;
    post.seen_by(ctx, &caller)
}
