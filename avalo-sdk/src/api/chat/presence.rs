//! Whether somebody is there.

use avalo_sdk_macros::model;

use crate::model::{Timestamp, UserId};

/// Whether somebody is there.
#[model]
pub enum PresenceStatus {
    /// At the device.
    Online,
    /// At the device some minutes ago.
    Away,
    /// There, and not to be disturbed.
    Busy,
    /// Not there.
    Offline,
}

/// Whether a user is there.
#[model]
pub struct Presence {
    /// The user.
    pub user_id: UserId,
    /// The status.
    pub status: PresenceStatus,
    /// A few words beside it; absent while offline.
    pub custom_status: Option<String>,
    /// When the user last set a status; absent if never.
    pub last_seen_at: Option<Timestamp>,
}

/// The presence of several users, in the order they were asked for.
#[model]
pub struct PresenceList {
    /// One entry for each user there is. Between users who have blocked each other it says offline.
    pub presences: Vec<Presence>,
}
