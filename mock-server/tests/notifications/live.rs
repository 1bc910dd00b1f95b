//! The stream of notifications: nothing else, one numbering with the stream of everything.

use avalo_sdk::{
    api::{chat::CreateChat, notifications::NotificationCategory},
    event::{Event, EventKind},
};

use crate::{
    listener::Listener,
    stage::{Person, Stage},
    ways,
};

/// Listens to notifications and nothing else.
async fn notifications(stage: &Stage, who: &Person, last: Option<&str>) -> Listener {
    Listener::at(stage, who, "/v1/notifications/events", last).await
}

impl Listener {
    fn events(&self) -> Vec<Event> {
        let data = self.heard.lines().filter_map(|line| line.strip_prefix("data: "));
        data.map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
            .collect()
    }

    /// The number that was said last.
    fn last(&self) -> &str {
        self.heard.lines().filter_map(|line| line.strip_prefix("id: ")).next_back().expect("a number")
    }
}

#[tokio::test]
async fn a_notification_carries_its_entry_of_the_inbox() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    let mut ear = Listener::of(&stage, &owner).await;
    stage.tip(&fan, &owner).await;
    ear.until("\"notification\":").await;
    let event = ear.events().into_iter().find(|event| event.kind == EventKind::Notification).expect("one");
    assert_eq!(event.text.as_deref(), Some("A tip of 5 tokens"));
    assert_eq!(event.notification, Some(stage.newest(&owner).await));
}

#[tokio::test]
async fn the_stream_of_notifications_tells_nothing_else() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    let mut ear = notifications(&stage, &owner, None).await;
    stage.call(&fan, CreateChat { user_id: owner.id.clone() }).await.expect("a chat");
    stage.tip(&fan, &owner).await;
    stage.tip(&fan, &owner).await;
    let newest = stage.newest(&owner).await;
    ear.until(newest.id.as_str()).await;
    let events = ear.events();
    assert_eq!(events.len(), 2);
    assert!(events.iter().all(|event| event.kind == EventKind::Notification), "{events:?}");
    assert!(ear.heard.matches("id: ").count() > 4, "the others are counted: {}", ear.heard);
}

#[tokio::test]
async fn who_comes_back_is_told_what_came_in_between_and_only_that() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    let mut ear = notifications(&stage, &owner, None).await;
    stage.tip(&fan, &owner).await;
    ear.until("data: ").await;
    ear.until("\n\n").await;
    let last = ear.last().to_owned();
    drop(ear);
    stage.tip(&fan, &owner).await;
    let missed = stage.newest(&owner).await;
    let mut ear = notifications(&stage, &owner, Some(&last)).await;
    ear.until(missed.id.as_str()).await;
    assert_eq!(ear.events().len(), 1, "{}", ear.heard);
    // The numbers go for both streams.
    let mut all = Listener::at(&stage, &owner, "/v1/events", Some(&last)).await;
    all.until(missed.id.as_str()).await;
    let kinds: Vec<_> = all.events().into_iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [EventKind::WalletUpdate, EventKind::Notification]);
}

#[tokio::test]
async fn a_quiet_reader_of_notifications_misses_nothing_however_much_else_happens() {
    let stage = Stage::with(avalo_mock_server::MockServer::builder().event_history(5)).await;
    let (fan, owner) = stage.pair().await;
    stage.call(&owner, ways(NotificationCategory::Payments, [true, false, false])).await.expect("set");
    let mut ear = notifications(&stage, &owner, None).await;
    for _ in 0..20 {
        // Each changes the wallet and says so on the other stream.
        stage.tip(&fan, &owner).await;
    }
    ear.until("-20\n").await;
    let last = ear.last().to_owned();
    drop(ear);
    stage.call(&owner, ways(NotificationCategory::Payments, [true, true, false])).await.expect("set");
    stage.tip(&fan, &owner).await;
    let mut ear = notifications(&stage, &owner, Some(&last)).await;
    ear.until("A tip of 5 tokens").await;
    assert!(ear.events().iter().all(|event| event.kind == EventKind::Notification), "{}", ear.heard);
}

#[tokio::test]
async fn who_fell_too_far_behind_is_told_so() {
    let stage = Stage::with(avalo_mock_server::MockServer::builder().event_history(5)).await;
    let (fan, owner) = stage.pair().await;
    let mut ear = notifications(&stage, &owner, None).await;
    ear.until("id: ").await;
    ear.until("\n\n").await;
    let last = ear.last().to_owned();
    drop(ear);
    for _ in 0..10 {
        stage.tip(&fan, &owner).await;
    }
    let mut ear = notifications(&stage, &owner, Some(&last)).await;
    ear.until("\"resync\"").await;
}
