//! Where a creator's revenue comes from.

use avalo_sdk_macros::model;

use crate::{
    api::payments::TransactionKind,
    model::{Timestamp, Tokens},
};

/// What one kind of payment brought.
#[model]
pub struct CreatorRevenueSource {
    /// The kind.
    pub kind: TransactionKind,
    /// What was paid. The platform's part of a chat was taken at its deposit and is not in here.
    pub paid: Tokens,
    /// What of that the platform kept.
    pub fee: Tokens,
    /// What came to the creator: `paid` less `fee`.
    pub amount: Tokens,
    /// How many payments there were.
    pub count: u32,
}

/// What a day brought.
#[model]
pub struct CreatorRevenueDay {
    /// Its first moment, midnight UTC.
    pub day: Timestamp,
    /// What came to the creator.
    pub amount: Tokens,
    /// How many payments there were.
    pub count: u32,
}

/// The revenue of a time, by kind and by day. Each adds up to the total exactly.
#[model]
pub struct RevenueBreakdown {
    /// The first moment.
    pub start: Timestamp,
    /// The moment after the last.
    pub end: Timestamp,
    /// What came to the creator.
    pub total: Tokens,
    /// How many payments there were.
    pub count: u32,
    /// The same by kind, the largest first; kinds that brought nothing are left out.
    pub sources: Vec<CreatorRevenueSource>,
    /// The same by UTC day, from the first to the last, days without revenue included.
    pub days: Vec<CreatorRevenueDay>,
}
