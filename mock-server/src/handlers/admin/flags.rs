//! Feature flags: kept here, decided for a user in [`rule`].

mod rule;

use avalo_sdk::{
    Code, Problem,
    api::{
        admin::{FeatureFlag, FeatureFlagList, ListFeatureFlags, SetFeatureFlag},
        auth::{EvaluatedFlag, EvaluatedFlags, GetFeatureFlags, Role},
    },
    model::{Timestamp, UserId, is_id},
};
use rusqlite::{Row, params};

use self::rule::Subject;
use super::{
    audit::{self, Deed},
    permissions,
};
use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// How many flags there are at the most.
const LIMIT: usize = 200;

const COLUMNS: &str = "name, description, enabled, percent, allowed, blocked, roles, expires_ms, updated_ms";

pub(super) fn list_feature_flags(ctx: &mut Ctx<'_>, _: ListFeatureFlags) -> Answer<FeatureFlagList> {
    permissions::check::<ListFeatureFlags>(ctx)?;
    Ok(FeatureFlagList { flags: all(ctx)? })
}

pub(crate) fn get_feature_flags(ctx: &mut Ctx<'_>, _: GetFeatureFlags) -> Answer<EvaluatedFlags> {
    let caller = ctx.caller()?;
    let subject = Subject { user: &caller.user_id, role: Role::from_name(&caller.role), now: ctx.now };
    let flags = all(ctx)?;
    let evaluated = flags
        .into_iter()
        .map(|flag| EvaluatedFlag { enabled: rule::is_on(&flag, &subject), name: flag.name });
    Ok(EvaluatedFlags { flags: evaluated.collect() })
}

pub(super) fn set_feature_flag(ctx: &mut Ctx<'_>, request: SetFeatureFlag) -> Answer<FeatureFlag> {
    permissions::check::<SetFeatureFlag>(ctx)?;
    check_ids("allowedUserIds", &request.allowed_user_ids)?;
    check_ids("blockedUserIds", &request.blocked_user_ids)?;
    let known = all(ctx)?;
    if known.len() >= LIMIT && known.iter().all(|flag| flag.name != request.name) {
        return refuse(
            Code::FailedPrecondition,
            format!("{LIMIT} flags are the most; use one that is there"),
        );
    }
    let flag = FeatureFlag {
        name: request.name,
        description: request.description,
        enabled: request.enabled,
        rollout_percentage: request.rollout_percentage.unwrap_or(100),
        allowed_user_ids: request.allowed_user_ids,
        blocked_user_ids: request.blocked_user_ids,
        allowed_roles: request.allowed_roles,
        expires_at: request.expires_at,
        updated_at: ctx.now,
    };
    keep(ctx, &flag)?;
    let details = format!(
        "{} at {} %, {} allowed, {} blocked, {} roles",
        if flag.enabled { "on" } else { "off" },
        flag.rollout_percentage,
        flag.allowed_user_ids.len(),
        flag.blocked_user_ids.len(),
        flag.allowed_roles.len()
    );
    let deed = Deed { target_type: "flag", target_id: &flag.name, reason: None, details: &details };
    audit::record::<SetFeatureFlag>(ctx, deed)?;
    Ok(flag)
}

fn check_ids(field: &str, ids: &[UserId]) -> Answer<()> {
    match ids.iter().position(|id| !is_id(id.as_str())) {
        Some(index) => Err(Problem::field(&format!("{field}[{index}]"), "is no identifier").into()),
        None => Ok(()),
    }
}

/// The flags, by name.
fn all(ctx: &Ctx<'_>) -> Answer<Vec<FeatureFlag>> {
    let sql = format!("SELECT {COLUMNS} FROM flags ORDER BY name");
    let flags = ctx.db.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(flags)
}

pub(super) fn keep(ctx: &Ctx<'_>, flag: &FeatureFlag) -> Answer<()> {
    ctx.db
        .prepare_cached(&format!(
            "INSERT OR REPLACE INTO flags ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        ))?
        .execute(params![
            flag.name,
            flag.description,
            flag.enabled,
            flag.rollout_percentage,
            serde_json::to_string(&flag.allowed_user_ids).unwrap_or_default(),
            serde_json::to_string(&flag.blocked_user_ids).unwrap_or_default(),
            serde_json::to_string(&flag.allowed_roles).unwrap_or_default(),
            flag.expires_at.map(|at| at.unix_ms),
            flag.updated_at.unix_ms
        ])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<FeatureFlag> {
    let list = |index: usize| row.get::<_, String>(index);
    Ok(FeatureFlag {
        name: row.get(0)?,
        description: row.get(1)?,
        enabled: row.get(2)?,
        rollout_percentage: row.get(3)?,
        allowed_user_ids: serde_json::from_str(&list(4)?).unwrap_or_default(),
        blocked_user_ids: serde_json::from_str(&list(5)?).unwrap_or_default(),
        allowed_roles: serde_json::from_str(&list(6)?).unwrap_or_default(),
        expires_at: row.get::<_, Option<i64>>(7)?.map(Timestamp::from_unix_ms),
        updated_at: Timestamp::from_unix_ms(row.get(8)?),
    })
}
