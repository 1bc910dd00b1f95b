//! How much may disturb: quiet hours, and so many push messages an hour and a day.

use avalo_sdk::{
    api::{
        feed::{CreatePost, LikePost, PostKind},
        notifications::{DeliveryStatus, NotificationCategory, NotificationPriority},
    },
    model::PostId,
};
use serde_json::json;

use crate::{
    HOUR, quiet,
    stage::{Person, Stage},
};

const SENT: DeliveryStatus = DeliveryStatus::Sent;
const THROTTLED: DeliveryStatus = DeliveryStatus::Throttled;

impl Stage {
    async fn push_status(&self, who: &Person) -> DeliveryStatus {
        self.newest(who).await.delivery.push
    }

    async fn tip_status(&self, from: &Person, to: &Person) -> DeliveryStatus {
        self.tip(from, to).await;
        self.push_status(to).await
    }

    async fn post(&self, author: &Person) -> PostId {
        let post = CreatePost {
            kind: PostKind::Text,
            content: "Like me".into(),
            media_urls: Vec::new(),
            visibility: None,
            unlock_price: None,
        };
        self.call(author, post).await.expect("a post").id
    }

    async fn like_status(&self, fan: &Person, author: &Person) -> DeliveryStatus {
        let post_id = self.post(author).await;
        self.call(fan, LikePost { post_id }).await.expect("a like");
        self.push_status(author).await
    }

    /// Lets somebody's password be reset, of which its owner is told for safety.
    async fn reset(&self, email: &str) {
        let body = json!({ "email": email });
        self.api.post("", "/v1/auth/password/reset-request", body).await;
        let token = self.server.mails().await.expect("mails")[0].secret.clone();
        let body = json!({ "token": token, "password": "Password1" });
        let answer = self.api.post("", "/v1/auth/password/reset", body).await;
        assert_eq!(answer.status, 204, "{answer}");
    }
}

#[tokio::test]
async fn ten_push_messages_an_hour_and_the_rest_is_in_the_inbox() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    stage.device(&owner, "token-of-the-phone", "phone").await;
    for number in 1..=12 {
        let expected = if number <= 10 { SENT } else { THROTTLED };
        assert_eq!(stage.tip_status(&fan, &owner).await, expected, "number {number}");
    }
    assert_eq!(stage.newest(&owner).await.delivery.in_app, SENT, "a live event is no push message");
    assert_eq!((stage.pushed().await.len(), stage.unread(&owner).await), (10, 12));
    stage.advance(HOUR).await;
    let (fan, owner) = stage.pair().await;
    assert_eq!(stage.tip_status(&fan, &owner).await, SENT);
}

#[tokio::test]
async fn fifty_push_messages_a_day() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    stage.device(&owner, "token-of-the-phone", "phone").await;
    for _ in 0..5 {
        let fan = stage.person(6).await;
        for _ in 0..10 {
            stage.tip(&fan, &owner).await;
        }
        stage.advance(HOUR).await;
    }
    assert_eq!(stage.pushed().await.len(), 50);
    let (fan_again, owner) = stage.pair().await;
    drop(fan);
    assert_eq!(stage.tip_status(&fan_again, &owner).await, THROTTLED);
    stage.advance(19 * HOUR).await;
    let (fan, owner) = stage.pair().await;
    assert_eq!(stage.tip_status(&fan, &owner).await, SENT, "a day after the first ten");
}

#[tokio::test]
async fn three_likes_an_hour_are_enough() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    stage.device(&owner, "token-of-the-phone", "phone").await;
    for expected in [SENT, SENT, SENT, THROTTLED] {
        assert_eq!(stage.like_status(&fan, &owner).await, expected);
    }
    assert_eq!(stage.newest(&owner).await.priority, NotificationPriority::Low);
    assert_eq!(stage.tip_status(&fan, &owner).await, SENT, "tips are not likes");
}

#[tokio::test]
async fn quiet_hours_drop_push_messages_by_the_users_own_clock() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    stage.device(&owner, "token-of-the-phone", "phone").await;
    // The world begins at midnight in London, which is ten in the morning in Brisbane.
    for (timezone, expected) in [("UTC", DeliveryStatus::Blocked), ("+10:00", SENT)] {
        stage.call(&owner, quiet("22:00", "08:00", timezone)).await.expect("set");
        assert_eq!(stage.tip_status(&fan, &owner).await, expected, "{timezone}");
    }
    stage.call(&owner, quiet("22:00", "08:00", "UTC")).await.expect("set");
    stage.advance(8 * HOUR).await;
    let (fan, owner) = stage.pair().await;
    assert_eq!(stage.tip_status(&fan, &owner).await, SENT, "the night is over");
    assert_eq!(stage.pushed().await.len(), 2, "what was dropped is not sent later");
}

#[tokio::test]
async fn safety_is_held_back_by_nothing() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    stage.device(&owner, "token-of-the-phone", "phone").await;
    for _ in 0..10 {
        stage.tip(&fan, &owner).await;
    }
    stage.call(&owner, quiet("22:00", "08:00", "UTC")).await.expect("set");
    stage.reset("user7@avalo.test").await;
    let owner = stage.person(7).await;
    let told = stage.newest(&owner).await;
    assert_eq!(
        (told.category, told.priority),
        (NotificationCategory::Safety, NotificationPriority::Critical)
    );
    assert_eq!((told.delivery.push, told.delivery.in_app), (SENT, SENT));
    assert_eq!(stage.pushed().await.len(), 11);
    assert_eq!(stage.server.pushes().await.expect("pushes")[0].title, "Your password was changed");
}

#[tokio::test]
async fn dismissing_makes_no_room_for_more() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    stage.device(&owner, "token-of-the-phone", "phone").await;
    for _ in 0..10 {
        stage.tip(&fan, &owner).await;
        let path = format!("/v1/notifications/{}", stage.newest(&owner).await.id);
        assert_eq!(stage.api.delete(&owner.token, &path).await.status, 204);
    }
    assert_eq!(stage.tip_status(&fan, &owner).await, THROTTLED);
}
