//! What may reach a user.

use avalo_sdk::api::notifications::{
    CategoryPreference, DeliveryStatus, GetNotificationPreferences, NotificationCategory, QuietHours,
    UpdateNotificationPreferences,
};

use crate::{
    quiet,
    stage::{Stage, blamed},
    ways,
};

const SENT: DeliveryStatus = DeliveryStatus::Sent;
const OFF: DeliveryStatus = DeliveryStatus::Off;

#[tokio::test]
async fn everything_but_mail_and_marketing_is_on_before_anything_is_said() {
    let stage = Stage::start().await;
    let owner = stage.person(7).await;
    let preferences = stage.call(&owner, GetNotificationPreferences {}).await.expect("preferences");
    let categories: Vec<_> = preferences.categories.iter().map(|preference| preference.category).collect();
    assert_eq!(categories, NotificationCategory::ALL);
    for CategoryPreference { category, push, in_app, email } in preferences.categories {
        let wanted = category != NotificationCategory::Marketing;
        assert_eq!((push, in_app, email), (wanted, wanted, false), "{category:?}");
    }
    assert!(!preferences.quiet_hours.enabled);
}

#[tokio::test]
async fn what_is_set_stays_and_the_rest_is_left_alone() {
    let stage = Stage::start().await;
    let owner = stage.person(7).await;
    let likes = ways(NotificationCategory::Likes, [false, true, true]);
    let first = stage.call(&owner, likes.clone()).await.expect("set");
    assert_eq!(first.categories[1], likes.categories[0]);
    let second = stage.call(&owner, quiet("23:30", "06:15", "+02:00")).await.expect("set");
    assert_eq!(second.categories, first.categories);
    let hours =
        QuietHours { enabled: true, start: "23:30".into(), end: "06:15".into(), timezone: "+02:00".into() };
    assert_eq!(second.quiet_hours, hours);
    let nothing = stage.call(&owner, UpdateNotificationPreferences::default()).await.expect("as it was");
    assert_eq!(nothing, second);
    assert_eq!(stage.call(&owner, GetNotificationPreferences {}).await.expect("kept"), second);
    let other = stage.person(8).await;
    let others = stage.call(&other, GetNotificationPreferences {}).await.expect("preferences");
    assert_ne!(others, second, "one's own only");
}

#[tokio::test]
async fn each_way_is_open_or_not_and_the_inbox_keeps_everything() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    stage.device(&owner, "token-of-the-phone", "phone").await;
    let mails = stage.server.mails().await.expect("mails").len();
    for (count, open) in
        [[true, true, true], [false, true, false], [true, false, false], [false; 3]].into_iter().enumerate()
    {
        stage.call(&owner, ways(NotificationCategory::Payments, open)).await.expect("set");
        stage.tip(&fan, &owner).await;
        let told = stage.newest(&owner).await;
        let [push, in_app, email] = open.map(|open| if open { SENT } else { OFF });
        assert_eq!((told.delivery.push, told.delivery.in_app, told.delivery.email), (push, in_app, email));
        assert_eq!(stage.inbox(&owner).await.len(), count + 1);
    }
    assert_eq!(stage.pushed().await.len(), 2);
    let sent = stage.server.mails().await.expect("mails");
    assert_eq!((sent.len(), sent[0].to.as_str()), (mails + 1, "user7@avalo.test"));
    assert_eq!(sent[0].kind, "notification_payments");
    assert_eq!(sent[0].secret, stage.inbox(&owner).await[3].id.as_str());
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_nothing_is_set() {
    let stage = Stage::start().await;
    let owner = stage.person(7).await;
    let before = stage.call(&owner, GetNotificationPreferences {}).await.expect("preferences");
    for open in [[false, true, true], [true, false, false]] {
        let safety = ways(NotificationCategory::Safety, open);
        assert_eq!(blamed(stage.call(&owner, safety).await), "categories[0]");
    }
    let likes = ways(NotificationCategory::Likes, [false; 3]).categories[0].clone();
    for (categories, field) in
        [(vec![likes.clone(); 2], "categories[1]"), (vec![likes.clone(); 10], "categories")]
    {
        let request = UpdateNotificationPreferences { categories, quiet_hours: None };
        assert_eq!(blamed(stage.call(&owner, request).await), field);
    }
    for (start, end, timezone, field) in [
        ("24:00", "08:00", "UTC", "quietHours.start"),
        ("9:00", "08:00", "UTC", "quietHours.start"),
        ("22:00", "22:00", "UTC", "quietHours.end"),
        ("22:00", "8 o'clock", "UTC", "quietHours.end"),
        ("22:00", "08:00", "Europe/Warsaw", "quietHours.timezone"),
        ("22:00", "08:00", "+15:00", "quietHours.timezone"),
        ("22:00", "08:00", "", "quietHours.timezone"),
    ] {
        // Its first half is in order, and is not set either.
        let request =
            UpdateNotificationPreferences { categories: vec![likes.clone()], ..quiet(start, end, timezone) };
        assert_eq!(blamed(stage.call(&owner, request).await), field, "{start} {end} {timezone}");
    }
    let body = serde_json::json!({ "categories": [{ "category": "gossip", "push": true, "inApp": true, "email": true }] });
    let answer = stage.api.put(&owner.token, "/v1/notifications/preferences", body).await;
    assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{answer}");
    assert_eq!(stage.call(&owner, GetNotificationPreferences {}).await.expect("as before"), before);
}
