//! Packs of tokens and their purchase.

use avalo_sdk_macros::model;

use crate::model::{PackageId, PurchaseId, Timestamp, Tokens};

/// A currency in which packs are sold.
#[model]
#[derive(Default)]
pub enum Currency {
    /// Polish złoty.
    #[default]
    Pln,
    /// US dollar.
    Usd,
    /// Euro.
    Eur,
}

/// An amount of money.
#[model]
pub struct Money {
    /// In hundredths of the currency: 3199 is 31.99.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// A pack of tokens on sale.
#[model]
pub struct Package {
    /// The pack: `mini`, `basic`, `standard`, `premium`, `pro`, `elite` or `royal`.
    pub id: PackageId,
    /// How many tokens it holds.
    pub tokens: Tokens,
    /// What it costs.
    pub price: Money,
    /// Whether most buyers choose it.
    pub popular: bool,
}

/// The packs on sale, the smallest first.
#[model]
pub struct PackageList {
    /// The packs.
    pub packages: Vec<Package>,
}

/// How far a purchase is.
#[model]
pub enum PurchaseStatus {
    /// Waits to be confirmed, for 30 minutes at most.
    Pending,
    /// The buyer has to prove something to the bank; the provider reports what comes of it.
    RequiresAction,
    /// Paid, and the tokens are in the wallet.
    Completed,
    /// The provider declined it.
    Failed,
    /// Was not confirmed in time.
    Expired,
}

/// A purchase of tokens.
#[model]
pub struct Purchase {
    /// The purchase.
    pub id: PurchaseId,
    /// What is bought.
    pub package_id: PackageId,
    /// How many tokens it brings.
    pub tokens: Tokens,
    /// What it costs.
    pub price: Money,
    /// How far it is.
    pub status: PurchaseStatus,
    /// When it was begun.
    pub created_at: Timestamp,
    /// Until when it may be confirmed.
    pub expires_at: Timestamp,
}
