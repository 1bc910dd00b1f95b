//! What moderators decide about a thing.

use avalo_sdk::{
    Code, Problem,
    api::{
        admin::{ModerateContent, ModerationDecision, ModerationResult, ReportTarget},
        notifications::NotificationCategory,
    },
    model::UserId,
};

use super::{
    audit::{self, Deed},
    cases, permissions, sanctions,
    targets::{Target, participants},
};
use crate::{
    context::Ctx,
    handlers::notifications::{Notice, notify},
    refusal::{Answer, refuse},
};

pub(super) fn moderate_content(ctx: &mut Ctx<'_>, request: ModerateContent) -> Answer<ModerationResult> {
    permissions::check::<ModerateContent>(ctx)?;
    let ModerateContent { target_type, target_id, decision, reason, duration_days } = request;
    if duration_days.is_some() && decision != ModerationDecision::Suspend {
        return Err(Problem::field("durationDays", "goes with suspend only").into());
    }
    let target = find(ctx, target_type, &target_id)?;
    check_own(ctx, &target)?;
    let judges =
        matches!(decision, ModerationDecision::Warn | ModerationDecision::Suspend | ModerationDecision::Ban);
    if judges && target_type == ReportTarget::Chat {
        return Err(Problem::field("decision", "a chat has two people: decide about one of them").into());
    }
    let mut suspended_until = None;
    match decision {
        ModerationDecision::Approve => {}
        ModerationDecision::Delete => {
            target.remove(ctx)?;
            if target_type != ReportTarget::Chat && target.has_owner(ctx)? {
                tell(ctx, &target.owner, "Something of yours was removed", &reason)?;
            }
        }
        ModerationDecision::Warn => {
            permissions::check_below(ctx, &target.owner)?;
            sanctions::warn(ctx, &target.owner, &reason)?;
        }
        ModerationDecision::Suspend => {
            permissions::check_below(ctx, &target.owner)?;
            suspended_until = sanctions::suspend(ctx, &target.owner, &reason, duration_days)?;
        }
        ModerationDecision::Ban => {
            permissions::check_admin(ctx, "a ban")?;
            permissions::check_below(ctx, &target.owner)?;
            sanctions::ban(ctx, &target.owner, &reason)?;
        }
        // The router has refused names that are not known.
        _ => return Err(Problem::field("decision", "is none that there is").into()),
    }
    let resolved = cases::resolve(ctx, &target, decision)?;
    if decision == ModerationDecision::Approve && resolved.is_none() {
        return refuse(Code::FailedPrecondition, "nothing about this waits for a decision");
    }
    let deed = Deed {
        target_type: target.kind.as_str(),
        target_id: &target.id,
        reason: Some(&reason),
        details: &format!("{}, of {}", decision.as_str(), target.owner),
    };
    audit::record::<ModerateContent>(ctx, deed)?;
    Ok(ModerationResult {
        owner_id: target.owner,
        decision,
        reports: resolved.unwrap_or_default(),
        suspended_until,
    })
}

/// The thing, or what its case remembers of one that is gone.
fn find(ctx: &Ctx<'_>, kind: ReportTarget, id: &str) -> Answer<Target> {
    match Target::find(ctx, kind, id) {
        Err(refusal) if refusal.is(Code::NotFound) => cases::gone(ctx, kind, id)?.ok_or(refusal),
        target => target,
    }
}

/// Refuses what is the caller's own, or a chat that the caller is in.
fn check_own(ctx: &Ctx<'_>, target: &Target) -> Answer<()> {
    let caller = ctx.user()?;
    let in_chat = target.kind == ReportTarget::Chat
        && participants(ctx, &target.id)?.is_some_and(|(one, other)| caller == one || caller == other);
    if in_chat || target.owner == caller {
        return refuse(Code::CannotTargetSelf, "nobody decides about their own; ask a colleague");
    }
    Ok(())
}

fn tell(ctx: &mut Ctx<'_>, user: &UserId, title: &str, body: &str) -> Answer<()> {
    let notice = Notice { category: NotificationCategory::Safety, title, body, from: None, chat_id: None };
    notify(ctx, user, &notice)
}
