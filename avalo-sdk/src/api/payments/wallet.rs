//! The wallet, its history and what was earned.

use avalo_sdk_macros::model;

use crate::model::{Cursor, PaymentMethodId, Timestamp, Tokens, TransactionId, UserId};

/// What a user has, and has had.
#[model]
pub struct Wallet {
    /// What can be spent.
    pub balance: Tokens,
    /// The user's own tokens in the escrow of chats or locked for a withdrawal.
    pub pending: Tokens,
    /// What of the balance was earned and may be withdrawn; bought tokens never are.
    pub withdrawable: Tokens,
    /// All tokens ever bought.
    pub lifetime_purchased: Tokens,
    /// All tokens ever earned.
    pub lifetime_earned: Tokens,
    /// All tokens ever spent, less what was refunded or is in escrow.
    pub lifetime_spent: Tokens,
    /// All tokens ever withdrawn, those of pending withdrawals included.
    pub lifetime_withdrawn: Tokens,
    /// The stored payment methods, the default one first.
    pub payment_methods: Vec<PaymentMethod>,
}

/// How a user pays money.
#[model]
pub enum PaymentMethodKind {
    /// A card.
    Card,
    /// A bank account.
    BankAccount,
    /// A PayPal account.
    Paypal,
}

/// A stored payment method.
#[model]
pub struct PaymentMethod {
    /// The payment method.
    pub id: PaymentMethodId,
    /// How it pays.
    pub kind: PaymentMethodKind,
    /// The last four characters of what the provider calls it.
    pub last4: String,
    /// Whether it is used when none is named.
    pub is_default: bool,
}

/// What moved tokens.
#[model]
pub enum TransactionKind {
    /// A pack was bought.
    Purchase,
    /// A tip.
    Tip,
    /// A gift.
    Gift,
    /// A post was unlocked.
    Unlock,
    /// A story was unlocked.
    StoryUnlock,
    /// A period of a subscription.
    Subscription,
    /// A deposit into a chat.
    ChatDeposit,
    /// A paid message.
    ChatMessage,
    /// The first message to a stranger.
    ChatIntro,
    /// Escrow of a chat that came back.
    ChatRefund,
    /// A super like of a profile.
    SuperLike,
    /// A super like that was taken back.
    SuperLikeRefund,
    /// A like or a pass was taken back.
    Rewind,
    /// Tokens were locked for a withdrawal.
    Withdrawal,
    /// A withdrawal was cancelled, rejected or failed.
    WithdrawalReturn,
    /// A month of a plan for AI companions.
    AiPlan,
    /// A message to an AI companion.
    AiMessage,
    /// A photo of an AI companion.
    AiPhoto,
    /// Texts that an AI wrote.
    AiContent,
    /// Something that was paid for was given back.
    Refund,
    /// Tokens that were bought went back to where they came from.
    PurchaseRefund,
    /// The staff gave tokens, or took them.
    Credit,
    /// The fee of a withdrawal that was paid out.
    Payout,
    /// Tokens that a world of the reference server began with.
    Seed,
}

/// One movement of a user's spendable tokens. It is never changed once written.
#[model]
pub struct Transaction {
    /// The transaction.
    pub id: TransactionId,
    /// What moved the tokens.
    pub kind: TransactionKind,
    /// Whether the tokens came in.
    pub incoming: bool,
    /// How many.
    pub amount: Tokens,
    /// The balance afterwards.
    pub balance_after: Tokens,
    /// The other user, if there is one.
    pub other_id: Option<UserId>,
    /// What it belongs to: a post, a chat, a purchase.
    pub reference: String,
    /// When it happened.
    pub created_at: Timestamp,
}

/// A page of transactions, newest first.
#[model]
pub struct TransactionPage {
    /// The transactions.
    pub transactions: Vec<Transaction>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// How far back earnings are added up.
#[model]
pub enum Period {
    /// The last 24 hours.
    Day,
    /// The last 7 days.
    Week,
    /// The last 30 days.
    Month,
    /// The last 365 days.
    Year,
    /// Everything.
    All,
}

/// What one kind of transaction brought in.
#[model]
pub struct EarningsSource {
    /// The kind.
    pub kind: TransactionKind,
    /// What it brought in.
    pub amount: Tokens,
    /// How many transactions there were.
    pub count: u32,
}

/// What was earned in a period.
#[model]
pub struct EarningsSummary {
    /// The period.
    pub period: Period,
    /// Its first moment; absent for everything.
    pub since: Option<Timestamp>,
    /// What was earned in it.
    pub total: Tokens,
    /// The same by kind, the largest first.
    pub sources: Vec<EarningsSource>,
}
