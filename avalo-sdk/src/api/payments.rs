//! The wallet and everything that moves tokens.
//!
//! Tokens are bought for money, spent on people, and what people earned is withdrawn as money. Every
//! operation that moves tokens does so once, however often its request arrives.

mod purchase;
mod support;
mod wallet;
mod withdrawal;

use avalo_sdk_macros::model;

pub use self::{
    purchase::{Currency, Money, Package, PackageList, Purchase, PurchaseStatus},
    support::{Gift, GiftList, GiftReceipt, Subscription, SubscriptionList, SubscriptionStatus, TipReceipt},
    wallet::{
        EarningsSource, EarningsSummary, PaymentMethod, PaymentMethodKind, Period, Transaction,
        TransactionKind, TransactionPage, Wallet,
    },
    withdrawal::{PayoutMethod, Withdrawable, Withdrawal, WithdrawalList, WithdrawalStatus},
};
use crate::{
    model::{
        Cursor, GiftId, PackageId, PaymentMethodId, PostId, PurchaseId, SubscriptionId, TierId, Tokens,
        TransactionId, UserId, WithdrawalId,
    },
    operation::operations,
};

/// Asks for the caller's wallet.
#[model]
#[derive(Default)]
pub struct GetWallet {}

/// Asks for the packs on sale.
#[model]
#[derive(Default)]
pub struct GetPackages {
    /// The currency of the prices; PLN if nothing is said.
    pub currency: Option<Currency>,
}

/// A pack to buy.
#[model]
pub struct PurchaseTokens {
    /// The pack.
    pub package_id: PackageId,
    /// How it is paid; the default method if nothing is said.
    pub payment_method_id: Option<PaymentMethodId>,
    /// The currency; PLN if nothing is said.
    pub currency: Option<Currency>,
}

/// A purchase to look at.
#[model]
pub struct GetPurchase {
    /// The purchase.
    pub purchase_id: PurchaseId,
}

/// A purchase to carry out.
#[model]
pub struct ConfirmPurchase {
    /// The purchase.
    pub purchase_id: PurchaseId,
}

/// Asks for a page of the caller's transactions.
#[model]
#[derive(Default)]
pub struct GetTransactions {
    /// How many, 1 to 100; 20 if nothing is said.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on.
    pub cursor: Option<Cursor>,
}

/// A transaction to look at.
#[model]
pub struct GetTransaction {
    /// The transaction.
    pub transaction_id: TransactionId,
}

/// A payment method to store.
#[model]
pub struct AddPaymentMethod {
    /// How it pays.
    pub kind: PaymentMethodKind,
    /// What the provider's own form returned for it, 10 to 200 characters. Card numbers never come here.
    #[secret]
    #[length(10..=200)]
    pub token: String,
    /// Whether to use it from now on when none is named; the first one always is.
    pub is_default: Option<bool>,
}

/// A payment method to forget.
#[model]
pub struct RemovePaymentMethod {
    /// The payment method.
    pub payment_method_id: PaymentMethodId,
}

/// A payment method to use from now on.
#[model]
pub struct SetDefaultPaymentMethod {
    /// The payment method.
    pub payment_method_id: PaymentMethodId,
}

/// Tokens for someone.
#[model]
pub struct SendTip {
    /// Who gets them.
    pub recipient_id: UserId,
    /// How many, 5 to 10,000.
    #[range(5..=10_000)]
    pub amount: Tokens,
    /// A word with it, 1 to 200 characters.
    #[length(1..=200)]
    pub note: Option<String>,
    /// The post it is for, one of the recipient's.
    pub post_id: Option<PostId>,
}

/// Asks for the catalogue of gifts.
#[model]
#[derive(Default)]
pub struct GetGifts {}

/// A gift for someone.
#[model]
pub struct SendGift {
    /// Who gets it.
    pub recipient_id: UserId,
    /// The gift.
    pub gift_id: GiftId,
}

/// A tier to subscribe to.
#[model]
pub struct SubscribeToCreator {
    /// The creator.
    pub creator_id: UserId,
    /// One of the creator's tiers.
    pub tier_id: TierId,
}

/// A subscription to end.
#[model]
pub struct CancelSubscription {
    /// The subscription.
    pub subscription_id: SubscriptionId,
}

/// Asks for the caller's subscriptions.
#[model]
#[derive(Default)]
pub struct ListSubscriptions {}

/// Asks what may be withdrawn.
#[model]
#[derive(Default)]
pub struct GetWithdrawable {}

/// Tokens to withdraw.
#[model]
pub struct RequestWithdrawal {
    /// How many, 500 to 50,000, the fee included.
    pub amount: Tokens,
    /// Where the money goes.
    pub method: PayoutMethod,
    /// The account there, 5 to 200 characters.
    #[secret]
    #[length(5..=200)]
    pub destination: String,
}

/// Asks for the caller's withdrawals.
#[model]
#[derive(Default)]
pub struct ListWithdrawals {}

/// A withdrawal to take back.
#[model]
pub struct CancelWithdrawal {
    /// The withdrawal.
    pub withdrawal_id: WithdrawalId,
}

/// Asks what was earned.
#[model]
#[derive(Default)]
pub struct GetEarningsSummary {
    /// How far back; a month if nothing is said.
    pub period: Option<Period>,
}

/// What the payment provider reports.
#[model]
pub struct Webhook {
    /// The report as it was signed: JSON with `id`, `type` and `purchaseId`. Its types are
    /// `payment_intent.succeeded` and `payment_intent.payment_failed`; others are taken and ignored.
    #[length(..=100_000)]
    pub payload: String,
    /// `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<payload>` under the secret that provider and
    /// platform share, at most 300 s old.
    #[length(..=500)]
    pub signature: String,
}

operations! {
    /// The wallet and everything that moves tokens.
    Payments = "payments";

    /// Returns the caller's wallet.
    get_wallet(GetWallet) -> Wallet {
        GET "/v1/wallet", auth: User, retry: Safe
    }

    /// Returns the packs on sale; anyone may ask.
    get_packages(GetPackages) -> PackageList {
        GET "/v1/payments/packages", auth: Public, retry: Safe, cache: 300
    }

    /// Begins a purchase, to be confirmed within 30 minutes. Nothing is paid yet.
    ///
    /// Fails with `not_found` for an unknown pack or payment method, `failed_precondition` without any
    /// method, `too_fast` for a third purchase within 60 s.
    purchase_tokens(PurchaseTokens) -> Purchase {
        POST "/v1/payments/purchases", auth: User, retry: Keyed
    }

    /// Reads one purchase of the caller's: how far it is.
    ///
    /// Fails with `not_found`.
    get_purchase(GetPurchase) -> Purchase {
        GET "/v1/payments/purchases/{purchaseId}", auth: User, retry: Safe
    }

    /// Pays a purchase and puts its tokens into the wallet, once, whoever is first to say so: this call
    /// or the provider.
    ///
    /// Fails with `not_found`, `payment_declined`, or `failed_precondition` for a purchase that failed or
    /// expired.
    confirm_purchase(ConfirmPurchase) -> Purchase {
        POST "/v1/payments/purchases/{purchaseId}/confirm", auth: User, retry: Keyed
    }

    /// Lists what moved the caller's tokens, newest first.
    ///
    /// Fails with `invalid_cursor`.
    get_transactions(GetTransactions) -> TransactionPage {
        GET "/v1/wallet/transactions", auth: User, retry: Safe
    }

    /// Reads one transaction of the caller's.
    ///
    /// Fails with `not_found`.
    get_transaction(GetTransaction) -> Transaction {
        GET "/v1/wallet/transactions/{transactionId}", auth: User, retry: Safe
    }

    /// Stores a payment method, ten at most.
    ///
    /// Fails with `failed_precondition` for an eleventh.
    add_payment_method(AddPaymentMethod) -> PaymentMethod {
        POST "/v1/payments/methods", auth: User, retry: Keyed
    }

    /// Forgets a payment method; one that is not there is forgotten already. Was it
    /// the default, the oldest of the others is from now on.
    remove_payment_method(RemovePaymentMethod) -> () {
        DELETE "/v1/payments/methods/{paymentMethodId}", auth: User, retry: Keyed
    }

    /// Makes a payment method the one that is used when none is named.
    ///
    /// Fails with `not_found`.
    set_default_payment_method(SetDefaultPaymentMethod) -> PaymentMethod {
        PUT "/v1/payments/methods/{paymentMethodId}/default", auth: User, retry: Safe
    }

    /// Gives someone tokens: 80 % go to the recipient, the rest to the platform.
    ///
    /// Fails with `cannot_target_self`, `not_found`, `blocked`, `insufficient_balance`, and
    /// `validation_failed` outside 5 to 10,000.
    send_tip(SendTip) -> TipReceipt {
        POST "/v1/payments/tips", auth: User, retry: Keyed
    }

    /// Returns the catalogue of gifts.
    get_gifts(GetGifts) -> GiftList {
        GET "/v1/payments/gifts", auth: User, retry: Safe, cache: 300
    }

    /// Gives someone a gift: 65 % of its price go to the recipient, the rest to the platform. If the two
    /// have an open chat it shows there.
    ///
    /// Fails as `send_tip`, and with `too_fast` after ten gifts within 60 s.
    send_gift(SendGift) -> GiftReceipt {
        POST "/v1/payments/gifts", auth: User, retry: Keyed
    }

    /// Subscribes to a tier and pays its first period: 70 % go to the creator, the rest to the platform.
    /// It renews itself at the price it began with: after 30, 90 or 365 days, as long as the balance
    /// suffices, both have their accounts and neither has blocked the other.
    ///
    /// Fails as `send_tip`, with `not_found` for a tier that is not offered, with `already_exists` for a
    /// second subscription to a creator.
    subscribe_to_creator(SubscribeToCreator) -> Subscription {
        POST "/v1/subscriptions", auth: User, retry: Keyed
    }

    /// Cancels a subscription. It goes on to the end of the period that is paid.
    ///
    /// Fails with `not_found`.
    cancel_subscription(CancelSubscription) -> Subscription {
        DELETE "/v1/subscriptions/{subscriptionId}", auth: User, retry: Keyed
    }

    /// Lists the caller's subscriptions, newest first.
    list_subscriptions(ListSubscriptions) -> SubscriptionList {
        GET "/v1/subscriptions", auth: User, retry: Safe
    }

    /// Returns what may be withdrawn and for how much money.
    get_withdrawable(GetWithdrawable) -> Withdrawable {
        GET "/v1/payments/withdrawals/quote", auth: Creator, retry: Safe
    }

    /// Requests a withdrawal and locks its tokens. Once the staff has approved it, the money takes 2 to 5
    /// business days, at 0.20 PLN for
    /// a token less the fee of 2 %, rounded up. Each request takes a step-up of its own.
    ///
    /// Fails with `below_minimum`, `above_maximum`, `insufficient_balance` beyond what was earned,
    /// `monthly_limit_exceeded` beyond 10 requests or 100,000 tokens in a calendar month (UTC),
    /// `verification_required`, `step_up_required`. Tells each step with a `Notification`.
    request_withdrawal(RequestWithdrawal) -> Withdrawal {
        POST "/v1/payments/withdrawals", auth: Creator, retry: Keyed, step_up
    }

    /// Lists the caller's withdrawals, newest first.
    list_withdrawals(ListWithdrawals) -> WithdrawalList {
        GET "/v1/payments/withdrawals", auth: Creator, retry: Safe
    }

    /// Takes a withdrawal back that is still pending, and unlocks its tokens.
    ///
    /// Fails with `not_found`, and `failed_precondition` for one that is under way.
    cancel_withdrawal(CancelWithdrawal) -> Withdrawal {
        DELETE "/v1/payments/withdrawals/{withdrawalId}", auth: Creator, retry: Keyed
    }

    /// Adds up what was earned in a period.
    get_earnings_summary(GetEarningsSummary) -> EarningsSummary {
        GET "/v1/payments/earnings", auth: Creator, retry: Safe
    }

    /// Takes a report of the payment provider, each once by its `id`. Apps do not call this.
    ///
    /// Fails with `invalid_signature`, `invalid_json`, and `not_found` for a purchase that is not there.
    webhook(Webhook) -> () {
        POST "/v1/payments/webhook", auth: Public, retry: Never
    }
}
