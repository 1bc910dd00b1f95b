//! The staff and the feature flags that a new world begins with.

use avalo_sdk::{
    api::{
        admin::{FeatureFlag, StaffScope},
        auth::Role,
    },
    model::UserId,
};

use super::{flags, roles};
use crate::{
    context::Ctx,
    handlers::auth::{self, NewAccount},
    refusal::Answer,
};

/// Who works here: an id, what the address begins with and the display name is, and what they may do.
/// They are no ordinary users: their profiles are private and nobody writes to them.
const STAFF: [(&str, &str, Role, Option<StaffScope>); 5] = [
    ("stf_super", "Super", Role::SuperAdmin, None),
    ("stf_support", "Support", Role::Moderator, Some(StaffScope::Support)),
    ("stf_moderation", "Moderation", Role::Moderator, Some(StaffScope::Moderation)),
    ("stf_finance", "Finance", Role::Moderator, Some(StaffScope::Finance)),
    ("stf_compliance", "Compliance", Role::Moderator, Some(StaffScope::Compliance)),
];

/// The flags of the platform's second migration, and whether they are on.
const FLAGS: [(&str, &str, bool); 6] = [
    ("aiCompanions", "Companions that are no people.", false),
    ("calendarPayments", "Appointments that cost tokens.", true),
    ("events", "Events to go to.", false),
    ("panicTracking", "A button for danger.", true),
    ("refundButtons", "Earners give tokens back by themselves.", true),
    ("videoCalls", "Calls with a picture.", false),
];

/// Adds both to a world, with everyone's password.
pub(crate) fn fill(ctx: &mut Ctx<'_>, password: &str) -> Answer<()> {
    for (id, name, role, scope) in STAFF {
        let account = NewAccount {
            email: &format!("{}@avalo.test", name.to_lowercase()),
            password,
            display_name: name,
            date_of_birth: "1990-01-01",
        };
        let user: UserId = auth::create_account(ctx, Some(id), &account)?;
        roles::set(ctx, &user, role, &Vec::from_iter(scope))?;
        ctx.db
            .prepare_cached(
                "INSERT INTO profiles (user_id, visibility, allow_messages) VALUES (?1, 'private', 0)",
            )?
            .execute([id])?;
    }
    for (name, description, enabled) in FLAGS {
        let flag = FeatureFlag {
            name: name.to_owned(),
            description: Some(description.to_owned()),
            enabled,
            rollout_percentage: 100,
            allowed_user_ids: Vec::new(),
            blocked_user_ids: Vec::new(),
            allowed_roles: Vec::new(),
            expires_at: None,
            updated_at: ctx.now,
        };
        flags::keep(ctx, &flag)?;
    }
    Ok(())
}
