//! What the staff sees and does.
//!
//! [`permissions`] says who may do what, [`audit`] keeps what was done. Each other file is one field of
//! work: [`people`] and [`sanctions`] are about accounts, [`reports`], [`cases`], [`targets`] and
//! [`decisions`] about what users complain of, [`kyc`], [`withdrawals`], [`refunds`], [`credits`] and
//! [`revenue`] about money and identity, [`flags`], [`figures`], [`health`] and [`notices`] about the house.

mod audit;
mod cases;
mod credits;
mod decisions;
mod figures;
mod flags;
mod health;
mod kyc;
mod notices;
mod people;
mod permissions;
mod refunds;
mod reports;
mod revenue;
mod roles;
mod sanctions;
mod seed;
mod targets;
mod withdrawals;

use serde_json::Value;

pub(crate) use self::{
    audit::removed, cases::flag_text, flags::get_feature_flags, permissions::may_moderate,
    reports::create_report, roles::is_last_super_admin, sanctions::why_closed, seed::fill as seed,
};
use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("admin/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .on(figures::get_dashboard_stats)
        .on(people::get_users)
        .on(people::get_user)
        .on(sanctions::suspend_user)
        .on(sanctions::unsuspend_user)
        .on(sanctions::ban_user)
        .on(roles::set_role)
        .on(cases::get_moderation_queue)
        .on(decisions::moderate_content)
        .on(reports::get_reports)
        .on(kyc::review_kyc)
        .on(withdrawals::list_withdrawals)
        .on(withdrawals::review_withdrawal)
        .on(refunds::refund_transaction)
        .on(credits::credit_tokens)
        .on(revenue::get_revenue_analytics)
        .on(health::get_system_health)
        .on(flags::list_feature_flags)
        .on(flags::set_feature_flag)
        .on(audit::get_audit_log)
        .on(notices::send_system_notification)
}

/// Does what was planned for this moment: a suspension that ends.
pub(crate) fn due(ctx: &mut Ctx<'_>, timer: &str, payload: &Value) -> Answer<()> {
    match timer {
        sanctions::END => sanctions::end(ctx, payload["user"].as_str().unwrap_or_default()),
        _ => Ok(()),
    }
}
