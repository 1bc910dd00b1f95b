//! What posts brought.

use avalo_sdk::{
    Code, Problem,
    api::{
        creator::{ContentOrder, ContentPage, ContentPerformance, GetContentPerformance},
        feed::PostKind,
    },
    model::{PostId, Timestamp, Tokens, UserId},
};

use super::earnings::{self, Span};
use crate::{context::Ctx, page::Page, refusal::Answer};

/// How much of a post's words shows, in characters.
const BEGINNING: usize = 80;

/// A post with its place in the order: what it is ordered by, and when it came.
struct Placed {
    value: i64,
    seq: i64,
    post: ContentPerformance,
}

pub(super) fn get_content_performance(
    ctx: &mut Ctx<'_>,
    request: GetContentPerformance,
) -> Answer<ContentPage> {
    let creator = ctx.user()?;
    let order = request.order.unwrap_or(ContentOrder::Newest);
    let list = format!("content:{}", order.as_str());
    let page = Page::read(&list, request.limit, request.cursor.as_ref())?;
    let after = match &page.after {
        None => (i64::MAX, i64::MAX),
        Some((value, seq)) => {
            let seq = seq.parse().map_err(|_| Problem::new(Code::InvalidCursor, "start without one"))?;
            (*value, seq)
        }
    };
    let mut placed = read(ctx, &creator, order, after, page.fetch())?;
    let next_cursor = page.cut(&list, &mut placed, |placed| (placed.value, placed.seq.to_string()));
    Ok(ContentPage { posts: placed.into_iter().map(|placed| placed.post).collect(), next_cursor })
}

/// The first posts in an order.
pub(super) fn best(
    ctx: &Ctx<'_>,
    creator: &UserId,
    order: ContentOrder,
    most: i64,
) -> Answer<Vec<ContentPerformance>> {
    let placed = read(ctx, creator, order, (i64::MAX, i64::MAX), most)?;
    Ok(placed.into_iter().map(|placed| placed.post).collect())
}

/// Posts after a place. Of those that are level the newest comes first.
fn read(
    ctx: &Ctx<'_>,
    creator: &UserId,
    order: ContentOrder,
    (value, seq): (i64, i64),
    most: i64,
) -> Answer<Vec<Placed>> {
    let by = match order {
        ContentOrder::Revenue => "revenue",
        ContentOrder::Unlocks => "unlocks",
        _ => "0",
    };
    let select = format!(
        ", brought AS (
             SELECT reference, SUM(amount) AS revenue, SUM(kind = 'unlock') AS unlocks, SUM(kind = 'tip') AS tips
             FROM earned WHERE kind IN ('unlock', 'tip') GROUP BY reference),
         mine AS (
             SELECT p.*, COALESCE(revenue, 0) AS revenue, COALESCE(unlocks, 0) AS unlocks,
                 COALESCE(tips, 0) AS tips
             FROM posts p LEFT JOIN brought ON reference = p.id WHERE 'user:' || p.author_id = ?1)
         SELECT {by} AS place, seq, id, kind, content, price, unlocks, tips, revenue, created_ms,
             (SELECT COUNT(*) FROM likes WHERE post_id = mine.id),
             (SELECT COUNT(*) FROM comments WHERE post_id = mine.id)
         FROM mine WHERE (place, seq) < (?4, ?5) ORDER BY place DESC, seq DESC LIMIT ?6"
    );
    earnings::query_with(ctx, creator, Span::EVER, &select, &[value, seq, most], |row| {
        let content: String = row.get(4)?;
        let post = ContentPerformance {
            post_id: PostId(row.get(2)?),
            kind: PostKind::from_name(&row.get::<_, String>(3)?),
            beginning: content.chars().take(BEGINNING).collect(),
            unlock_price: row.get::<_, Option<i64>>(5)?.map(Tokens),
            likes: row.get(10)?,
            comments: row.get(11)?,
            unlocks: row.get(6)?,
            tips: row.get(7)?,
            revenue: Tokens(row.get(8)?),
            published_at: Timestamp::from_unix_ms(row.get(9)?),
        };
        Ok(Placed { value: row.get(0)?, seq: row.get(1)?, post })
    })
}
