//! A notification and what became of it.

use avalo_sdk_macros::model;

use crate::model::{ChatId, Cursor, NotificationId, PostId, Timestamp, Tokens, UserId};

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

/// How much a notification may disturb its owner. It follows from the category.
#[model]
pub enum NotificationPriority {
    /// Likes and marketing: at most 3 push messages an hour.
    Low,
    /// Everything else: at most 10 push messages an hour and 50 a day, those of low priority included.
    Normal,
    /// Safety: neither quiet hours nor these limits hold it back, and it does not count towards them.
    Critical,
}

/// What became of a notification on one of its ways.
#[model]
pub enum DeliveryStatus {
    /// It was sent.
    Sent,
    /// Too many push messages had gone out before; the inbox has it.
    Throttled,
    /// It came in the owner's quiet hours, in which a push message is dropped, not put off.
    Blocked,
    /// The owner has switched this off for the category, or no device is registered for push messages.
    Off,
}

/// What became of a notification on each of its ways.
#[model]
pub struct NotificationDelivery {
    /// Push messages to the owner's devices.
    pub push: DeliveryStatus,
    /// The live event; the inbox keeps the notification in any case.
    pub in_app: DeliveryStatus,
    /// A mail.
    pub email: DeliveryStatus,
}

/// An entry of the inbox.
#[model]
pub struct Notification {
    /// The notification.
    pub id: NotificationId,
    /// What it is about.
    pub category: NotificationCategory,
    /// How much it may disturb.
    pub priority: NotificationPriority,
    /// One line: what happened.
    pub title: String,
    /// A sentence more; may be empty.
    pub body: String,
    /// Who caused it.
    pub from_id: Option<UserId>,
    /// The chat it leads to.
    pub chat_id: Option<ChatId>,
    /// The post it leads to.
    pub post_id: Option<PostId>,
    /// The tokens it is about.
    pub amount: Option<Tokens>,
    /// What became of it.
    pub delivery: NotificationDelivery,
    /// Whether its owner has read it.
    pub read: bool,
    /// When it came.
    pub created_at: Timestamp,
}

/// A page of notifications, newest first.
#[model]
pub struct NotificationPage {
    /// The notifications.
    pub notifications: Vec<Notification>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// How many notifications wait to be read.
#[model]
pub struct UnreadNotifications {
    /// All of them, in every category.
    pub unread: u32,
}
