//! The inbox, what may disturb its owner, and where push messages go.

use avalo_sdk_macros::model;

use crate::operation::operations;

/// What a notification is about. Its owner decides by category what may reach them, and how.
#[model]
pub enum NotificationCategory {
    /// A message, or a conversation that changed.
    Messages,
    /// A like of a post or a profile.
    Likes,
    /// A comment on a post.
    Comments,
    /// A new follower.
    Follows,
    /// A match.
    Matches,
    /// Tokens that came or went.
    Payments,
    /// News of the platform's offers.
    Marketing,
    /// The platform's own messages to its users.
    System,
    /// What concerns an account's safety; it cannot be switched off.
    Safety,
}

operations! {
    /// The inbox, what may disturb its owner, and where push messages go.
    Notifications = "notifications";
}
