//! Stories, which live for a day.

use avalo_sdk::{
    Code,
    api::feed::{CreateStory, DeleteStory, GetStories, Story, StoryList, UploadKind, ViewStory},
    event::{Event, EventKind},
    model::{StoryId, Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::{media, unlocks};
use crate::{
    context::Ctx,
    handlers::{admin, chat::moderation, people, profiles},
    refusal::{Answer, refuse},
};

/// How long a story lives: 24 hours.
const LIFE_MS: i64 = 24 * 3_600_000;

/// How many of a user's stories live at a time.
const LIMIT: i64 = 3;

const MEDIA: [UploadKind; 3] = [UploadKind::StoryVideo, UploadKind::FeedImage, UploadKind::CreatorContent];

const COLUMNS: &str = "id, author_id, media_url, caption, price, created_ms";

/// A story as it is kept.
pub(super) struct Stored {
    pub(super) id: StoryId,
    pub(super) author: UserId,
    media_url: String,
    caption: Option<String>,
    pub(super) price: Option<i64>,
    created_ms: i64,
}

pub(super) fn create_story(ctx: &mut Ctx<'_>, request: CreateStory) -> Answer<Story> {
    let caller = ctx.caller()?;
    let (author, is_creator) = (caller.user_id.clone(), caller.is_creator);
    if request.caption.as_ref().is_some_and(|caption| moderation::is_banned(caption)) {
        return refuse(Code::ContentBlocked, "the caption contains a term that is not allowed");
    }
    if request.unlock_price.is_some() && !is_creator {
        return refuse(Code::CreatorRequired, "only creators ask a price, see profiles.becomeCreator");
    }
    let living: i64 = ctx
        .db
        .prepare_cached("SELECT COUNT(*) FROM stories WHERE author_id = ?1 AND created_ms > ?2")?
        .query_row(params![author.as_str(), ctx.now.unix_ms - LIFE_MS], |row| row.get(0))?;
    if living >= LIMIT {
        return refuse(Code::StoryLimitReached, format!("{LIMIT} stories live already; delete one or wait"));
    }
    media::use_media(ctx, &author, "mediaUrl", &request.media_url, &MEDIA)?;
    let id = StoryId(ctx.id("sto"));
    ctx.db
        .prepare_cached(&format!("INSERT INTO stories ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"))?
        .execute(params![
            id.as_str(),
            author.as_str(),
            request.media_url,
            request.caption,
            request.unlock_price.map(|price| price.0),
            ctx.now.unix_ms
        ])?;
    let story = alive(ctx, &id)?;
    announce(ctx, &story)?;
    story.seen_by(ctx, &author)
}

/// Tells the followers.
fn announce(ctx: &mut Ctx<'_>, story: &Stored) -> Answer<()> {
    for follower in profiles::followers(ctx, &story.author)? {
        let event = Event {
            user_id: Some(story.author.clone()),
            story: Some(story.seen_by(ctx, &follower)?),
            ..Event::new(EventKind::FeedUpdate, ctx.now)
        };
        ctx.emit(&follower, &event)?;
    }
    Ok(())
}

pub(super) fn get_stories(ctx: &mut Ctx<'_>, request: GetStories) -> Answer<StoryList> {
    let caller = ctx.user()?;
    let author = request.author_id.as_ref();
    if let Some(author) = author {
        people::find_in_sight(ctx, author)?;
    }
    let stored: Vec<Stored> = ctx
        .db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM stories WHERE created_ms > ?2 AND CASE WHEN ?3 IS NOT NULL THEN author_id = ?3
             ELSE author_id = ?1 OR author_id IN
                (SELECT followee_id FROM follows JOIN users u ON u.id = followee_id
                 WHERE follower_id = ?1 AND u.status NOT LIKE 'deleted%') END
             ORDER BY seq DESC LIMIT 100"
        ))?
        .query_map(
            params![caller.as_str(), ctx.now.unix_ms - LIFE_MS, author.map(UserId::as_str)],
            read,
        )?
        .collect::<rusqlite::Result<_>>()?;
    let stories = stored.iter().map(|story| story.seen_by(ctx, &caller)).collect::<Answer<_>>()?;
    Ok(StoryList { stories })
}

pub(super) fn view_story(ctx: &mut Ctx<'_>, request: ViewStory) -> Answer<Story> {
    let caller = ctx.user()?;
    let story = alive(ctx, &request.story_id)?;
    if story.is_locked_for(ctx, &caller)? {
        return refuse(Code::FailedPrecondition, "pay for the story first: see feed.unlockStory");
    }
    if caller != story.author {
        ctx.db
            .prepare_cached("INSERT OR IGNORE INTO story_views (story_id, user_id) VALUES (?1, ?2)")?
            .execute([story.id.as_str(), caller.as_str()])?;
    }
    story.seen_by(ctx, &caller)
}

pub(super) fn delete_story(ctx: &mut Ctx<'_>, request: DeleteStory) -> Answer<()> {
    let caller = ctx.caller()?;
    let Some(story) = find(ctx, &request.story_id)? else { return Ok(()) };
    if story.author != caller.user_id && !admin::may_moderate(ctx)? {
        return refuse(Code::NotAuthor, "the story is another user's");
    }
    admin::removed::<DeleteStory>(ctx, "story", story.id.as_str(), &story.author)?;
    ctx.db.prepare_cached("DELETE FROM story_views WHERE story_id = ?1")?.execute([story.id.as_str()])?;
    ctx.db.prepare_cached("DELETE FROM stories WHERE id = ?1")?.execute([story.id.as_str()])?;
    media::delete(ctx, &[story.media_url])
}

/// The story, if it lives and is for the caller.
///
/// # Errors
///
/// `not_found`, `story_expired`.
pub(super) fn alive(ctx: &Ctx<'_>, id: &StoryId) -> Answer<Stored> {
    let caller = ctx.user()?;
    let in_sight = |story: &Stored| -> Answer<bool> {
        Ok(people::exists(ctx, &story.author)? && !people::is_blocked(ctx, &caller, &story.author)?)
    };
    match find(ctx, id)? {
        Some(story) if !in_sight(&story)? => refuse(Code::NotFound, "there is no such story"),
        Some(story) if story.created_ms + LIFE_MS <= ctx.now.unix_ms => {
            refuse(Code::StoryExpired, "a story lives for 24 hours")
        }
        Some(story) => Ok(story),
        None => refuse(Code::NotFound, "there is no such story"),
    }
}

fn find(ctx: &Ctx<'_>, id: &StoryId) -> Answer<Option<Stored>> {
    let sql = format!("SELECT {COLUMNS} FROM stories WHERE id = ?1");
    Ok(ctx.db.prepare_cached(&sql)?.query_row([id.as_str()], read).optional()?)
}

impl Stored {
    /// Whether a user has yet to pay for it.
    pub(super) fn is_locked_for(&self, ctx: &Ctx<'_>, viewer: &UserId) -> Answer<bool> {
        let free = self.price.is_none() || *viewer == self.author;
        Ok(!free && !unlocks::has_paid(ctx, viewer, self.id.as_str())?)
    }

    fn views(&self, ctx: &Ctx<'_>) -> Answer<u32> {
        let mut read = ctx.db.prepare_cached("SELECT COUNT(*) FROM story_views WHERE story_id = ?1")?;
        Ok(read.query_row([self.id.as_str()], |row| row.get(0))?)
    }

    /// The story as a user sees it.
    pub(super) fn seen_by(&self, ctx: &Ctx<'_>, viewer: &UserId) -> Answer<Story> {
        let locked = self.is_locked_for(ctx, viewer)?;
        Ok(Story {
            id: self.id.clone(),
            author: people::summary(ctx, &self.author)?,
            media_url: (!locked).then(|| self.media_url.clone()),
            caption: self.caption.clone(),
            unlock_price: self.price.map(Tokens),
            locked,
            viewed: ctx
                .db
                .prepare_cached("SELECT 1 FROM story_views WHERE story_id = ?1 AND user_id = ?2")?
                .exists([self.id.as_str(), viewer.as_str()])?,
            views: if *viewer == self.author { Some(self.views(ctx)?) } else { None },
            created_at: Timestamp::from_unix_ms(self.created_ms),
            expires_at: Timestamp::from_unix_ms(self.created_ms + LIFE_MS),
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: StoryId(row.get(0)?),
        author: UserId(row.get(1)?),
        media_url: row.get(2)?,
        caption: row.get(3)?,
        price: row.get(4)?,
        created_ms: row.get(5)?,
    })
}
