//! Publishing, reading and changing posts.

use avalo_sdk::{
    Code, Problem,
    api::feed::{
        CreatePost, DeletePost, FeedPage, GetFeed, GetPost, GetUserPosts, Post, PostKind, UpdatePost,
        UploadKind, Visibility,
    },
    event::{Event, EventKind},
    model::{PostId, UserId},
};
use rusqlite::params;

use super::{
    media::{self, Medium},
    post::{self, COLUMNS},
};
use crate::{
    context::Ctx,
    handlers::{admin, chat::moderation, payments, people, profiles},
    page::Page,
    refusal::{Answer, check_length, check_range, refuse},
};

/// What a post may show.
const MEDIA: [UploadKind; 3] = [UploadKind::FeedImage, UploadKind::StoryVideo, UploadKind::CreatorContent];

/// How many media, and how many characters, a post with a price has at most.
const GATED_MEDIA: usize = 5;
const GATED_LENGTH: usize = 2_000;

/// A post that is in order.
pub(crate) struct NewPost<'a> {
    pub(crate) author: &'a UserId,
    pub(crate) kind: PostKind,
    pub(crate) content: &'a str,
    pub(crate) media: &'a [String],
    pub(crate) visibility: Visibility,
    pub(crate) price: Option<i64>,
}

pub(super) fn get_feed(ctx: &mut Ctx<'_>, request: GetFeed) -> Answer<FeedPage> {
    let caller = ctx.user()?;
    let page = Page::read("feed", request.limit, request.cursor.as_ref())?;
    let (before, _) = page.before();
    let mut posts: Vec<post::Stored> = ctx
        .db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM posts p
             WHERE seq < ?2 AND (author_id = ?1 OR
                EXISTS (SELECT 1 FROM users u WHERE u.id = author_id AND u.status NOT LIKE 'deleted%')
                AND EXISTS (SELECT 1 FROM follows WHERE follower_id = ?1 AND followee_id = author_id)
                AND (visibility IN ('public', 'followers')
                     OR EXISTS (SELECT 1 FROM subscriptions s
                        WHERE s.user_id = ?1 AND s.creator_id = author_id AND s.status <> 'ended')
                     OR EXISTS (SELECT 1 FROM unlocks x WHERE x.user_id = ?1 AND x.thing_id = p.id)))
             ORDER BY seq DESC LIMIT ?3"
        ))?
        .query_map(params![caller.as_str(), before, page.fetch()], post::read)?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut("feed", &mut posts, |post| (post.seq, String::new()));
    let posts = posts.iter().map(|post| post.seen_by(ctx, &caller)).collect::<Answer<_>>()?;
    Ok(FeedPage { posts, next_cursor })
}

pub(super) fn get_user_posts(ctx: &mut Ctx<'_>, request: GetUserPosts) -> Answer<FeedPage> {
    let caller = ctx.user()?;
    let author = &request.user_id;
    people::find_in_sight(ctx, author)?;
    let list = format!("posts:{author}");
    let page = Page::read(&list, request.limit, request.cursor.as_ref())?;
    let sees_all = caller == *author || ctx.caller()?.is_staff();
    let subscribes = payments::is_subscriber(ctx, &caller, author)?;
    let follows = profiles::follows(ctx, &caller, author)?;
    let mut posts: Vec<post::Stored> = ctx
        .db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM posts p WHERE author_id = ?1 AND seq < ?2
             AND (?4 OR visibility = 'public' OR visibility = 'followers' AND ?5
                  OR visibility = 'subscribers' AND ?6
                  OR EXISTS (SELECT 1 FROM unlocks x WHERE x.user_id = ?7 AND x.thing_id = p.id))
             ORDER BY seq DESC LIMIT ?3"
        ))?
        .query_map(
            params![
                author.as_str(),
                page.before().0,
                page.fetch(),
                sees_all,
                follows,
                subscribes,
                caller.as_str()
            ],
            post::read,
        )?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut(&list, &mut posts, |post| (post.seq, String::new()));
    let posts = posts.iter().map(|post| post.seen_by(ctx, &caller)).collect::<Answer<_>>()?;
    Ok(FeedPage { posts, next_cursor })
}

pub(super) fn create_post(ctx: &mut Ctx<'_>, request: CreatePost) -> Answer<Post> {
    let author = ctx.user()?;
    let new = NewPost {
        author: &author,
        kind: request.kind,
        content: &request.content,
        media: &request.media_urls,
        visibility: request.visibility.unwrap_or(Visibility::Public),
        price: request.unlock_price.map(|price| price.0),
    };
    prepare(ctx, &new)?;
    let id = publish_and_tell(ctx, &new)?;
    post::visible(ctx, &id)?.seen_by(ctx, &author)
}

/// Checks a post of the caller's and uses its media, so that it can be published.
///
/// # Errors
///
/// `validation_failed`, `content_blocked`, `creator_required`, `failed_precondition`.
pub(crate) fn prepare(ctx: &Ctx<'_>, new: &NewPost<'_>) -> Answer<()> {
    let gated = new.price.is_some();
    check_content(new.content, gated)?;
    if gated && new.media.len() > GATED_MEDIA {
        let reason = format!("must have 0 to {GATED_MEDIA} entries in a post with a price");
        return Err(Problem::field("mediaUrls", reason).into());
    }
    if let Some(price) = new.price {
        check_range("unlockPrice", price, 5..=10_000)?;
        if !ctx.caller()?.is_creator {
            return refuse(Code::CreatorRequired, "only creators ask a price, see profiles.becomeCreator");
        }
    }
    use_media(ctx, new.author, new.kind, new.media)
}

/// Puts a post that is in order into the world and tells the followers who may see it.
pub(crate) fn publish_and_tell(ctx: &mut Ctx<'_>, new: &NewPost<'_>) -> Answer<PostId> {
    let id = publish(ctx, new)?;
    if let Some(post) = post::find(ctx, &id)? {
        announce(ctx, &post)?;
    }
    Ok(id)
}

/// Uses the media of a new post, which must show what the post says it is.
fn use_media(ctx: &Ctx<'_>, author: &UserId, kind: PostKind, urls: &[String]) -> Answer<()> {
    let mut shown = Vec::new();
    for url in urls {
        shown.push(media::use_media(ctx, author, "mediaUrls", url, &MEDIA)?);
    }
    let (fits, rule) = match kind {
        PostKind::Image => (shown.contains(&Medium::Image), "an image post has at least one image"),
        PostKind::Video => (shown.contains(&Medium::Video), "a video post has at least one video"),
        _ => (shown.is_empty(), "a text post has none"),
    };
    if fits { Ok(()) } else { Err(Problem::field("mediaUrls", rule).into()) }
}

fn check_content(content: &str, gated: bool) -> Answer<()> {
    if gated {
        check_length("content", content, 1..=GATED_LENGTH)?;
    }
    if moderation::is_banned(content) {
        return refuse(Code::ContentBlocked, "the post contains a term that is not allowed");
    }
    Ok(())
}

/// Puts a post into the world without telling anyone.
pub(crate) fn publish(ctx: &mut Ctx<'_>, new: &NewPost<'_>) -> Answer<PostId> {
    let id = ctx.id("post");
    ctx.db
        .prepare_cached(
            "INSERT INTO posts (id, author_id, kind, content, media, visibility, price, created_ms, updated_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
        )?
        .execute(params![
            id,
            new.author.as_str(),
            new.kind.as_str(),
            new.content,
            serde_json::to_string(new.media).unwrap_or_default(),
            new.visibility.as_str(),
            new.price,
            ctx.now.unix_ms
        ])?;
    Ok(PostId(id))
}

/// Tells the followers who may see it.
fn announce(ctx: &mut Ctx<'_>, post: &post::Stored) -> Answer<()> {
    for follower in profiles::followers(ctx, &post.author)? {
        if post.visibility == Visibility::Subscribers && !post.is_for(ctx, &follower)? {
            continue;
        }
        let event = Event {
            user_id: Some(post.author.clone()),
            post: Some(post.seen_by(ctx, &follower)?),
            ..Event::new(EventKind::FeedUpdate, ctx.now)
        };
        ctx.emit(&follower, &event)?;
    }
    Ok(())
}

pub(super) fn get_post(ctx: &mut Ctx<'_>, request: GetPost) -> Answer<Post> {
    let caller = ctx.user()?;
    post::visible(ctx, &request.post_id)?.seen_by(ctx, &caller)
}

pub(super) fn update_post(ctx: &mut Ctx<'_>, request: UpdatePost) -> Answer<Post> {
    let caller = ctx.user()?;
    let post = post::own(ctx, &request.post_id, false)?;
    if let Some(content) = &request.content {
        check_content(content, post.price.is_some())?;
    }
    ctx.db
        .prepare_cached("UPDATE posts SET content = ?2, visibility = ?3, updated_ms = ?4 WHERE id = ?1")?
        .execute(params![
        post.id.as_str(),
        request.content.as_ref().unwrap_or(&post.content),
        request.visibility.unwrap_or(post.visibility).as_str(),
        ctx.now.unix_ms
    ])?;
    post::visible(ctx, &post.id)?.seen_by(ctx, &caller)
}

pub(super) fn delete_post(ctx: &mut Ctx<'_>, request: DeletePost) -> Answer<()> {
    let post = match post::own(ctx, &request.post_id, true) {
        // What is gone is deleted already.
        Err(refusal) if refusal.is(Code::NotFound) => return Ok(()),
        post => post?,
    };
    admin::removed::<DeletePost>(ctx, "post", post.id.as_str(), &post.author)?;
    for sql in [
        "DELETE FROM likes WHERE post_id = ?1",
        "DELETE FROM shares WHERE post_id = ?1",
        "DELETE FROM comments WHERE post_id = ?1",
        "DELETE FROM posts WHERE id = ?1",
    ] {
        ctx.db.prepare_cached(sql)?.execute([post.id.as_str()])?;
    }
    media::delete(ctx, &post.media)
}
