//! What may reach a user, how, and when not.

use avalo_sdk_macros::model;

use super::notification::NotificationCategory;

/// The ways that are open to one category.
#[model]
pub struct CategoryPreference {
    /// The category.
    pub category: NotificationCategory,
    /// Whether push messages are sent; always for `safety`.
    pub push: bool,
    /// Whether a live event is sent; always for `safety`.
    pub in_app: bool,
    /// Whether a mail is sent.
    pub email: bool,
}

/// A time of the day in which push messages are dropped, but for those about safety.
#[model]
pub struct QuietHours {
    /// Whether there is one.
    pub enabled: bool,
    /// Its first minute, `HH:MM` from 00:00 to 23:59.
    #[length(5..=5)]
    pub start: String,
    /// The minute it is over, `HH:MM`, another than `start`. If it is the earlier one, the time spans
    /// midnight.
    #[length(5..=5)]
    pub end: String,
    /// The offset of the user's clock from UTC, from `-12:00` to `+14:00`, or `UTC`. The server knows no
    /// summer time: an app sends the offset again when it changes.
    #[length(3..=6)]
    pub timezone: String,
}

/// What may reach a user. Before anything is set all ways but mail are open, for `marketing` none is,
/// and quiet hours are off.
#[model]
pub struct NotificationPreferences {
    /// Every category, in the order of their declaration.
    pub categories: Vec<CategoryPreference>,
    /// When push messages are dropped.
    pub quiet_hours: QuietHours,
}
