//! One post: who may see it, and what they see of it.

use avalo_sdk::{
    Code,
    api::feed::{Post, PostKind, Visibility},
    model::{PostId, Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::unlocks;
use crate::{
    context::Ctx,
    handlers::{admin, payments, people, profiles},
    refusal::{Answer, refuse},
};

/// How much of a locked post shows, in characters.
const TEASER: usize = 80;

pub(super) const COLUMNS: &str =
    "seq, id, author_id, kind, content, media, visibility, price, created_ms, updated_ms";

/// A post as it is kept.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) seq: i64,
    pub(super) id: PostId,
    pub(super) author: UserId,
    pub(super) kind: PostKind,
    pub(super) content: String,
    pub(super) media: Vec<String>,
    pub(super) visibility: Visibility,
    pub(super) price: Option<i64>,
    pub(super) created_ms: i64,
    pub(super) updated_ms: i64,
}

/// The post, if the caller, or the caller's office, may see it.
///
/// # Errors
///
/// `not_found`, also for one that is not for the caller: nobody learns what exists elsewhere.
pub(super) fn visible(ctx: &Ctx<'_>, id: &PostId) -> Answer<Stored> {
    match find(ctx, id)? {
        Some(post)
            if people::exists(ctx, &post.author)?
                && (ctx.caller()?.is_staff() || post.is_for(ctx, &ctx.user()?)?) =>
        {
            Ok(post)
        }
        _ => refuse(Code::NotFound, "there is no such post"),
    }
}

/// The post, whoever may see it.
pub(super) fn find(ctx: &Ctx<'_>, id: &PostId) -> Answer<Option<Stored>> {
    let sql = format!("SELECT {COLUMNS} FROM posts WHERE id = ?1");
    Ok(ctx.db.prepare_cached(&sql)?.query_row([id.as_str()], read).optional()?)
}

/// The post, if it is the caller's own, or the caller's office.
///
/// # Errors
///
/// `not_found`, `not_author`.
pub(super) fn own(ctx: &Ctx<'_>, id: &PostId, staff_too: bool) -> Answer<Stored> {
    let post = visible(ctx, id)?;
    let caller = ctx.caller()?;
    if post.author == caller.user_id || staff_too && admin::may_moderate(ctx)? {
        return Ok(post);
    }
    refuse(Code::NotAuthor, "the post is another user's")
}

impl Stored {
    /// Whether a user may see the post, be it locked. Who has paid for it may, whatever its author
    /// makes of its visibility.
    pub(super) fn is_for(&self, ctx: &Ctx<'_>, viewer: &UserId) -> Answer<bool> {
        if *viewer == self.author {
            return Ok(true);
        }
        if people::is_blocked(ctx, viewer, &self.author)? {
            return Ok(false);
        }
        if unlocks::has_paid(ctx, viewer, self.id.as_str())? {
            return Ok(true);
        }
        match self.visibility {
            Visibility::Public => Ok(true),
            Visibility::Followers => profiles::follows(ctx, viewer, &self.author),
            Visibility::Subscribers => payments::is_subscriber(ctx, viewer, &self.author),
            _ => Ok(false),
        }
    }

    /// Whether a user has yet to pay for it.
    pub(super) fn is_locked_for(&self, ctx: &Ctx<'_>, viewer: &UserId) -> Answer<bool> {
        let free = self.price.is_none() || *viewer == self.author;
        Ok(!free && !unlocks::has_paid(ctx, viewer, self.id.as_str())?)
    }

    /// The post as a user sees it.
    pub(super) fn seen_by(&self, ctx: &Ctx<'_>, viewer: &UserId) -> Answer<Post> {
        let locked = self.is_locked_for(ctx, viewer)?;
        let count = |sql: &str| -> Answer<u32> {
            Ok(ctx.db.prepare_cached(sql)?.query_row([self.id.as_str()], |row| row.get(0))?)
        };
        let liked = ctx
            .db
            .prepare_cached("SELECT 1 FROM likes WHERE post_id = ?1 AND user_id = ?2")?
            .exists(params![self.id.as_str(), viewer.as_str()])?;
        Ok(Post {
            id: self.id.clone(),
            author: people::summary(ctx, &self.author)?,
            kind: self.kind,
            content: if locked { teaser(&self.content) } else { self.content.clone() },
            media_urls: if locked { Vec::new() } else { self.media.clone() },
            visibility: self.visibility,
            gated: self.price.is_some(),
            locked,
            unlock_price: self.price.map(Tokens),
            likes: count("SELECT COUNT(*) FROM likes WHERE post_id = ?1")?,
            shares: count("SELECT COUNT(*) FROM shares WHERE post_id = ?1")?,
            comments: count("SELECT COUNT(*) FROM comments WHERE post_id = ?1")?,
            liked,
            created_at: Timestamp::from_unix_ms(self.created_ms),
            updated_at: Timestamp::from_unix_ms(self.updated_ms),
        })
    }
}

/// The beginning of a text that is longer, and only a dozen words of one that is not: a price that
/// buys nothing more would be a bad joke.
fn teaser(content: &str) -> String {
    let length = content.chars().count();
    let shown: String = content.chars().take(TEASER.min(length / 2)).collect();
    format!("{shown}…")
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let media: String = row.get(5)?;
    Ok(Stored {
        seq: row.get(0)?,
        id: PostId(row.get(1)?),
        author: UserId(row.get(2)?),
        kind: PostKind::from_name(&row.get::<_, String>(3)?),
        content: row.get(4)?,
        media: serde_json::from_str(&media).unwrap_or_default(),
        visibility: Visibility::from_name(&row.get::<_, String>(6)?),
        price: row.get(7)?,
        created_ms: row.get(8)?,
        updated_ms: row.get(9)?,
    })
}

#[cfg(test)]
mod tests {
    use super::teaser;

    #[test]
    fn a_teaser_never_tells_all() {
        assert_eq!(teaser(&"ż".repeat(500)), format!("{}…", "ż".repeat(80)));
        assert_eq!(teaser("ten chars!"), "ten c…");
        assert_eq!(teaser("x"), "…");
    }
}
