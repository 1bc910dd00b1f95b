//! Reports of users, and what the moderators make of them.

use avalo_sdk_macros::model;

use crate::model::{CaseId, Cursor, ReportId, Timestamp, UserId};

/// What can be reported.
#[model]
pub enum ReportTarget {
    /// A user.
    User,
    /// A post.
    Post,
    /// A comment.
    Comment,
    /// A story.
    Story,
    /// A message of a chat that the reporter is in.
    Message,
    /// A chat that the reporter is in.
    Chat,
}

/// Why something is reported.
#[model]
pub enum ReportReason {
    /// Unwanted advertising.
    Spam,
    /// Insults, threats, stalking.
    Harassment,
    /// Content that does not belong here.
    InappropriateContent,
    /// An attempt to cheat someone.
    Fraud,
    /// Someone pretends to be somebody else.
    Impersonation,
    /// A work of another.
    Copyright,
    /// Anything else; the details say what.
    Other,
}

/// How urgent something is.
#[model]
#[derive(PartialOrd, Ord)]
pub enum Severity {
    /// It can wait.
    Low,
    /// It should not wait long. Spam is.
    Medium,
    /// It should not wait. Harassment and fraud are, and messages with terms that are banned.
    High,
    /// It comes first: high, and reported by three users or more.
    Critical,
}

/// Whether something still waits for a decision.
#[model]
pub enum CaseStatus {
    /// It does.
    Open,
    /// It was decided.
    Resolved,
}

/// What a moderator decides.
#[model]
pub enum ModerationDecision {
    /// Nothing is wrong.
    Approve,
    /// The owner is warned.
    Warn,
    /// The owner's account is closed for a time.
    Suspend,
    /// The owner's account is closed for good. Only administrators do.
    Ban,
    /// The post, comment, story or message is removed; a chat is closed.
    Delete,
}

/// Something to report.
#[model]
pub struct CreateReport {
    /// What sort of thing it is.
    pub target_type: ReportTarget,
    /// Its id.
    #[length(1..=64)]
    #[form(Id)]
    pub target_id: String,
    /// Why.
    pub reason: ReportReason,
    /// What happened, at most 1,000 characters.
    #[length(..=1000)]
    pub details: Option<String>,
}

/// Asks for what waits for a decision.
#[model]
#[derive(Default)]
pub struct GetModerationQueue {
    /// Only things of this sort.
    pub target_type: Option<ReportTarget>,
    /// Only what is at least so urgent.
    pub severity: Option<Severity>,
    /// How many, 1 to 100; 20 if nothing is said.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on.
    pub cursor: Option<Cursor>,
}

/// A decision about something.
#[model]
pub struct ModerateContent {
    /// What sort of thing it is.
    pub target_type: ReportTarget,
    /// Its id.
    #[length(1..=64)]
    #[form(Id)]
    pub target_id: String,
    /// The decision.
    pub decision: ModerationDecision,
    /// Why, 10 to 500 characters; its owner reads it.
    #[length(10..=500)]
    pub reason: String,
    /// For how many days an account is closed, 1 to 365; with `suspend` only.
    #[range(1..=365)]
    pub duration_days: Option<u32>,
}

/// Asks for reports, the newest first.
#[model]
#[derive(Default)]
pub struct GetReports {
    /// Only those that wait, or only those that were decided.
    pub status: Option<CaseStatus>,
    /// Only those of things of this sort.
    pub target_type: Option<ReportTarget>,
    /// Only those of this thing.
    #[length(1..=64)]
    #[form(Id)]
    pub target_id: Option<String>,
    /// How many, 1 to 100; 20 if nothing is said.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on.
    pub cursor: Option<Cursor>,
}

/// A report.
#[model]
pub struct Report {
    /// The report.
    pub id: ReportId,
    /// Who made it.
    pub reporter_id: UserId,
    /// What sort of thing it is about.
    pub target_type: ReportTarget,
    /// Its id.
    pub target_id: String,
    /// Whose it is.
    pub owner_id: UserId,
    /// Why it was reported.
    pub reason: ReportReason,
    /// What happened.
    pub details: Option<String>,
    /// Whether it still waits for a decision.
    pub status: CaseStatus,
    /// What was decided.
    pub decision: Option<ModerationDecision>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// A page of reports.
#[model]
pub struct ReportPage {
    /// The reports.
    pub reports: Vec<Report>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// A report as it was taken.
#[model]
pub struct ReportReceipt {
    /// The report.
    pub id: ReportId,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Something that waits for a decision, with all reports of it.
#[model]
pub struct ModerationCase {
    /// The case.
    pub id: CaseId,
    /// What sort of thing it is about.
    pub target_type: ReportTarget,
    /// Its id.
    pub target_id: String,
    /// Whose it is.
    pub owner_id: UserId,
    /// How urgent it is.
    pub severity: Severity,
    /// How many users reported it.
    pub reports: u32,
    /// How often the platform itself has noticed something, such as a message with a banned term.
    pub flags: u32,
    /// The first 200 characters of what it is about, as it was when the case was opened.
    pub excerpt: String,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Whether it still waits.
    pub status: CaseStatus,
    /// What was decided.
    pub decision: Option<ModerationDecision>,
}

/// A page of the queue: the most urgent first, of those the oldest.
#[model]
pub struct ModerationQueue {
    /// The cases.
    pub cases: Vec<ModerationCase>,
    /// How many cases are open in all.
    pub open: u32,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// What was decided.
#[model]
pub struct ModerationResult {
    /// Whose thing it was.
    pub owner_id: UserId,
    /// The decision.
    pub decision: ModerationDecision,
    /// How many reports it answers.
    pub reports: u32,
    /// When a suspension ends.
    pub suspended_until: Option<Timestamp>,
}
