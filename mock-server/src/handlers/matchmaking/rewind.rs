//! Taking the last like or pass back.

use avalo_sdk::{
    Code,
    api::matchmaking::{Rewind, RewindReceipt, SwipeKind},
    model::Tokens,
};

use super::{
    allowance,
    likes::{SUPER_LIKE, pay},
    matched, swipes,
};
use crate::{
    context::Ctx,
    handlers::payments::transfer,
    refusal::{Answer, refuse},
};

/// What it costs.
const PRICE: i64 = 10;

/// For how long it is possible: 5 minutes.
const WINDOW_MS: i64 = 5 * 60_000;

pub(super) fn rewind(ctx: &mut Ctx<'_>, _: Rewind) -> Answer<RewindReceipt> {
    let caller = ctx.user()?;
    let Some(swipe) = swipes::last(ctx, &caller)? else {
        return refuse(Code::FailedPrecondition, "there is no like or pass to take back");
    };
    if swipe.at.unix_ms + WINDOW_MS < ctx.now.unix_ms {
        return refuse(Code::FailedPrecondition, "the last like or pass is more than 5 minutes old");
    }
    if matched::between(ctx, &caller, &swipe.to)?.is_some() {
        return refuse(Code::FailedPrecondition, "the last like became a match: see matchmaking.unmatch");
    }
    let refunded = if swipe.kind == SwipeKind::SuperLike { SUPER_LIKE } else { 0 };
    // The refund comes first, so that whoever spent the last tokens on a super like can take it back.
    if refunded > 0 {
        pay(ctx, &caller, "super_like_refund", &swipe.to, -refunded)?;
    }
    pay(ctx, &caller, "rewind", &swipe.to, PRICE)?;
    swipes::remove(ctx, &swipe)?;
    if swipe.is_like() {
        allowance::give_back(ctx, &caller)?;
    }
    Ok(RewindReceipt {
        user_id: swipe.to,
        kind: swipe.kind,
        charged: Tokens(PRICE),
        refunded: Tokens(refunded),
        balance: transfer::balance(ctx, &caller)?,
    })
}
