//! The inbox, preferences and push messages over HTTP: every operation and every rule of the domain.

#[path = "support/listener.rs"]
mod listener;
#[path = "support/stage.rs"]
mod stage;
#[path = "support/api.rs"]
mod support;

#[path = "notifications/inbox.rs"]
mod inbox;
#[path = "notifications/limits.rs"]
mod limits;
#[path = "notifications/live.rs"]
mod live;
#[path = "notifications/news.rs"]
mod news;
#[path = "notifications/preferences.rs"]
mod preferences;
#[path = "notifications/push.rs"]
mod push;

use avalo_sdk::{
    api::{
        notifications::{
            CategoryPreference, GetNotifications, GetUnreadCount, Notification, NotificationCategory,
            PushDevice, PushPlatform, QuietHours, RegisterPushToken, UpdateNotificationPreferences,
        },
        payments::SendTip,
    },
    model::Tokens,
};

use crate::stage::{Person, Stage};

const HOUR: u64 = 3_600;

fn register(token: &str, device: &str) -> RegisterPushToken {
    RegisterPushToken { token: token.into(), platform: PushPlatform::Ios, device_id: device.into() }
}

/// The ways that are open to one category: push, live event, mail.
fn ways(category: NotificationCategory, open: [bool; 3]) -> UpdateNotificationPreferences {
    let [push, in_app, email] = open;
    let categories = vec![CategoryPreference { category, push, in_app, email }];
    UpdateNotificationPreferences { categories, quiet_hours: None }
}

fn quiet(start: &str, end: &str, timezone: &str) -> UpdateNotificationPreferences {
    let hours = QuietHours { enabled: true, start: start.into(), end: end.into(), timezone: timezone.into() };
    UpdateNotificationPreferences { categories: Vec::new(), quiet_hours: Some(hours) }
}

impl Stage {
    /// A fan and somebody whose inbox is empty.
    async fn pair(&self) -> (Person, Person) {
        (self.person(6).await, self.person(7).await)
    }

    /// Gives somebody five tokens and so a notification of the category `payments`.
    async fn tip(&self, from: &Person, to: &Person) {
        let tip = SendTip { recipient_id: to.id.clone(), amount: Tokens(5), note: None, post_id: None };
        self.call(from, tip).await.expect("a tip");
    }

    /// The first page of an inbox.
    async fn inbox(&self, who: &Person) -> Vec<Notification> {
        let all = GetNotifications { limit: Some(100), ..Default::default() };
        self.call(who, all).await.expect("an inbox").notifications
    }

    async fn newest(&self, who: &Person) -> Notification {
        self.inbox(who).await.into_iter().next().expect("a notification")
    }

    async fn unread(&self, who: &Person) -> u32 {
        self.call(who, GetUnreadCount {}).await.expect("a count").unread
    }

    async fn device(&self, who: &Person, token: &str, device: &str) -> PushDevice {
        self.call(who, register(token, device)).await.expect("a device")
    }

    /// The devices that push messages went to, the latest first.
    async fn pushed(&self) -> Vec<String> {
        let pushes = self.server.pushes().await.expect("pushes");
        pushes.into_iter().map(|push| push.token).collect()
    }
}
