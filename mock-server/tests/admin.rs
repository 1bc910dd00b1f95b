//! The staff over HTTP: who may do what, and what comes of it.

#[path = "support/stage.rs"]
mod stage;
#[path = "support/api.rs"]
mod support;

#[path = "admin/audit.rs"]
mod audit;
#[path = "admin/decisions.rs"]
mod decisions;
#[path = "admin/figures.rs"]
mod figures;
#[path = "admin/flags.rs"]
mod flags;
#[path = "admin/kyc.rs"]
mod kyc;
#[path = "admin/notices.rs"]
mod notices;
#[path = "admin/permissions.rs"]
mod permissions;
#[path = "admin/refunds.rs"]
mod refunds;
#[path = "admin/reports.rs"]
mod reports;
#[path = "admin/revenue.rs"]
mod revenue;
#[path = "admin/roles.rs"]
mod roles;
#[path = "admin/suspensions.rs"]
mod suspensions;
#[path = "admin/users.rs"]
mod users;
#[path = "admin/withdrawals.rs"]
mod withdrawals;

use avalo_sdk::{
    Problem,
    api::{
        admin::{CreateReport, ReportReason, ReportReceipt, ReportTarget, SuspendUser},
        auth::{CompleteStepUp, StartStepUp},
        feed::{CreatePost, Post, PostKind},
        payments::{SendTip, TipReceipt},
    },
    model::{Tokens, UserId},
};
use serde_json::json;

use crate::{
    stage::{Person, Stage},
    support::PASSWORD,
};

pub(crate) const DAY: u64 = 24 * 3_600;

/// A reason that is long enough.
pub(crate) const WHY: &str = "He was asked to stop and did not.";

impl Stage {
    /// A seeded member of the staff: `super`, `support`, `moderation`, `finance`, `compliance`.
    pub(crate) async fn staff(&self, name: &str) -> Person {
        let email = format!("{name}@avalo.test");
        let login = json!({ "email": email, "password": PASSWORD });
        let answer = self.api.post("", "/v1/auth/login", login).await;
        let text = |field: &str| answer.json()["session"][field].as_str().unwrap_or_default().to_owned();
        assert_eq!(answer.status, 200, "{answer}");
        Person { id: UserId(text("userId")), token: text("accessToken") }
    }

    /// Proves more than a session.
    pub(crate) async fn step_up(&self, who: &Person) {
        let challenge_id = self.call(who, StartStepUp {}).await.expect("a challenge").challenge_id;
        self.call(who, CompleteStepUp { challenge_id, proof: PASSWORD.into() }).await.expect("a step-up");
    }

    pub(crate) async fn tip(&self, from: &Person, to: &Person, amount: i64) -> TipReceipt {
        let tip = SendTip { recipient_id: to.id.clone(), amount: Tokens(amount), note: None, post_id: None };
        self.call(from, tip).await.expect("a tip")
    }

    pub(crate) async fn post_of(&self, who: &Person, content: &str, price: Option<i64>) -> Post {
        let post = CreatePost {
            kind: PostKind::Text,
            content: content.into(),
            media_urls: Vec::new(),
            visibility: None,
            unlock_price: price.map(Tokens),
        };
        self.call(who, post).await.expect("a post")
    }

    pub(crate) async fn report(
        &self,
        who: &Person,
        target_type: ReportTarget,
        target_id: &str,
        reason: ReportReason,
    ) -> Result<ReportReceipt, Problem> {
        let target_id = target_id.to_owned();
        let details = Some("It is not right.".to_owned());
        self.call(who, CreateReport { target_type, target_id, reason, details }).await
    }
}

pub(crate) fn suspend(whom: &Person, duration_days: Option<u32>) -> SuspendUser {
    SuspendUser { user_id: whom.id.clone(), reason: WHY.into(), duration_days }
}
