//! Becoming a creator.

use std::collections::HashMap;

use avalo_sdk::{
    Code, Problem,
    api::profiles::{BecomeCreator, Profile},
};

use super::{
    face,
    follows::{self, FOLLOWERS},
};
use crate::{context::Ctx, refusal::Answer};

/// The route lets only users through whose identity and age are approved; what is left is how many
/// follow them.
pub(super) fn become_creator(ctx: &mut Ctx<'_>, _: BecomeCreator) -> Answer<Profile> {
    let user = ctx.user()?;
    let (needed, there) = (ctx.rules.creator_min_followers, follows::count(ctx, &FOLLOWERS, &user)?);
    if there < needed && !ctx.caller()?.is_creator {
        let reason = format!("{needed} are needed, there are {there}");
        let mut problem = Problem::new(Code::RequirementsNotMet, format!("followers: {reason}"));
        problem.errors = Some(HashMap::from([("followers".to_owned(), reason)]));
        return Err(problem.into());
    }
    ctx.db
        .prepare_cached(
            "UPDATE users SET is_creator = 1, role = CASE role WHEN 'user' THEN 'creator' ELSE role END WHERE id = ?1",
        )?
        .execute([user.as_str()])?;
    face::seen_by(ctx, &user, &user)
}
