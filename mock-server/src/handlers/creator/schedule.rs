//! Content that waits for its time.

use avalo_sdk::{
    Code, Problem,
    api::{
        creator::{
            CancelScheduled, ListScheduled, ScheduleContent, ScheduleState, ScheduledContent, ScheduledPage,
        },
        feed::{PostKind, Visibility},
    },
    model::{PostId, ScheduledId, Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};
use serde_json::json;

use super::pricing;
use crate::{
    context::Ctx,
    handlers::{
        feed::{self, NewPost},
        people,
    },
    page::Page,
    refusal::{Answer, refuse},
};

/// The timer of content whose time has come.
pub(super) const PUBLISH: &str = "creator.publish";

const COLUMNS: &str = "number, id, author_id, state, kind, content, media, visibility, price, due_ms,
     created_ms, post_id";

/// Content as it is kept.
struct Stored {
    number: i64,
    author: UserId,
    shown: ScheduledContent,
}

pub(super) fn schedule_content(ctx: &mut Ctx<'_>, request: ScheduleContent) -> Answer<ScheduledContent> {
    let author = ctx.user()?;
    if request.scheduled_for <= ctx.now {
        return Err(
            Problem::field("scheduledFor", format!("must be in the future; it is {}", ctx.now)).into()
        );
    }
    let price = price(ctx, &author, &request)?;
    let visibility = request.visibility.unwrap_or(Visibility::Public);
    let new = NewPost {
        author: &author,
        kind: request.kind,
        content: &request.content,
        media: &request.media_urls,
        visibility,
        price,
    };
    feed::prepare(ctx, &new)?;
    let id = ctx.id("sch");
    ctx.db
        .prepare_cached(
            "INSERT INTO scheduled (id, author_id, state, kind, content, media, visibility, price, due_ms, created_ms)
             VALUES (?1, ?2, 'scheduled', ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            id,
            author.as_str(),
            request.kind.as_str(),
            request.content,
            serde_json::to_string(&request.media_urls).unwrap_or_default(),
            visibility.as_str(),
            price,
            request.scheduled_for.unix_ms,
            ctx.now.unix_ms
        ])?;
    ctx.schedule(request.scheduled_for, PUBLISH, &id, &json!({ "id": id }))?;
    Ok(own(ctx, &ScheduledId(id))?.shown)
}

/// What the content costs: nothing, what was said, or what the creator's content costs anyway.
fn price(ctx: &Ctx<'_>, author: &UserId, request: &ScheduleContent) -> Answer<Option<i64>> {
    let said = request.unlock_price.map(|price| price.0).filter(|price| *price > 0);
    match (request.gated, said) {
        (Some(false), Some(_)) => {
            Err(Problem::field("unlockPrice", "is for gated content; say gated, or leave the price out")
                .into())
        }
        (Some(true), None) => match pricing::unlock_price(ctx, author)? {
            None => Err(Problem::field(
                "unlockPrice",
                "is needed: gated content has a price; creator.setContentPricing sets one for all",
            )
            .into()),
            price => Ok(price),
        },
        (_, said) => Ok(said),
    }
}

pub(super) fn list_scheduled(ctx: &mut Ctx<'_>, request: ListScheduled) -> Answer<ScheduledPage> {
    let author = ctx.user()?;
    let state = request.state.unwrap_or(ScheduleState::Scheduled);
    let list = format!("schedule:{}", state.as_str());
    let page = Page::read(&list, request.limit, request.cursor.as_ref())?;
    let (due_ms, number) = page.beyond();
    let number: i64 = number.parse().unwrap_or(i64::MIN);
    let mut stored: Vec<Stored> = ctx
        .db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM scheduled WHERE author_id = ?1 AND state = ?2 AND (due_ms, number) > (?3, ?4)
             ORDER BY due_ms, number LIMIT ?5"
        ))?
        .query_map(params![author.as_str(), state.as_str(), due_ms, number, page.fetch()], read)?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page
        .cut(&list, &mut stored, |stored| (stored.shown.scheduled_for.unix_ms, stored.number.to_string()));
    Ok(ScheduledPage { scheduled: stored.into_iter().map(|stored| stored.shown).collect(), next_cursor })
}

pub(super) fn cancel_scheduled(ctx: &mut Ctx<'_>, request: CancelScheduled) -> Answer<ScheduledContent> {
    let Stored { shown, .. } = own(ctx, &request.scheduled_id)?;
    match shown.state {
        ScheduleState::Scheduled => {}
        ScheduleState::Cancelled => return Ok(shown),
        _ => {
            return refuse(
                Code::FailedPrecondition,
                "its time has come already; a published post is deleted with feed.deletePost",
            );
        }
    }
    ctx.unschedule(PUBLISH, shown.id.as_str())?;
    feed::release_media(ctx, &shown.media_urls)?;
    end(ctx, &shown.id, ScheduleState::Cancelled, None)?;
    Ok(own(ctx, &request.scheduled_id)?.shown)
}

/// Publishes content whose time has come, as if its author posted it now.
pub(super) fn publish(ctx: &mut Ctx<'_>, id: &str) -> Answer<()> {
    let waits = |stored: &Stored| stored.shown.state == ScheduleState::Scheduled;
    let Some(Stored { author, shown, .. }) = find(ctx, id)?.filter(waits) else { return Ok(()) };
    if !people::is_active(ctx, &author)? || !people::is_creator(ctx, &author)? {
        feed::release_media(ctx, &shown.media_urls)?;
        return end(ctx, &shown.id, ScheduleState::Skipped, None);
    }
    let new = NewPost {
        author: &author,
        kind: shown.kind,
        content: &shown.content,
        media: &shown.media_urls,
        visibility: shown.visibility,
        price: shown.unlock_price.map(|price| price.0),
    };
    let post = feed::publish_and_tell(ctx, &new)?;
    end(ctx, &shown.id, ScheduleState::Published, Some(&post))
}

/// How much of a creator's content waits.
pub(super) fn count_waiting(ctx: &Ctx<'_>, creator: &UserId) -> Answer<u32> {
    let sql = "SELECT COUNT(*) FROM scheduled WHERE author_id = ?1 AND state = 'scheduled'";
    Ok(ctx.db.prepare_cached(sql)?.query_row([creator.as_str()], |row| row.get(0))?)
}

/// Forgets what someone planned.
pub(crate) fn forget(ctx: &Ctx<'_>, user: &str) -> Answer<()> {
    for rows in ["scheduled WHERE author_id", "creator_prices WHERE user_id"] {
        ctx.db.prepare_cached(&format!("DELETE FROM {rows} = ?1"))?.execute([user])?;
    }
    Ok(())
}

fn end(ctx: &Ctx<'_>, id: &ScheduledId, state: ScheduleState, post: Option<&PostId>) -> Answer<()> {
    ctx.db
        .prepare_cached("UPDATE scheduled SET state = ?2, post_id = ?3 WHERE id = ?1")?
        .execute(params![id.as_str(), state.as_str(), post.map(PostId::as_str)])?;
    Ok(())
}

/// The caller's own content.
///
/// # Errors
///
/// `not_found`, also for another's.
fn own(ctx: &Ctx<'_>, id: &ScheduledId) -> Answer<Stored> {
    let caller = ctx.user()?;
    match find(ctx, id.as_str())? {
        Some(stored) if stored.author == caller => Ok(stored),
        _ => refuse(Code::NotFound, "there is no such scheduled content"),
    }
}

fn find(ctx: &Ctx<'_>, id: &str) -> Answer<Option<Stored>> {
    let sql = format!("SELECT {COLUMNS} FROM scheduled WHERE id = ?1");
    Ok(ctx.db.prepare_cached(&sql)?.query_row([id], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let media: String = row.get(6)?;
    Ok(Stored {
        number: row.get(0)?,
        author: UserId(row.get(2)?),
        shown: ScheduledContent {
            id: ScheduledId(row.get(1)?),
            state: ScheduleState::from_name(&row.get::<_, String>(3)?),
            kind: PostKind::from_name(&row.get::<_, String>(4)?),
            content: row.get(5)?,
            media_urls: serde_json::from_str(&media).unwrap_or_default(),
            visibility: Visibility::from_name(&row.get::<_, String>(7)?),
            unlock_price: row.get::<_, Option<i64>>(8)?.map(Tokens),
            scheduled_for: Timestamp::from_unix_ms(row.get(9)?),
            created_at: Timestamp::from_unix_ms(row.get(10)?),
            post_id: row.get::<_, Option<String>>(11)?.map(PostId),
        },
    })
}
