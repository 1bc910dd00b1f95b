//! Accounts and their verification.

use avalo_sdk_macros::model;

use crate::model::{Timestamp, UserId};

/// The account of the caller: what only its owner sees.
#[model]
pub struct Me {
    /// The user.
    pub id: UserId,
    /// The address to sign in with.
    pub email: String,
    /// The name shown to others.
    pub display_name: String,
    /// The day of birth, `YYYY-MM-DD`.
    pub date_of_birth: String,
    /// What the user may do.
    pub role: Role,
    /// Whether the account may be used.
    pub status: AccountStatus,
    /// How far the verification of identity and age is.
    pub kyc_status: KycStatus,
    /// Whether the user is a creator.
    pub is_creator: bool,
    /// Whether a second factor is asked for at sign-in.
    pub two_factor_enabled: bool,
    /// When the account was opened.
    pub created_at: Timestamp,
}

/// What a user may do.
#[model]
pub enum Role {
    /// Use the platform.
    User,
    /// Also earn on it.
    Creator,
    /// Also moderate it.
    Moderator,
    /// Also administer it.
    Admin,
    /// Also appoint administrators.
    SuperAdmin,
}

/// Whether an account may be used.
#[model]
pub enum AccountStatus {
    /// It may.
    Active,
    /// The staff has suspended it, for a time or until it opens it again.
    Suspended,
    /// The staff has closed it for good.
    Banned,
    /// Its owner deleted it less than 30 days ago.
    DeletedSoft,
    /// It is gone.
    DeletedHard,
}

/// How far the verification of identity and age is.
#[model]
pub enum KycStatus {
    /// Nothing was submitted yet.
    Pending,
    /// Documents are being looked at.
    Submitted,
    /// Identity and an age of 18 or more are approved, for two years.
    Approved,
    /// The documents did not suffice; others may be submitted.
    Rejected,
    /// The approval is older than two years.
    Expired,
}

/// A document that proves an identity.
#[model]
pub enum IdType {
    /// A passport.
    Passport,
    /// A driver's licence.
    DriversLicense,
    /// A national identity card.
    NationalId,
}

/// Where a verification stands.
#[model]
pub struct KycReport {
    /// How far it is.
    pub status: KycStatus,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// When documents were last submitted.
    pub submitted_at: Option<Timestamp>,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// When the approval ends.
    pub expires_at: Option<Timestamp>,
}

/// Whether a feature is on for the caller.
#[model]
pub struct EvaluatedFlag {
    /// Its name.
    pub name: String,
    /// Whether it is on.
    pub enabled: bool,
}

/// The features there are, by name.
#[model]
pub struct EvaluatedFlags {
    /// The flags. One that is not there is off.
    pub flags: Vec<EvaluatedFlag>,
}
