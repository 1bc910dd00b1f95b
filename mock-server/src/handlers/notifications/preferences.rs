//! What may reach a user, by category.

use avalo_sdk::{
    Problem,
    api::notifications::{
        CategoryPreference, GetNotificationPreferences, NotificationCategory, NotificationPreferences,
        QuietHours, UpdateNotificationPreferences,
    },
    model::UserId,
};
use rusqlite::{OptionalExtension, params};

use super::quiet;
use crate::{context::Ctx, refusal::Answer};

/// What goes for a category of which its owner has said nothing: all but mail, for marketing nothing.
fn standard(category: NotificationCategory) -> CategoryPreference {
    let wanted = category != NotificationCategory::Marketing;
    CategoryPreference { category, push: wanted, in_app: wanted, email: false }
}

/// What goes for one category of a user's.
pub(super) fn of(ctx: &Ctx<'_>, user: &UserId, category: NotificationCategory) -> Answer<CategoryPreference> {
    let found = ctx
        .db
        .prepare_cached(
            "SELECT push, in_app, email FROM notification_preferences WHERE user_id = ?1 AND category = ?2",
        )?
        .query_row([user.as_str(), category.as_str()], |row| {
            Ok(CategoryPreference { category, push: row.get(0)?, in_app: row.get(1)?, email: row.get(2)? })
        })
        .optional()?;
    Ok(found.unwrap_or_else(|| standard(category)))
}

/// When a user wants no push messages.
pub(super) fn quiet_hours(ctx: &Ctx<'_>, user: &UserId) -> Answer<QuietHours> {
    let found = ctx
        .db
        .prepare_cached("SELECT enabled, start, \"end\", timezone FROM quiet_hours WHERE user_id = ?1")?
        .query_row([user.as_str()], |row| {
            Ok(QuietHours {
                enabled: row.get(0)?,
                start: row.get(1)?,
                end: row.get(2)?,
                timezone: row.get(3)?,
            })
        })
        .optional()?;
    Ok(found.unwrap_or_else(quiet::standard))
}

pub(super) fn get_preferences(
    ctx: &mut Ctx<'_>,
    _: GetNotificationPreferences,
) -> Answer<NotificationPreferences> {
    let user = ctx.user()?;
    let categories = NotificationCategory::ALL.iter().map(|category| of(ctx, &user, *category));
    Ok(NotificationPreferences {
        categories: categories.collect::<Answer<_>>()?,
        quiet_hours: quiet_hours(ctx, &user)?,
    })
}

pub(super) fn update_preferences(
    ctx: &mut Ctx<'_>,
    request: UpdateNotificationPreferences,
) -> Answer<NotificationPreferences> {
    let user = ctx.user()?;
    check(&request.categories)?;
    for preference in &request.categories {
        ctx.db
            .prepare_cached("INSERT OR REPLACE INTO notification_preferences VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![
                user.as_str(),
                preference.category.as_str(),
                preference.push,
                preference.in_app,
                preference.email
            ])?;
    }
    if let Some(hours) = request.quiet_hours {
        quiet::check(&hours)?;
        ctx.db
            .prepare_cached("INSERT OR REPLACE INTO quiet_hours VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![user.as_str(), hours.enabled, hours.start, hours.end, hours.timezone])?;
    }
    get_preferences(ctx, GetNotificationPreferences {})
}

fn check(categories: &[CategoryPreference]) -> Answer<()> {
    for (index, preference) in categories.iter().enumerate() {
        let blame = |reason| Err(Problem::field(&format!("categories[{index}]"), reason).into());
        if categories[..index].iter().any(|before| before.category == preference.category) {
            return blame("names a category for the second time");
        }
        if preference.category == NotificationCategory::Safety && !(preference.push && preference.in_app) {
            return blame("must leave push and inApp on: safety cannot be switched off");
        }
    }
    Ok(())
}
