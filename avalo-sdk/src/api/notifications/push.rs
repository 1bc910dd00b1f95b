//! Where push messages go.

use avalo_sdk_macros::model;

use crate::model::{PushTokenId, Timestamp};

/// Whose service carries push messages.
#[model]
pub enum PushPlatform {
    /// Android.
    Android,
    /// iOS.
    Ios,
    /// A browser.
    Web,
}

/// A device that gets push messages. The token itself is not shown again.
#[model]
pub struct PushDevice {
    /// The registration.
    pub id: PushTokenId,
    /// Whose service carries the messages.
    pub platform: PushPlatform,
    /// The device, by the name that it was registered under.
    pub device_id: String,
    /// When the token was registered first.
    pub created_at: Timestamp,
    /// When it was registered last.
    pub last_used_at: Timestamp,
}

/// The devices that get push messages, the one that was registered last first.
#[model]
pub struct PushDeviceList {
    /// The devices, at most 10.
    pub devices: Vec<PushDevice>,
}
