//! The domains: models and operation tables.

pub mod admin;
pub mod ai;
pub mod auth;
pub mod chat;
pub mod creator;
pub mod feed;
pub mod matchmaking;
pub mod notifications;
pub mod payments;
pub mod profiles;

use crate::operation::Spec;

/// The operations of each domain, in the order of their rows.
const DOMAINS: &[&[&Spec]] = &[
    auth::OPERATIONS,
    profiles::OPERATIONS,
    feed::OPERATIONS,
    chat::OPERATIONS,
    payments::OPERATIONS,
    ai::OPERATIONS,
    creator::OPERATIONS,
    matchmaking::OPERATIONS,
    notifications::OPERATIONS,
    admin::OPERATIONS,
];

/// Every operation of the contract.
pub fn operations() -> impl Iterator<Item = &'static Spec> {
    DOMAINS.iter().copied().flatten().copied()
}

/// The operation with this id, such as `chat.sendMessage`.
pub fn find(id: &str) -> Option<&'static Spec> {
    operations().find(|spec| spec.id == id)
}
