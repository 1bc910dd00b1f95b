//! The wallet and everything that moves tokens.
//!
//! The ledger is the only book: balances, histories and earnings are read from it. [`transfer`] is the
//! way from one user to another, [`wallet`] reads, and each other file is one way to gain or spend.

mod gifts;
mod methods;
mod packages;
mod payouts;
mod purchases;
mod subscriptions;
mod tips;
pub(crate) mod transfer;
mod wallet;
mod webhook;
mod withdrawals;

use serde_json::Value;

pub(crate) use self::{
    payouts::review as review_withdrawal,
    subscriptions::{end_at_once, is_subscriber},
    wallet::{EARNINGS, lifetime, since, withdrawable},
    webhook::sign as sign_webhook,
    withdrawals::find as find_withdrawal,
};
use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("payments/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .on(wallet::get_wallet)
        .on(packages::get_packages)
        .on(purchases::purchase_tokens)
        .on(purchases::get_purchase)
        .on(purchases::confirm_purchase)
        .on(wallet::get_transactions)
        .on(wallet::get_transaction)
        .on(methods::add_payment_method)
        .on(methods::remove_payment_method)
        .on(methods::set_default_payment_method)
        .on(tips::send_tip)
        .on(gifts::get_gifts)
        .on(gifts::send_gift)
        .on(subscriptions::subscribe_to_creator)
        .on(subscriptions::cancel_subscription)
        .on(subscriptions::list_subscriptions)
        .on(withdrawals::get_withdrawable)
        .on(withdrawals::request_withdrawal)
        .on(withdrawals::list_withdrawals)
        .on(withdrawals::cancel_withdrawal)
        .on(wallet::get_earnings_summary)
        .on(webhook::webhook)
}

/// Does what was planned: a purchase that was not confirmed, a period that ends, a withdrawal on
/// its way.
pub(crate) fn due(ctx: &mut Ctx<'_>, timer: &str, payload: &Value) -> Answer<()> {
    let id = payload["id"].as_str().unwrap_or_default();
    match timer {
        purchases::EXPIRY => purchases::expire(ctx, id),
        subscriptions::PERIOD => subscriptions::end_period(ctx, id),
        payouts::STEP => payouts::step(ctx, id),
        _ => Ok(()),
    }
}
