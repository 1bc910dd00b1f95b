//! Tokens over HTTP: every operation, every rule and every code of the payments domain.

#[path = "support/listener.rs"]
mod listener;
#[path = "support/stage.rs"]
mod stage;
#[path = "support/api.rs"]
mod support;

#[path = "payments/crowd.rs"]
mod crowd;
#[path = "payments/events.rs"]
mod events;
#[path = "payments/gifts.rs"]
mod gifts;
#[path = "payments/idempotency.rs"]
mod idempotency;
#[path = "payments/input.rs"]
mod input;
#[path = "payments/lookup.rs"]
mod lookup;
#[path = "payments/methods.rs"]
mod methods;
#[path = "payments/payouts.rs"]
mod payouts;
#[path = "payments/purchases.rs"]
mod purchases;
#[path = "payments/purse.rs"]
mod purse;
#[path = "payments/sequences.rs"]
mod sequences;
#[path = "payments/subscriptions.rs"]
mod subscriptions;
#[path = "payments/tips.rs"]
mod tips;
#[path = "payments/wallet.rs"]
mod wallet;
#[path = "payments/webhook.rs"]
mod webhook;
#[path = "payments/withdrawals.rs"]
mod withdrawals;
