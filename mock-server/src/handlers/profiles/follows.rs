//! Who follows whom.

use avalo_sdk::{
    Code,
    api::{
        notifications::NotificationCategory,
        profiles::{FollowUser, GetFollowers, GetFollowing, UnfollowUser, UserPage},
    },
    model::{Cursor, UserId},
};
use rusqlite::params;

use super::face;
use crate::{
    context::Ctx,
    handlers::{
        notifications::{self, Notice, Subject},
        people,
    },
    page::Page,
    refusal::{Answer, refuse},
};

pub(crate) fn follow_user(ctx: &mut Ctx<'_>, request: FollowUser) -> Answer<()> {
    let (caller, user) = (ctx.user()?, request.user_id);
    if caller == user {
        return refuse(Code::CannotTargetSelf, "nobody follows themselves");
    }
    people::find(ctx, &user)?;
    if people::is_blocked(ctx, &caller, &user)? {
        return refuse(Code::Blocked, "one of the two has blocked the other");
    }
    if !add(ctx, &caller, &user)? {
        return Ok(());
    }
    let notice = Notice {
        category: NotificationCategory::Follows,
        title: "Someone follows you",
        body: "",
        from: Some(&caller),
        chat_id: None,
    };
    // Who follows, unfollows and follows again is no news.
    notifications::notify_of(ctx, &user, &notice, Subject { once: true, ..Subject::default() })
}

/// Lets one follow another and says whether that is new.
pub(super) fn add(ctx: &Ctx<'_>, follower: &UserId, followee: &UserId) -> Answer<bool> {
    let added = ctx
        .db
        .prepare_cached(
            "INSERT OR IGNORE INTO follows (follower_id, followee_id, at_ms) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![follower.as_str(), followee.as_str(), ctx.now.unix_ms])?;
    Ok(added == 1)
}

pub(super) fn unfollow_user(ctx: &mut Ctx<'_>, request: UnfollowUser) -> Answer<()> {
    let caller = ctx.user()?;
    remove(ctx, &caller, &request.user_id)
}

pub(super) fn remove(ctx: &Ctx<'_>, follower: &UserId, followee: &UserId) -> Answer<()> {
    ctx.db
        .prepare_cached("DELETE FROM follows WHERE follower_id = ?1 AND followee_id = ?2")?
        .execute([follower.as_str(), followee.as_str()])?;
    Ok(())
}

/// Whether one follows another.
pub(crate) fn follows(ctx: &Ctx<'_>, follower: &UserId, followee: &UserId) -> Answer<bool> {
    let mut read =
        ctx.db.prepare_cached("SELECT 1 FROM follows WHERE follower_id = ?1 AND followee_id = ?2")?;
    Ok(read.exists([follower.as_str(), followee.as_str()])?)
}

/// Which side of the relation is listed.
pub(super) struct Side {
    name: &'static str,
    of: &'static str,
    shown: &'static str,
}

pub(super) const FOLLOWERS: Side = Side { name: "followers", of: "followee_id", shown: "follower_id" };
pub(super) const FOLLOWING: Side = Side { name: "following", of: "follower_id", shown: "followee_id" };

/// Everyone who follows a user.
pub(crate) fn followers(ctx: &Ctx<'_>, user: &UserId) -> Answer<Vec<UserId>> {
    let mut read = ctx
        .db
        .prepare_cached("SELECT follower_id FROM follows WHERE followee_id = ?1 ORDER BY follower_id")?;
    let rows = read.query_map([user.as_str()], |row| row.get(0).map(UserId))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many follow a user, deleted accounts aside.
pub(crate) fn count_followers(ctx: &Ctx<'_>, user: &UserId) -> Answer<u32> {
    count(ctx, &FOLLOWERS, user)
}

/// How many there are on this side of a user, deleted accounts aside.
pub(super) fn count(ctx: &Ctx<'_>, side: &Side, user: &UserId) -> Answer<u32> {
    let Side { of, shown, .. } = side;
    let mut read = ctx.db.prepare_cached(&format!(
        "SELECT COUNT(*) FROM follows JOIN users ON id = {shown} WHERE {of} = ?1 AND status NOT LIKE 'deleted%'"
    ))?;
    Ok(read.query_row([user.as_str()], |row| row.get(0))?)
}

pub(super) fn get_followers(ctx: &mut Ctx<'_>, request: GetFollowers) -> Answer<UserPage> {
    page(ctx, &FOLLOWERS, &request.user_id, request.limit, request.cursor.as_ref())
}

pub(super) fn get_following(ctx: &mut Ctx<'_>, request: GetFollowing) -> Answer<UserPage> {
    page(ctx, &FOLLOWING, &request.user_id, request.limit, request.cursor.as_ref())
}

/// A page of the people whom the caller may see. A cursor belongs to one side of one user.
fn page(
    ctx: &Ctx<'_>,
    side: &Side,
    user: &UserId,
    limit: Option<u32>,
    cursor: Option<&Cursor>,
) -> Answer<UserPage> {
    let caller = ctx.user()?;
    people::find_in_sight(ctx, user)?;
    if !face::is_open(ctx, user, &caller)? {
        return refuse(Code::ProfilePrivate, "the user shows this to friends or to nobody");
    }
    let Side { name, of, shown } = side;
    let list = format!("{name}:{user}");
    let page = Page::read(&list, limit, cursor)?;
    let (at, id) = page.before();
    let mut rows: Vec<(i64, String)> = ctx
        .db
        .prepare_cached(&format!(
            "SELECT at_ms, {shown} FROM follows JOIN users ON id = {shown}
             WHERE {of} = ?1 AND (at_ms, {shown}) < (?2, ?3) AND status NOT LIKE 'deleted%'
             AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = {shown} AND blocked_id = ?5
                             OR blocker_id = ?5 AND blocked_id = {shown})
             ORDER BY at_ms DESC, {shown} DESC LIMIT ?4"
        ))?
        .query_map(params![user.as_str(), at, id, page.fetch(), caller.as_str()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut(&list, &mut rows, Clone::clone);
    let users = rows.into_iter().map(|(_, id)| people::summary(ctx, &UserId(id))).collect::<Answer<_>>()?;
    Ok(UserPage { users, next_cursor })
}
