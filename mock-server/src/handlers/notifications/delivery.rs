//! On which ways a notification goes out.

use avalo_sdk::{
    api::notifications::{
        CategoryPreference, DeliveryStatus, NotificationCategory, NotificationDelivery, NotificationPriority,
    },
    model::UserId,
};
use rusqlite::params;

use super::{preferences, push, quiet};
use crate::{context::Ctx, refusal::Answer};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// The push messages that a user gets at the most, those about safety aside.
const HOURLY: i64 = 10;
const DAILY: i64 = 50;
/// Of these, the ones of low priority.
const HOURLY_LOW: i64 = 3;

/// How much a category may disturb.
pub(super) fn priority(category: NotificationCategory) -> NotificationPriority {
    match category {
        NotificationCategory::Safety => NotificationPriority::Critical,
        NotificationCategory::Likes | NotificationCategory::Marketing => NotificationPriority::Low,
        _ => NotificationPriority::Normal,
    }
}

/// What has gone out to a user before.
#[derive(Clone, Copy, Debug, Default)]
struct Pushed {
    /// In the last hour.
    hour: i64,
    /// Of these, with low priority.
    hour_low: i64,
    /// In the last 24 hours.
    day: i64,
}

impl Pushed {
    fn to(ctx: &Ctx<'_>, user: &UserId) -> Answer<Self> {
        let mut read = ctx.db.prepare_cached(
            "SELECT COALESCE(SUM(created_ms > ?3), 0), COALESCE(SUM(created_ms > ?3 AND priority = 'low'), 0),
                    COUNT(*)
             FROM notifications
             WHERE user_id = ?1 AND created_ms > ?2 AND push = 'sent' AND priority <> 'critical'",
        )?;
        let now = ctx.now.unix_ms;
        Ok(read.query_row(params![user.as_str(), now - DAY_MS, now - HOUR_MS], |row| {
            Ok(Self { hour: row.get(0)?, hour_low: row.get(1)?, day: row.get(2)? })
        })?)
    }

    fn is_enough(self, priority: NotificationPriority) -> bool {
        let low = priority == NotificationPriority::Low && self.hour_low >= HOURLY_LOW;
        low || self.hour >= HOURLY || self.day >= DAILY
    }
}

/// Decides what becomes of a notification; nothing is sent yet.
pub(super) fn plan(
    ctx: &Ctx<'_>,
    user: &UserId,
    category: NotificationCategory,
) -> Answer<NotificationDelivery> {
    let wanted = preferences::of(ctx, user, category)?;
    let open = |way| if way { DeliveryStatus::Sent } else { DeliveryStatus::Off };
    Ok(NotificationDelivery {
        push: push_status(ctx, user, &wanted)?,
        in_app: open(wanted.in_app),
        email: open(wanted.email),
    })
}

fn push_status(ctx: &Ctx<'_>, user: &UserId, wanted: &CategoryPreference) -> Answer<DeliveryStatus> {
    let priority = priority(wanted.category);
    if !wanted.push || !push::has_device(ctx, user)? {
        return Ok(DeliveryStatus::Off);
    }
    if priority == NotificationPriority::Critical {
        return Ok(DeliveryStatus::Sent);
    }
    if quiet::is_quiet(&preferences::quiet_hours(ctx, user)?, ctx.now.unix_ms) {
        return Ok(DeliveryStatus::Blocked);
    }
    let enough = Pushed::to(ctx, user)?.is_enough(priority);
    Ok(if enough { DeliveryStatus::Throttled } else { DeliveryStatus::Sent })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_an_hour_fifty_a_day_and_three_of_low_priority() {
        let (low, normal) = (NotificationPriority::Low, NotificationPriority::Normal);
        for (hour, hour_low, day, enough_low, enough) in [
            (0, 0, 0, false, false),
            (3, 2, 3, false, false),
            (3, 3, 3, true, false),
            (9, 0, 49, false, false),
            (10, 0, 10, true, true),
            (0, 0, 50, true, true),
        ] {
            let pushed = Pushed { hour, hour_low, day };
            assert_eq!((pushed.is_enough(low), pushed.is_enough(normal)), (enough_low, enough), "{pushed:?}");
        }
    }
}
