//! Comments and answers to them.

use avalo_sdk::{
    Code,
    api::{
        feed::{Comment, CommentOnPost, CommentPage, DeleteComment, GetComments},
        notifications::NotificationCategory,
    },
    model::{CommentId, PostId, Timestamp, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::post;
use crate::{
    context::Ctx,
    handlers::{
        admin,
        chat::moderation,
        notifications::{self, Notice, Subject},
        people,
    },
    page::Page,
    refusal::{Answer, refuse},
};

const COLUMNS: &str = "seq, id, post_id, author_id, content, parent_id, created_ms";

struct Stored {
    seq: i64,
    id: CommentId,
    post_id: PostId,
    author: UserId,
    content: String,
    parent_id: Option<CommentId>,
    created_ms: i64,
}

pub(super) fn comment_on_post(ctx: &mut Ctx<'_>, request: CommentOnPost) -> Answer<Comment> {
    let caller = ctx.user()?;
    let post = post::visible(ctx, &request.post_id)?;
    if moderation::is_banned(&request.content) {
        return refuse(Code::ContentBlocked, "the comment contains a term that is not allowed");
    }
    let mut answered = None;
    if let Some(parent) = &request.parent_comment_id {
        let parent = find(ctx, &post.id, parent)?;
        answered = Some(parent.author.clone());
        if people::is_blocked(ctx, &caller, &parent.author)? {
            return refuse(Code::NotFound, "the post has no such comment");
        }
    }
    let id = CommentId(ctx.id("cmt"));
    ctx.db
        .prepare_cached(
            "INSERT INTO comments (id, post_id, author_id, content, parent_id, created_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            id.as_str(),
            post.id.as_str(),
            caller.as_str(),
            request.content,
            request.parent_comment_id.as_ref().map(CommentId::as_str),
            ctx.now.unix_ms
        ])?;
    tell(ctx, &caller, &post, answered.as_ref(), &request.content)?;
    shown(ctx, find(ctx, &post.id, &id)?)
}

/// How much of a comment its notice repeats, in characters.
const EXCERPT: usize = 100;

/// Tells the post's author, and whoever is answered; nobody hears of themselves, or twice.
fn tell(
    ctx: &mut Ctx<'_>,
    caller: &UserId,
    post: &post::Stored,
    answered: Option<&UserId>,
    content: &str,
) -> Answer<()> {
    let body: String = content.chars().take(EXCERPT).collect();
    let mut notice = Notice {
        category: NotificationCategory::Comments,
        title: "A comment on your post",
        body: &body,
        from: Some(caller),
        chat_id: None,
    };
    let subject = Subject { post_id: Some(&post.id), ..Subject::default() };
    if *caller != post.author {
        notifications::notify_of(ctx, &post.author, &notice, subject)?;
    }
    match answered {
        Some(author) if author != caller && *author != post.author && post.is_for(ctx, author)? => {
            notice.title = "An answer to your comment";
            notifications::notify_of(ctx, author, &notice, subject)
        }
        _ => Ok(()),
    }
}

pub(super) fn get_comments(ctx: &mut Ctx<'_>, request: GetComments) -> Answer<CommentPage> {
    let post = post::visible(ctx, &request.post_id)?;
    let caller = ctx.user()?;
    let list = format!("comments:{}", post.id);
    let page = Page::read(&list, request.limit, request.cursor.as_ref())?;
    let (beyond, _) = page.beyond();
    let mut rows: Vec<Stored> = ctx
        .db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM comments WHERE post_id = ?1 AND seq > ?2
             AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = author_id AND blocked_id = ?4
                             OR blocker_id = ?4 AND blocked_id = author_id)
             ORDER BY seq LIMIT ?3"
        ))?
        .query_map(params![post.id.as_str(), beyond, page.fetch(), caller.as_str()], read)?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut(&list, &mut rows, |comment| (comment.seq, String::new()));
    let comments = rows.into_iter().map(|comment| shown(ctx, comment)).collect::<Answer<_>>()?;
    Ok(CommentPage { comments, next_cursor })
}

pub(super) fn delete_comment(ctx: &mut Ctx<'_>, request: DeleteComment) -> Answer<()> {
    let comment = match find(ctx, &request.post_id, &request.comment_id) {
        // What is gone is deleted already.
        Err(refusal) if refusal.is(Code::NotFound) => return Ok(()),
        comment => comment?,
    };
    let caller = ctx.caller()?;
    // Their own words people take back even where they see the post no longer.
    let may = admin::may_moderate(ctx)?
        || caller.user_id == comment.author
        || caller.user_id == post::visible(ctx, &request.post_id)?.author;
    if !may {
        return refuse(Code::NotAuthor, "only its author, the post's author and the staff delete a comment");
    }
    admin::removed::<DeleteComment>(ctx, "comment", comment.id.as_str(), &comment.author)?;
    // The answers to it stay, and stand for themselves.
    ctx.db
        .prepare_cached("UPDATE comments SET parent_id = NULL WHERE parent_id = ?1")?
        .execute([comment.id.as_str()])?;
    ctx.db.prepare_cached("DELETE FROM comments WHERE id = ?1")?.execute([comment.id.as_str()])?;
    Ok(())
}

fn find(ctx: &Ctx<'_>, post: &PostId, id: &CommentId) -> Answer<Stored> {
    let found = ctx
        .db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM comments WHERE id = ?1 AND post_id = ?2"))?
        .query_row([id.as_str(), post.as_str()], read)
        .optional()?;
    found.map_or_else(|| refuse(Code::NotFound, "the post has no such comment"), Ok)
}

fn shown(ctx: &Ctx<'_>, stored: Stored) -> Answer<Comment> {
    Ok(Comment {
        author: people::summary(ctx, &stored.author)?,
        id: stored.id,
        post_id: stored.post_id,
        content: stored.content,
        parent_comment_id: stored.parent_id,
        created_at: Timestamp::from_unix_ms(stored.created_ms),
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        seq: row.get(0)?,
        id: CommentId(row.get(1)?),
        post_id: PostId(row.get(2)?),
        author: UserId(row.get(3)?),
        content: row.get(4)?,
        parent_id: row.get::<_, Option<String>>(5)?.map(CommentId),
        created_ms: row.get(6)?,
    })
}
