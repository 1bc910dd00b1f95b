//! Figures, flags, the record of what the staff did, and messages to everyone.

use avalo_sdk_macros::model;

use crate::{
    api::auth::Role,
    model::{AuditId, Cursor, Timestamp, Tokens, UserId},
};

/// Asks for the figures of the day.
#[model]
#[derive(Default)]
pub struct GetDashboardStats {}

/// Asks whether the server is well.
#[model]
#[derive(Default)]
pub struct GetSystemHealth {}

/// Asks for all feature flags.
#[model]
#[derive(Default)]
pub struct ListFeatureFlags {}

/// A feature flag to make, or to replace whole.
#[model]
pub struct SetFeatureFlag {
    /// Its name, such as `videoCalls`.
    #[length(1..=64)]
    pub name: String,
    /// What it is for, at most 200 characters.
    #[length(..=200)]
    pub description: Option<String>,
    /// Whether it is on for anyone at all.
    pub enabled: bool,
    /// For how many of a hundred users it is on, 0 to 100; all if nothing is said.
    #[range(0..=100)]
    pub rollout_percentage: Option<u32>,
    /// For whom it is on in any case, 1,000 at most.
    #[length(..=1000)]
    pub allowed_user_ids: Vec<UserId>,
    /// For whom it is off in any case, 1,000 at most.
    #[length(..=1000)]
    pub blocked_user_ids: Vec<UserId>,
    /// For which roles it is on, whatever the percentage.
    #[length(..=5)]
    pub allowed_roles: Vec<Role>,
    /// From when on it is off for everyone.
    pub expires_at: Option<Timestamp>,
}

/// Asks what the staff did, the newest first.
#[model]
#[derive(Default)]
pub struct GetAuditLog {
    /// Only what this member of the staff did.
    pub actor_id: Option<UserId>,
    /// Only this operation, such as `admin.suspendUser`.
    #[length(1..=64)]
    pub action: Option<String>,
    /// Only what was done to this user or thing.
    #[length(1..=64)]
    pub target_id: Option<String>,
    /// How many, 1 to 100; 20 if nothing is said.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on.
    pub cursor: Option<Cursor>,
}

/// How urgent a message is.
#[model]
pub enum NoticePriority {
    /// It can wait.
    Low,
    /// As any other.
    Medium,
    /// It concerns the safety of accounts, and goes where such messages go.
    High,
}

/// A message of the platform to its users.
#[model]
pub struct SendSystemNotification {
    /// Who gets it, 1,000 at most; empty if `everyone` is true.
    #[length(..=1000)]
    pub user_ids: Vec<UserId>,
    /// Whether everyone whose account is active gets it.
    pub everyone: Option<bool>,
    /// One line, 1 to 100 characters.
    #[length(1..=100)]
    #[form(Words)]
    pub title: String,
    /// What to say, 1 to 500 characters.
    #[length(1..=500)]
    #[form(Words)]
    pub body: String,
    /// How urgent it is; `medium` if nothing is said.
    pub priority: Option<NoticePriority>,
}

/// How many users there are.
#[model]
pub struct UserCounts {
    /// All accounts that are not deleted.
    pub total: u32,
    /// Those with a live session that was used, or with a sign of presence, in the last 24 hours.
    pub active_day: u32,
    /// The same of the last 7 days.
    pub active_week: u32,
    /// The same of the last 30 days.
    pub active_month: u32,
    /// Accounts opened since midnight UTC.
    pub new_today: u32,
    /// Accounts with an approved identity.
    pub verified: u32,
    /// Creators.
    pub creators: u32,
    /// Royal members.
    pub royal: u32,
    /// Members of the staff.
    pub staff: u32,
    /// Accounts that are suspended.
    pub suspended: u32,
    /// Accounts that are banned.
    pub banned: u32,
}

/// What the platform took in for itself, refunds and gifts of tokens not taken off.
#[model]
pub struct IncomeFigures {
    /// Since midnight UTC.
    pub today: Tokens,
    /// In the last 7 days.
    pub week: Tokens,
    /// In the last 30 days.
    pub month: Tokens,
    /// In the last 365 days.
    pub year: Tokens,
    /// What those who earn have got, in all.
    pub earners: Tokens,
    /// What was paid out to them as money, in all.
    pub paid_out: Tokens,
}

/// How much there is to read.
#[model]
pub struct ContentCounts {
    /// Posts.
    pub posts: u32,
    /// Comments.
    pub comments: u32,
    /// Stories that are kept.
    pub stories: u32,
    /// Messages.
    pub messages: u32,
}

/// What waits for the staff.
#[model]
pub struct WorkCounts {
    /// Cases in the moderation queue.
    pub cases: u32,
    /// Reports without a decision.
    pub reports: u32,
    /// Documents without a decision.
    pub kyc: u32,
    /// Withdrawals without a decision.
    pub withdrawals: u32,
}

/// The figures of the day.
#[model]
pub struct DashboardStats {
    /// People.
    pub users: UserCounts,
    /// The platform's income.
    pub income: IncomeFigures,
    /// Content.
    pub content: ContentCounts,
    /// What waits for the staff.
    pub waiting: WorkCounts,
    /// When they were counted.
    pub counted_at: Timestamp,
}

/// Whether something is well.
#[model]
pub enum HealthStatus {
    /// It is.
    Healthy,
    /// It works, but not as it should.
    Degraded,
    /// It does not work.
    Unhealthy,
}

/// One part of the server.
#[model]
pub struct HealthCheck {
    /// The part: `database`, `ledger`, `clock`, `timers`, `streams`.
    pub name: String,
    /// Whether it is well.
    pub status: HealthStatus,
    /// What was found, in a sentence.
    pub detail: String,
    /// The figure behind it.
    pub value: i64,
}

/// Whether the server is well.
#[model]
pub struct SystemHealth {
    /// As well as its worst part.
    pub status: HealthStatus,
    /// Its parts.
    pub checks: Vec<HealthCheck>,
    /// When they were checked.
    pub checked_at: Timestamp,
}

/// A feature flag.
#[model]
pub struct FeatureFlag {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// Whether it is on for anyone at all.
    pub enabled: bool,
    /// For how many of a hundred users it is on. Who is in at 10 stays in at 20.
    pub rollout_percentage: u32,
    /// For whom it is on in any case.
    pub allowed_user_ids: Vec<UserId>,
    /// For whom it is off in any case; stronger than everything but `enabled` and `expires_at`.
    pub blocked_user_ids: Vec<UserId>,
    /// For which roles it is on, whatever the percentage.
    pub allowed_roles: Vec<Role>,
    /// From when on it is off for everyone.
    pub expires_at: Option<Timestamp>,
    /// When it was last set.
    pub updated_at: Timestamp,
}

/// The feature flags, by name.
#[model]
pub struct FeatureFlagList {
    /// The flags.
    pub flags: Vec<FeatureFlag>,
}

/// Something that a member of the staff did, or that followed from it. It is never changed or removed.
#[model]
pub struct AuditEntry {
    /// The entry.
    pub id: AuditId,
    /// Who did it; absent for what the clock did, such as the end of a suspension.
    pub actor_id: Option<UserId>,
    /// The operation, such as `admin.suspendUser`.
    pub action: String,
    /// What sort of thing it was done to: `user`, `post`, `withdrawal`, `flag`.
    pub target_type: String,
    /// Its id.
    pub target_id: String,
    /// Why.
    pub reason: Option<String>,
    /// What exactly.
    pub details: String,
    /// When.
    pub at: Timestamp,
}

/// A page of the record.
#[model]
pub struct AuditPage {
    /// The entries.
    pub entries: Vec<AuditEntry>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// A message that was sent.
#[model]
pub struct SystemNotificationReceipt {
    /// How many users got it.
    pub recipients: u32,
}
