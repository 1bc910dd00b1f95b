//! The inbox, what may disturb its owner, and a push message that does not.

use avalo_mock_server::MockServer;
use avalo_sdk::{
    api::{
        notifications::{
            CategoryPreference, DeliveryStatus, DismissNotification, GetNotificationPreferences,
            GetNotifications, GetUnreadCount, ListPushTokens, MarkAllNotificationsAsRead,
            MarkNotificationAsRead, NotificationCategory, PushPlatform, QuietHours, RegisterPushToken,
            UnregisterPushToken, UpdateNotificationPreferences,
        },
        payments::SendTip,
    },
    model::Tokens,
};
use futures_util::StreamExt;

use super::{Cast, showing::id};
use crate::{Stopped, Teller};

pub(super) async fn tell(server: &MockServer, cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let ada = cast.ada.notifications();
    let count =
        teller.call("Ada was busy; her app shows a number", ada.get_unread_count(GetUnreadCount {})).await?;
    let all = GetNotifications { limit: Some(100), ..Default::default() };
    let page = teller.call("She opens her inbox", ada.get_notifications(all)).await?;
    let unread = page.notifications.iter().filter(|entry| !entry.read).count();
    teller.check(&format!("{unread} entries, as the number says"), unread == count.unread as usize)?;
    let newest = page.notifications.into_iter().next().ok_or(Stopped)?;
    let read = MarkNotificationAsRead { notification_id: newest.id.clone() };
    teller.call(&format!("She reads the newest: “{}”", newest.title), ada.mark_as_read(read)).await?;
    let dismiss = DismissNotification { notification_id: newest.id };
    teller.call("And she puts it away", ada.dismiss(dismiss)).await?;
    teller.call("The rest she has seen", ada.mark_all_as_read(MarkAllNotificationsAsRead {})).await?;

    let phone = RegisterPushToken {
        token: "token-of-adas-phone".into(),
        platform: PushPlatform::Ios,
        device_id: "phone".into(),
    };
    let phone = teller.call("Her phone asks for push messages", ada.register_push_token(phone)).await?;
    disturb(server, cast, teller).await?;
    teller.call("She looks which devices get them", ada.list_push_tokens(ListPushTokens {})).await?;
    let remove = UnregisterPushToken { push_token_id: phone.id };
    teller.call("And she takes the phone out", ada.unregister_push_token(remove)).await
}

/// Two tips: one that comes as a push message and live, one in the night.
async fn disturb(server: &MockServer, cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let ada = cast.ada.notifications();
    let tip = || SendTip { recipient_id: id(&cast.ada), amount: Tokens(5), note: None, post_id: None };
    let before = server.open_streams();
    let mut live = ada.subscribe_to_notifications();
    let listening = live.next();
    let giving = async {
        while server.open_streams() == before {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        cast.linus.payments().send_tip(tip()).await
    };
    let (heard, given) = tokio::join!(listening, giving);
    teller.outcome("payments.sendTip", "Linus tips her five tokens", given)?;
    let heard = heard.ok_or(Stopped)?;
    let heard = teller.outcome("notifications.subscribeToNotifications", "She hears of it at once", heard)?;
    teller.check(
        &format!("“{}”, on the phone too", heard.title),
        heard.delivery.push == DeliveryStatus::Sent && pushes(server).await == 1,
    )?;
    drop(live);

    let preferences = ada.get_preferences(GetNotificationPreferences {});
    teller.call("She looks at what may disturb her", preferences).await?;
    let likes =
        CategoryPreference { category: NotificationCategory::Likes, push: false, in_app: true, email: false };
    let night =
        QuietHours { enabled: true, start: "22:00".into(), end: "08:00".into(), timezone: "+01:00".into() };
    let update = UpdateNotificationPreferences { categories: vec![likes], quiet_hours: Some(night) };
    teller.call("Likes may not; nor may anything at night", ada.update_preferences(update)).await?;
    teller.call("At one in the morning Linus tips her again", cast.linus.payments().send_tip(tip())).await?;
    let newest = GetNotifications { unread: Some(true), limit: Some(1), ..Default::default() };
    let page = teller.call("It is in her inbox", ada.get_notifications(newest)).await?;
    let delivery = page.notifications.into_iter().next().map(|entry| entry.delivery).ok_or(Stopped)?;
    teller
        .check("the phone stayed dark", delivery.push == DeliveryStatus::Blocked && pushes(server).await == 1)
}

/// How many push messages went out.
async fn pushes(server: &MockServer) -> usize {
    server.pushes().await.map_or(0, |pushes| pushes.len())
}
