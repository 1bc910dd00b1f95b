//! Paying for posts and stories, once.

use avalo_sdk::{
    api::{
        feed::{UnlockPost, UnlockStory, UnlockedPost, UnlockedStory},
        notifications::NotificationCategory,
    },
    model::{PostId, Tokens, UserId},
};

use super::{post, stories};
use crate::{
    context::Ctx,
    handlers::{
        notifications::{self, Notice, Subject},
        payments::transfer::{self, Transfer},
    },
    refusal::Answer,
};

/// What of a price goes to the author, in percent.
const POST_SHARE: i64 = 80;
const STORY_SHARE: i64 = 65;

pub(super) fn unlock_post(ctx: &mut Ctx<'_>, request: UnlockPost) -> Answer<UnlockedPost> {
    let caller = ctx.user()?;
    let post = post::visible(ctx, &request.post_id)?;
    let locked = post.is_locked_for(ctx, &caller)?;
    let charged = post.price.filter(|_| locked).unwrap_or_default();
    if locked {
        let thing = Thing {
            kind: "unlock",
            id: post.id.as_str(),
            author: &post.author,
            share: POST_SHARE,
            news: "Someone unlocked your post",
            post: Some(&post.id),
        };
        pay(ctx, &caller, &thing, charged)?;
    }
    Ok(UnlockedPost {
        post: post.seen_by(ctx, &caller)?,
        charged: Tokens(charged),
        already_unlocked: !locked,
    })
}

pub(super) fn unlock_story(ctx: &mut Ctx<'_>, request: UnlockStory) -> Answer<UnlockedStory> {
    let caller = ctx.user()?;
    let story = stories::alive(ctx, &request.story_id)?;
    let locked = story.is_locked_for(ctx, &caller)?;
    let charged = story.price.filter(|_| locked).unwrap_or_default();
    if locked {
        let thing = Thing {
            kind: "story_unlock",
            id: story.id.as_str(),
            author: &story.author,
            share: STORY_SHARE,
            news: "Someone unlocked your story",
            post: None,
        };
        pay(ctx, &caller, &thing, charged)?;
    }
    Ok(UnlockedStory {
        story: story.seen_by(ctx, &caller)?,
        charged: Tokens(charged),
        already_unlocked: !locked,
    })
}

/// What is paid for.
struct Thing<'a> {
    kind: &'a str,
    id: &'a str,
    author: &'a UserId,
    share: i64,
    /// What its author is told.
    news: &'a str,
    /// The post that it is.
    post: Option<&'a PostId>,
}

fn pay(ctx: &mut Ctx<'_>, from: &UserId, thing: &Thing<'_>, price: i64) -> Answer<()> {
    let share = transfer::share(price, thing.share);
    let Thing { kind, id, author, .. } = *thing;
    transfer::send(ctx, Transfer { kind, reference: id, from, to: author, amount: price, share })?;
    ctx.db
        .prepare_cached("INSERT INTO unlocks (user_id, thing_id) VALUES (?1, ?2)")?
        .execute([from.as_str(), id])?;
    let notice = Notice {
        category: NotificationCategory::Payments,
        title: thing.news,
        body: "",
        from: Some(from),
        chat_id: None,
    };
    let subject = Subject { post_id: thing.post, amount: Some(share), ..Subject::default() };
    notifications::notify_of(ctx, author, &notice, subject)
}

/// Whether a user has paid for a post or a story.
pub(super) fn has_paid(ctx: &Ctx<'_>, user: &UserId, thing: &str) -> Answer<bool> {
    let mut read = ctx.db.prepare_cached("SELECT 1 FROM unlocks WHERE user_id = ?1 AND thing_id = ?2")?;
    Ok(read.exists([user.as_str(), thing])?)
}
