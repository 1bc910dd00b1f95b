//! What the staff sees and does.
//!
//! A row says whether it is for the staff or for administrators. What else it takes, a scope of a
//! moderator or the role of a super administrator, its documentation says; administrators have every
//! scope. Nobody decides about themselves, or about people of their own rank or above. Each change
//! leaves an entry in the audit log.

mod house;
mod moderation;
mod money;
mod people;

pub use self::{
    house::{
        AuditEntry, AuditPage, ContentCounts, DashboardStats, FeatureFlag, FeatureFlagList, GetAuditLog,
        GetDashboardStats, GetSystemHealth, HealthCheck, HealthStatus, IncomeFigures, ListFeatureFlags,
        NoticePriority, SendSystemNotification, SetFeatureFlag, SystemHealth, SystemNotificationReceipt,
        UserCounts, WorkCounts,
    },
    moderation::{
        CaseStatus, CreateReport, GetModerationQueue, GetReports, ModerateContent, ModerationCase,
        ModerationDecision, ModerationQueue, ModerationResult, Report, ReportPage, ReportReason,
        ReportReceipt, ReportTarget, Severity,
    },
    money::{
        AdminWithdrawal, AdminWithdrawalPage, CreditDirection, CreditReceipt, CreditTokens,
        GetRevenueAnalytics, ListAllWithdrawals, RefundReceipt, RefundTransaction, RevenueAnalytics,
        RevenueSource, ReviewKyc, ReviewWithdrawal,
    },
    people::{
        AdminUser, AdminUserPage, BanUser, GetUser, GetUsers, SetRole, StaffScope, SuspendUser, Suspension,
        UnsuspendUser, UserFile, Warning,
    },
};
use crate::{api::auth::KycReport, operation::operations};

operations! {
    /// What the staff sees and does.
    Admin = "admin";

    /// Returns the figures of the day.
    get_dashboard_stats(GetDashboardStats) -> DashboardStats {
        GET "/v1/admin/stats", auth: Staff, retry: Safe
    }

    /// Lists users, whoever joined last first.
    ///
    /// Fails with `invalid_cursor`, also where the cursor was made for other filters.
    get_users(GetUsers) -> AdminUserPage {
        GET "/v1/admin/users", auth: Staff, retry: Safe
    }

    /// Returns everything about one user.
    ///
    /// Fails with `not_found`.
    get_user(GetUser) -> UserFile {
        GET "/v1/admin/users/{userId}", auth: Staff, retry: Safe
    }

    /// Closes an account for 1 to 365 days, or until the staff opens it again; scope `moderation`.
    ///
    /// Its sessions and live streams end at once, and every call answers `account_suspended`. Nobody
    /// pays its owner meanwhile: subscriptions to and of the user end with the period that is paid,
    /// chats give their escrow back when they are idle, and withdrawals wait for their review. Another
    /// suspension replaces the one that runs. A mail tells the user.
    ///
    /// Fails with `permission_denied` for the same rank or a higher one, `cannot_target_self`,
    /// `not_found`, `failed_precondition` for a user who is banned.
    suspend_user(SuspendUser) -> AdminUser {
        POST "/v1/admin/users/{userId}/suspend", auth: Staff, retry: Keyed
    }

    /// Opens an account again; one that is open stays so. Scope `moderation`; a ban is lifted by
    /// administrators only. The user signs in anew.
    ///
    /// Fails with `permission_denied`, `not_found`.
    unsuspend_user(UnsuspendUser) -> AdminUser {
        POST "/v1/admin/users/{userId}/reinstate", auth: Staff, retry: Keyed
    }

    /// Closes an account for good: as a suspension without an end.
    ///
    /// Fails with `permission_denied` for the same rank or a higher one, `cannot_target_self`,
    /// `not_found`.
    ban_user(BanUser) -> AdminUser {
        POST "/v1/admin/users/{userId}/ban", auth: Admin, retry: Keyed
    }

    /// Makes a user a member of the staff, or ends that. Only super administrators do, with a second
    /// factor proved.
    ///
    /// Fails with `permission_denied`, `step_up_required`, `cannot_target_self`, `not_found`,
    /// `failed_precondition` for an account that is not active, for the last super administrator and for
    /// a `creator` without creator mode, `validation_failed` for scopes that do not fit.
    set_role(SetRole) -> AdminUser {
        PUT "/v1/admin/users/{userId}/role", auth: Admin, retry: Safe, step_up
    }

    /// Lists what waits for a decision, the most urgent first, of those the oldest; scope `moderation`.
    ///
    /// All reports of one thing are one case.
    get_moderation_queue(GetModerationQueue) -> ModerationQueue {
        GET "/v1/admin/moderation/queue", auth: Staff, retry: Safe
    }

    /// Decides about a thing, and with that all reports of it; scope `moderation`, for `ban` an
    /// administrator. A thing that nobody has reported can be decided about too.
    ///
    /// Fails with `not_found`, `permission_denied` for people of the same rank or a higher one,
    /// `cannot_target_self`, `failed_precondition` for an approval where nothing waits,
    /// `validation_failed` for a decision that does not fit the thing: users are not deleted here.
    moderate_content(ModerateContent) -> ModerationResult {
        POST "/v1/admin/moderation/actions", auth: Staff, retry: Keyed
    }

    /// Lists reports, the newest first; scope `moderation` or `support`.
    get_reports(GetReports) -> ReportPage {
        GET "/v1/admin/reports", auth: Staff, retry: Safe
    }

    /// Decides about documents that were submitted; scope `compliance`. Their owner is told with a
    /// `KycUpdate`.
    ///
    /// Fails with `not_found`, `cannot_target_self`, `failed_precondition` where nothing waits,
    /// `underage` for the approval of a birthday less than 18 years ago, `validation_failed` for a
    /// refusal without a reason.
    review_kyc(ReviewKyc) -> KycReport {
        POST "/v1/admin/kyc/{userId}/review", auth: Staff, retry: Keyed
    }

    /// Lists withdrawals of everyone, the newest first; scope `finance`.
    list_withdrawals(ListAllWithdrawals) -> AdminWithdrawalPage {
        GET "/v1/admin/withdrawals", auth: Staff, retry: Safe
    }

    /// Decides about a withdrawal; scope `finance`. One that is approved is on its way after a business
    /// day and arrives a business day later; one that is refused gives its tokens back at once.
    ///
    /// Fails with `not_found`, `cannot_target_self`, `failed_precondition` for one that is not pending,
    /// `validation_failed` for a refusal without a reason.
    review_withdrawal(ReviewWithdrawal) -> AdminWithdrawal {
        POST "/v1/admin/withdrawals/{withdrawalId}/review", auth: Staff, retry: Keyed
    }

    /// Reverses a transaction, once and whole; scope `finance`. Who had earned and the platform give
    /// their parts back; what was unlocked is locked again, and a subscription ends. Tokens that were
    /// bought go back to the provider.
    ///
    /// Fails with `not_found`, `already_exists` for one that was reversed, `failed_precondition` for a
    /// kind that is not reversed here, such as the deposit of a chat, `insufficient_balance` where the
    /// tokens were spent meanwhile: nobody is taken below zero, and `credit_tokens` makes it good at the
    /// platform's cost; `cannot_target_self`.
    refund_transaction(RefundTransaction) -> RefundReceipt {
        POST "/v1/admin/transactions/{transactionId}/refund", auth: Staff, retry: Keyed
    }

    /// Gives a user tokens of the platform's own, or takes some. They are never withdrawable.
    ///
    /// Fails with `not_found`, `cannot_target_self`, `insufficient_balance` where the platform, or the
    /// user, has fewer.
    credit_tokens(CreditTokens) -> CreditReceipt {
        POST "/v1/admin/wallets/{userId}/credit", auth: Admin, retry: Keyed
    }

    /// Adds up what the platform took in; scope `finance`.
    get_revenue_analytics(GetRevenueAnalytics) -> RevenueAnalytics {
        GET "/v1/admin/revenue", auth: Staff, retry: Safe
    }

    /// Checks whether the parts of the server are well.
    get_system_health(GetSystemHealth) -> SystemHealth {
        GET "/v1/admin/health", auth: Staff, retry: Safe
    }

    /// Lists the feature flags, by name.
    list_feature_flags(ListFeatureFlags) -> FeatureFlagList {
        GET "/v1/admin/flags", auth: Admin, retry: Safe
    }

    /// Makes a feature flag, or replaces it whole. There are 200 at most.
    ///
    /// Fails with `failed_precondition` for a further one.
    set_feature_flag(SetFeatureFlag) -> FeatureFlag {
        PUT "/v1/admin/flags/{name}", auth: Admin, retry: Safe
    }

    /// Lists what the staff did, the newest first.
    get_audit_log(GetAuditLog) -> AuditPage {
        GET "/v1/admin/audit", auth: Admin, retry: Safe
    }

    /// Sends a message of the platform to some users or to everyone.
    ///
    /// Fails with `not_found` if one of them is not there; nobody gets it then. With
    /// `validation_failed` unless it says to whom, in one of the two ways.
    send_system_notification(SendSystemNotification) -> SystemNotificationReceipt {
        POST "/v1/admin/notifications", auth: Admin, retry: Keyed
    }
}
