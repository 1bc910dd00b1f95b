//! Tokens that the platform gives to a user out of its own, or takes.

use avalo_sdk::{
    api::{
        admin::{CreditDirection, CreditReceipt, CreditTokens},
        notifications::NotificationCategory,
    },
    model::TransactionId,
};

use super::{
    audit::{self, Deed},
    permissions,
};
use crate::{
    context::Ctx,
    handlers::{
        notifications::{Notice, notify},
        payments::transfer,
    },
    ledger::{self, PLATFORM, Posting},
    refusal::Answer,
};

pub(super) fn credit_tokens(ctx: &mut Ctx<'_>, request: CreditTokens) -> Answer<CreditReceipt> {
    permissions::check::<CreditTokens>(ctx)?;
    let CreditTokens { user_id, direction, amount, reason } = request;
    permissions::check_other(ctx, &user_id)?;
    let wallet = ledger::user(user_id.as_str());
    let (from, to, title) = match direction {
        CreditDirection::Take => (wallet.as_str(), PLATFORM, "The platform took tokens"),
        _ => (PLATFORM, wallet.as_str(), "The platform gave you tokens"),
    };
    let legs = [(from, -amount.0), (to, amount.0)];
    let id = ledger::post(ctx, Posting { kind: "credit", reference: user_id.as_str(), legs: &legs })?;
    transfer::changed(ctx, &user_id)?;
    let notice =
        Notice { category: NotificationCategory::Payments, title, body: &reason, from: None, chat_id: None };
    notify(ctx, &user_id, &notice)?;
    let deed = Deed {
        target_type: "user",
        target_id: user_id.as_str(),
        reason: Some(&reason),
        details: &format!("{} {amount} tokens", direction.as_str()),
    };
    audit::record::<CreditTokens>(ctx, deed)?;
    Ok(CreditReceipt { id: TransactionId(id), direction, amount, balance: transfer::balance(ctx, &user_id)? })
}
