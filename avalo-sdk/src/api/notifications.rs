//! The inbox, what may disturb its owner, and where push messages go.
//!
//! Whatever a user is told is kept in the inbox. Whether it also comes as a push message, as a live
//! event or as a mail is the user's choice for each category; every notification says what became of it.

mod notification;
mod preferences;
mod push;

use avalo_sdk_macros::model;

pub use self::{
    notification::{
        DeliveryStatus, Notification, NotificationCategory, NotificationDelivery, NotificationPage,
        NotificationPriority, UnreadNotifications,
    },
    preferences::{CategoryPreference, NotificationPreferences, QuietHours},
    push::{PushDevice, PushDeviceList, PushPlatform},
};
use crate::{
    event::Event,
    model::{Cursor, NotificationId, PushTokenId},
    operation::operations,
};

/// Which part of the inbox to read.
#[model]
#[derive(Default)]
pub struct GetNotifications {
    /// Only those that are read or only those that are not; both if absent.
    pub unread: Option<bool>,
    /// Only those of one category.
    pub category: Option<NotificationCategory>,
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before with the same filters.
    pub cursor: Option<Cursor>,
}

/// Asks how much there is to read.
#[model]
#[derive(Default)]
pub struct GetUnreadCount {}

/// A notification that was read.
#[model]
pub struct MarkNotificationAsRead {
    /// The notification.
    pub notification_id: NotificationId,
}

/// Everything in the inbox, read.
#[model]
#[derive(Default)]
pub struct MarkAllNotificationsAsRead {}

/// A notification to take out of the inbox.
#[model]
pub struct DismissNotification {
    /// The notification.
    pub notification_id: NotificationId,
}

/// A device for push messages.
#[model]
pub struct RegisterPushToken {
    /// What the platform calls the device, 10 to 500 characters.
    #[secret]
    #[length(10..=500)]
    pub token: String,
    /// Whose service carries the messages.
    pub platform: PushPlatform,
    /// The app's own name for the device, 1 to 100 characters; the one it signed in with, if it gave one.
    #[length(1..=100)]
    pub device_id: String,
}

/// Asks which devices get push messages.
#[model]
#[derive(Default)]
pub struct ListPushTokens {}

/// A device that gets push messages no longer.
#[model]
pub struct UnregisterPushToken {
    /// The registration.
    pub push_token_id: PushTokenId,
}

/// Asks what may reach the caller.
#[model]
#[derive(Default)]
pub struct GetNotificationPreferences {}

/// What may reach the caller from now on.
#[model]
#[derive(Default)]
pub struct UpdateNotificationPreferences {
    /// The categories to set, each once; others stay as they are.
    #[length(..=9)]
    #[nested]
    pub categories: Vec<CategoryPreference>,
    /// The quiet hours to set; they stay as they are if absent.
    #[nested]
    pub quiet_hours: Option<QuietHours>,
}

/// What to listen to: the caller's notifications.
#[model]
#[derive(Default)]
pub struct SubscribeToNotifications {}

operations! {
    /// The inbox, what may disturb its owner, and where push messages go.
    Notifications = "notifications";

    /// Reads the inbox, newest first.
    ///
    /// Fails with `invalid_cursor`, also for a cursor of other filters.
    get_notifications(GetNotifications) -> NotificationPage {
        GET "/v1/notifications", auth: User, retry: Safe
    }

    /// Counts what waits to be read.
    get_unread_count(GetUnreadCount) -> UnreadNotifications {
        GET "/v1/notifications/unread-count", auth: User, retry: Safe
    }

    /// Marks one notification as read; once read it stays so.
    ///
    /// Fails with `not_found`, also for one of somebody else's.
    mark_as_read(MarkNotificationAsRead) -> Notification {
        PUT "/v1/notifications/{notificationId}/read", auth: User, retry: Safe
    }

    /// Marks everything as read and says how much is left to read: nothing.
    mark_all_as_read(MarkAllNotificationsAsRead) -> UnreadNotifications {
        POST "/v1/notifications/read-all", auth: User, retry: Keyed
    }

    /// Takes a notification out of the inbox. One that is not there is out already.
    dismiss(DismissNotification) -> () {
        DELETE "/v1/notifications/{notificationId}", auth: User, retry: Keyed
    }

    /// Registers a device for push messages. Its token again says no more than that it is in use.
    ///
    /// A token belongs to one user, whoever registered it last, and a device has one token: a new one
    /// takes the place of the old. An eleventh device takes the place of the one that was registered
    /// longest ago. Where a session was begun with the same `device_id` the registration ends with it.
    register_push_token(RegisterPushToken) -> PushDevice {
        PUT "/v1/notifications/push-tokens", auth: User, retry: Safe
    }

    /// Lists the devices that get the caller's push messages.
    list_push_tokens(ListPushTokens) -> PushDeviceList {
        GET "/v1/notifications/push-tokens", auth: User, retry: Safe
    }

    /// Sends no more push messages to a device. One that is not registered gets none already.
    unregister_push_token(UnregisterPushToken) -> () {
        DELETE "/v1/notifications/push-tokens/{pushTokenId}", auth: User, retry: Keyed
    }

    /// Reads what may reach the caller.
    get_preferences(GetNotificationPreferences) -> NotificationPreferences {
        GET "/v1/notifications/preferences", auth: User, retry: Safe
    }

    /// Sets what may reach the caller and returns all of it.
    ///
    /// Fails with `validation_failed` for a category that is named twice, for `safety` without push or
    /// without live events, and for quiet hours that are no times or begin when they end; nothing is set
    /// then.
    update_preferences(UpdateNotificationPreferences) -> NotificationPreferences {
        PUT "/v1/notifications/preferences", auth: User, retry: Safe
    }

    /// Listens to notifications, and to nothing else that happens to the caller.
    ///
    /// A subscription reconnects by itself and goes on where it stopped. An app that listens to all of its
    /// events has the notifications there already.
    subscribe_to_notifications(SubscribeToNotifications) -> Event {
        GET "/v1/notifications/events", auth: User, retry: Safe, stream
    }
}
