//! Step-up: more than a session, for ten minutes.

use avalo_sdk::{
    Code,
    api::auth::{CompleteStepUp, StartStepUp, StepUp, StepUpChallenge, StepUpMethod},
};
use rusqlite::params;

use super::{challenges, passwords, two_factor};
use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// For how long a step-up counts: 10 minutes.
const WINDOW_MS: i64 = 10 * 60_000;

pub(super) fn start_step_up(ctx: &mut Ctx<'_>, _: StartStepUp) -> Answer<StepUpChallenge> {
    let user = ctx.user()?;
    let method =
        if two_factor::is_enabled(ctx, &user)? { StepUpMethod::Totp } else { StepUpMethod::Password };
    let (challenge_id, expires_at) = challenges::open(ctx, &user, "step_up", None)?;
    Ok(StepUpChallenge { challenge_id, method, expires_at })
}

pub(super) fn complete_step_up(ctx: &mut Ctx<'_>, request: CompleteStepUp) -> Answer<StepUp> {
    let caller = ctx.caller()?.clone();
    let challenge = challenges::find(ctx, &request.challenge_id, "step_up")?;
    if challenge.user_id != caller.user_id {
        return refuse(Code::ChallengeExpired, "the challenge is another user's");
    }
    let accepted = if two_factor::is_enabled(ctx, &caller.user_id)? {
        two_factor::accept(ctx, &caller.user_id, &request.proof)?
    } else {
        let (salt, known): (String, Vec<u8>) = ctx
            .db
            .prepare_cached("SELECT password_salt, password_hash FROM users WHERE id = ?1")?
            .query_row([caller.user_id.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        passwords::verify(&salt, &request.proof, &known)
    };
    if !accepted {
        challenges::count_wrong(ctx, &request.challenge_id);
        return refuse(Code::TwoFactorInvalid, "the proof is wrong");
    }
    challenges::close(ctx, &request.challenge_id)?;
    let until = ctx.after(WINDOW_MS);
    ctx.db
        .prepare_cached("UPDATE sessions SET strong_until_ms = ?2 WHERE id = ?1")?
        .execute(params![caller.session_id.as_str(), until.unix_ms])?;
    Ok(StepUp { until })
}

/// Uses a step-up up: a payout asks for one of its own each time.
pub(crate) fn use_up(ctx: &Ctx<'_>) -> Answer<()> {
    let session = &ctx.caller()?.session_id;
    ctx.db
        .prepare_cached("UPDATE sessions SET strong_until_ms = NULL WHERE id = ?1")?
        .execute([session.as_str()])?;
    Ok(())
}
