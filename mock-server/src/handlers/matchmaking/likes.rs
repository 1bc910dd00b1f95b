//! Likes and passes.

use avalo_sdk::{
    Code,
    api::{
        matchmaking::{
            GetAllowance, GetLikesReceived, LikeAllowance, LikeProfile, LikeReceipt, LikesReceivedPage,
            PassProfile, ReceivedLike, SwipeKind,
        },
        notifications::NotificationCategory,
    },
    event::{Event, EventKind},
    model::{Timestamp, Tokens, UserId},
};
use rusqlite::params;

use super::{
    allowance,
    matched::{self, Matched},
    preferences, swipes,
};
use crate::{
    context::Ctx,
    handlers::{
        notifications::{Notice, notify},
        payments::transfer,
        people, profiles,
    },
    ledger::{self, PLATFORM, Posting},
    page::Page,
    refusal::{Answer, refuse},
};

/// The price of a super like.
pub(super) const SUPER_LIKE: i64 = 50;

const LIST: &str = "likes";

/// What a super like adds to the moment it came, so that no other comes before it.
const PRIORITY: i64 = 1 << 50;

pub(super) fn like_profile(ctx: &mut Ctx<'_>, request: LikeProfile) -> Answer<LikeReceipt> {
    let (caller, other) = (ctx.user()?, request.user_id);
    check_target(ctx, &caller, &other)?;
    match matched::between(ctx, &caller, &other)? {
        Some(Matched { ended: true, .. }) => {
            return refuse(Code::FailedPrecondition, "the two were a match, and it has ended");
        }
        Some(_) => return refuse(Code::AlreadyExists, "the two are a match already"),
        None => {}
    }
    if swipes::find(ctx, &caller, &other)?.is_some_and(|swipe| swipe.is_like()) {
        return refuse(Code::AlreadyExists, "the caller likes this user already");
    }
    let liked_back = swipes::find(ctx, &other, &caller)?.is_some_and(|swipe| swipe.is_like());
    check_takes_part(ctx, &caller, &other, liked_back)?;
    allowance::spend(ctx, &caller)?;
    let super_like = request.super_like.unwrap_or(false);
    let kind = if super_like { SwipeKind::SuperLike } else { SwipeKind::Like };
    if super_like {
        pay(ctx, &caller, "super_like", &other, SUPER_LIKE)?;
    }
    swipes::add(ctx, &caller, &other, kind)?;
    // Whoever liked first is the one who opened the conversation.
    let matched = if liked_back { Some(matched::create(ctx, &other, &caller)?) } else { None };
    if matched.is_none() {
        tell(ctx, &caller, &other, super_like)?;
    }
    let left = allowance::of(ctx, &caller)?;
    Ok(LikeReceipt {
        matched: matched.is_some(),
        free_messages_remaining: match &matched {
            Some(matched) => Some(matched::free_messages(ctx, &matched.chat_id)?.remaining),
            None => None,
        },
        chat_id: matched.as_ref().map(|matched| matched.chat_id.clone()),
        match_id: matched.map(|matched| matched.id),
        charged: Tokens(if super_like { SUPER_LIKE } else { 0 }),
        remaining: left.remaining,
        next_refill_at: left.next_refill_at,
    })
}

/// Refuses oneself, nobody, and the other side of a block, whatever the caller's office.
fn check_target(ctx: &Ctx<'_>, caller: &UserId, other: &UserId) -> Answer<()> {
    if caller == other {
        return refuse(Code::CannotTargetSelf, "nobody meets themselves");
    }
    people::find(ctx, other)?;
    if people::is_blocked(ctx, caller, other)? {
        return refuse(Code::NotFound, "there is no such user");
    }
    Ok(())
}

/// Whoever does not want to be suggested is left alone, unless they have made the first step.
fn check_takes_part(ctx: &Ctx<'_>, caller: &UserId, other: &UserId, liked_back: bool) -> Answer<()> {
    if !people::is_active(ctx, other)? {
        return refuse(Code::FailedPrecondition, "the user's account is not active");
    }
    let open = preferences::of(ctx, other)?.discoverable && profiles::is_open(ctx, other, caller)?;
    if !open && !liked_back {
        return refuse(Code::FailedPrecondition, "the user does not take part in matchmaking");
    }
    Ok(())
}

/// Takes the price of something that is the platform's alone.
///
/// # Errors
///
/// `insufficient_balance`.
pub(super) fn pay(ctx: &mut Ctx<'_>, user: &UserId, kind: &str, about: &UserId, price: i64) -> Answer<()> {
    let wallet = ledger::user(user.as_str());
    let legs = [(wallet.as_str(), -price), (PLATFORM, price)];
    ledger::post(ctx, Posting { kind, reference: about.as_str(), legs: &legs })?;
    transfer::changed(ctx, user)
}

/// Tells somebody that they are liked.
fn tell(ctx: &mut Ctx<'_>, from: &UserId, to: &UserId, super_like: bool) -> Answer<()> {
    let event = Event {
        user_id: Some(from.clone()),
        state: super_like.then(|| "super".to_owned()),
        ..Event::new(EventKind::LikeReceived, ctx.now)
    };
    ctx.emit(to, &event)?;
    let (title, body) = if super_like {
        ("A super like", "Someone would very much like to meet you.")
    } else {
        ("A like", "Someone would like to meet you.")
    };
    let notice =
        Notice { category: NotificationCategory::Likes, title, body, from: Some(from), chat_id: None };
    notify(ctx, to, &notice)
}

pub(super) fn pass_profile(ctx: &mut Ctx<'_>, request: PassProfile) -> Answer<()> {
    let (caller, other) = (ctx.user()?, request.user_id);
    check_target(ctx, &caller, &other)?;
    if matched::between(ctx, &caller, &other)?.is_some_and(|matched| !matched.ended) {
        return refuse(Code::FailedPrecondition, "the two are a match; end it with matchmaking.unmatch");
    }
    let passed = swipes::find(ctx, &caller, &other)?.is_some_and(|swipe| !swipe.is_like());
    if passed { Ok(()) } else { swipes::add(ctx, &caller, &other, SwipeKind::Pass) }
}

pub(super) fn get_allowance(ctx: &mut Ctx<'_>, _: GetAllowance) -> Answer<LikeAllowance> {
    allowance::of(ctx, &ctx.user()?)
}

pub(super) fn get_likes_received(ctx: &mut Ctx<'_>, request: GetLikesReceived) -> Answer<LikesReceivedPage> {
    let caller = ctx.user()?;
    let page = Page::read(LIST, request.limit, request.cursor.as_ref())?;
    let (place, id) = page.before();
    let mut rows: Vec<(i64, UserId)> = ctx
        .db
        .prepare_cached(
            "SELECT at_ms + ?2 * (kind = 'super_like') AS place, from_id
             FROM swipes s JOIN users u ON u.id = s.from_id
             WHERE to_id = ?1 AND kind IN ('like', 'super_like') AND u.status = 'active'
             AND (place, from_id) < (?3, ?4)
             AND NOT EXISTS (SELECT 1 FROM swipes WHERE from_id = ?1 AND to_id = s.from_id)
             AND NOT EXISTS (SELECT 1 FROM matches
                 WHERE one_id = min(?1, s.from_id) AND other_id = max(?1, s.from_id))
             AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = ?1 AND blocked_id = s.from_id
                             OR blocker_id = s.from_id AND blocked_id = ?1)
             ORDER BY place DESC, from_id DESC LIMIT ?5",
        )?
        .query_map(params![caller.as_str(), PRIORITY, place, id, page.fetch()], |row| {
            Ok((row.get(0)?, UserId(row.get(1)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut(LIST, &mut rows, |(place, from)| (*place, from.0.clone()));
    let shown = |(place, from): (i64, UserId)| {
        Ok(ReceivedLike {
            user: people::summary(ctx, &from)?,
            super_like: place >= PRIORITY,
            liked_at: Timestamp::from_unix_ms(place % PRIORITY),
        })
    };
    Ok(LikesReceivedPage { likes: rows.into_iter().map(shown).collect::<Answer<_>>()?, next_cursor })
}
