//! People, as the staff sees them, and what the staff does to their accounts.

use avalo_sdk_macros::model;

use crate::{
    api::auth::{AccountStatus, KycStatus, Role},
    model::{Cursor, Timestamp, Tokens, UserId},
};

/// A field of work of a moderator. Administrators have all of them.
#[model]
pub enum StaffScope {
    /// Helps users: sees accounts and reports.
    Support,
    /// Decides about reports, content and suspensions.
    Moderation,
    /// Decides about withdrawals and refunds, sees the revenue.
    Finance,
    /// Decides about verifications of identity and age.
    Compliance,
}

/// Asks for the users that fit, whoever joined last first.
#[model]
#[derive(Default)]
pub struct GetUsers {
    /// Part of a name or an address, or a whole id.
    #[length(1..=100)]
    pub search: Option<String>,
    /// Only accounts in this state; deleted ones are listed only if they are asked for.
    pub status: Option<AccountStatus>,
    /// Only users of this role.
    pub role: Option<Role>,
    /// Only users whose verification stands here.
    pub kyc_status: Option<KycStatus>,
    /// Only creators, or only others.
    pub is_creator: Option<bool>,
    /// How many, 1 to 100; 20 if nothing is said.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on.
    pub cursor: Option<Cursor>,
}

/// Asks for everything about one user.
#[model]
pub struct GetUser {
    /// The user.
    pub user_id: UserId,
}

/// An account to close for a time.
#[model]
pub struct SuspendUser {
    /// Whose it is.
    pub user_id: UserId,
    /// Why, 10 to 500 characters; the user reads it.
    #[length(10..=500)]
    pub reason: String,
    /// For how many days, 1 to 365; until the staff lifts it if nothing is said.
    #[range(1..=365)]
    pub duration_days: Option<u32>,
}

/// An account to open again.
#[model]
pub struct UnsuspendUser {
    /// Whose it is.
    pub user_id: UserId,
    /// Why, 10 to 500 characters.
    #[length(10..=500)]
    pub reason: String,
}

/// An account to close for good.
#[model]
pub struct BanUser {
    /// Whose it is.
    pub user_id: UserId,
    /// Why, 10 to 500 characters; the user reads it.
    #[length(10..=500)]
    pub reason: String,
}

/// What a user shall be.
#[model]
pub struct SetRole {
    /// The user.
    pub user_id: UserId,
    /// The role. Who leaves the staff is a `creator` if creator mode is on, a `user` otherwise.
    pub role: Role,
    /// The fields of work of a moderator, at least one; empty for every other role.
    #[length(..=4)]
    pub scopes: Vec<StaffScope>,
    /// Why, 10 to 500 characters.
    #[length(10..=500)]
    pub reason: String,
}

/// A user, as the staff sees one in a list.
#[model]
pub struct AdminUser {
    /// The user.
    pub id: UserId,
    /// The address to sign in with.
    pub email: String,
    /// The name shown to others.
    pub display_name: String,
    /// What the user may do.
    pub role: Role,
    /// The fields of work of a moderator.
    pub scopes: Vec<StaffScope>,
    /// Whether the account may be used.
    pub status: AccountStatus,
    /// When a suspension ends; absent if the staff has to lift it, and without one.
    pub suspended_until: Option<Timestamp>,
    /// How far the verification of identity and age is.
    pub kyc_status: KycStatus,
    /// Whether the user is a creator.
    pub is_creator: bool,
    /// When the account was opened.
    pub joined_at: Timestamp,
    /// When the user was last seen; absent if never, or if all sessions have ended.
    pub last_active_at: Option<Timestamp>,
    /// All tokens ever spent.
    pub spent: Tokens,
    /// All tokens ever earned.
    pub earned: Tokens,
    /// How often the user was warned.
    pub warnings: u32,
    /// How often the user, or something of theirs, was reported.
    pub reports: u32,
}

/// A page of users.
#[model]
pub struct AdminUserPage {
    /// The users.
    pub users: Vec<AdminUser>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// An account that was closed.
#[model]
pub struct Suspension {
    /// Why.
    pub reason: String,
    /// Since when.
    pub since: Timestamp,
    /// Until when; absent if the staff has to lift it.
    pub until: Option<Timestamp>,
    /// Whether it is a ban.
    pub banned: bool,
    /// Who closed it.
    pub by: UserId,
}

/// A warning that a user was given.
#[model]
pub struct Warning {
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// Who gave it.
    pub by: UserId,
}

/// Everything about one user.
#[model]
pub struct UserFile {
    /// The user.
    pub user: AdminUser,
    /// Why the account is closed, if it is.
    pub suspension: Option<Suspension>,
    /// The last 100 warnings, the newest first.
    pub warnings: Vec<Warning>,
    /// What the user can spend.
    pub balance: Tokens,
    /// What is locked for withdrawals.
    pub locked: Tokens,
    /// How many sessions are alive.
    pub sessions: u32,
    /// Whether a second factor is asked for at sign-in.
    pub two_factor_enabled: bool,
}
