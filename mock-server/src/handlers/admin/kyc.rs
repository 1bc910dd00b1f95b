//! Documents that a person decides about.

use avalo_sdk::{Problem, api::admin::ReviewKyc, api::auth::KycReport};

use super::{
    audit::{self, Deed},
    permissions,
};
use crate::{context::Ctx, handlers::auth, refusal::Answer};

pub(super) fn review_kyc(ctx: &mut Ctx<'_>, request: ReviewKyc) -> Answer<KycReport> {
    permissions::check::<ReviewKyc>(ctx)?;
    let ReviewKyc { user_id, approve, reason } = request;
    permissions::check_other(ctx, &user_id)?;
    let rejected = match (approve, &reason) {
        (true, _) => None,
        (false, Some(reason)) => Some(reason.as_str()),
        (false, None) => return Err(Problem::field("reason", "is needed to refuse documents").into()),
    };
    let report = auth::review_kyc(ctx, &user_id, rejected)?;
    let deed = Deed {
        target_type: "user",
        target_id: user_id.as_str(),
        reason: reason.as_deref(),
        details: report.status.as_str(),
    };
    audit::record::<ReviewKyc>(ctx, deed)?;
    Ok(report)
}
