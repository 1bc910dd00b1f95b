//! Live notifications over a network that breaks: each arrives once, in order, or the reader is told.

use std::time::Duration;

use avalo_mock_server::{Fault, FaultRule, MockServer};
use avalo_sdk::{
    AvaloSdk, ErrorKind,
    api::{
        notifications::{
            CategoryPreference, GetNotifications, NotificationCategory, UpdateNotificationPreferences,
        },
        payments::SendTip,
    },
    model::Tokens,
};
use avalo_tests::{next, server, sign_in, within};
use futures_util::StreamExt;

/// Waits until so many streams are open.
async fn streams(server: &MockServer, count: usize) {
    within(async {
        while server.open_streams() != count {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
}

async fn tip(sdk: &AvaloSdk, amount: i64) {
    let tip = SendTip { recipient_id: "usr_7".into(), amount: Tokens(amount), note: None, post_id: None };
    sdk.payments().send_tip(tip).await.expect("a tip");
}

#[tokio::test]
async fn notifications_survive_cuts_in_order_and_once() {
    let server = server().await;
    let (fan, reader) = (sign_in(&server, 6).await, sign_in(&server, 7).await);
    let mut notifications = reader.notifications().subscribe_to_notifications();
    let writing = async {
        streams(&server, 1).await;
        for amount in 5..35 {
            if amount % 3 == 0 {
                server.close_streams();
            }
            tip(&fan, amount).await;
        }
    };
    let reading = async {
        for amount in 5..35 {
            let told = next(&mut notifications).await.expect("a notification");
            assert_eq!(told.title, format!("A tip of {amount} tokens"));
        }
    };
    tokio::join!(writing, reading);
    drop(notifications);
    streams(&server, 0).await;
    let all = GetNotifications { limit: Some(100), ..Default::default() };
    let inbox = reader.notifications().get_notifications(all).await.expect("an inbox");
    assert_eq!(inbox.notifications.len(), 30, "the inbox has them too");
}

#[tokio::test]
async fn what_else_happens_makes_no_gap_and_a_gap_is_told_once() {
    let server = MockServer::builder().event_history(5).start().await.expect("a server");
    let (fan, reader) = (sign_in(&server, 6).await, sign_in(&server, 7).await);
    let live = |in_app| {
        let payments = CategoryPreference {
            category: NotificationCategory::Payments,
            push: false,
            in_app,
            email: false,
        };
        let update = UpdateNotificationPreferences { categories: vec![payments], quiet_hours: None };
        reader.notifications().update_preferences(update)
    };
    let mut notifications = reader.notifications().subscribe_to_notifications();
    let writing = async {
        streams(&server, 1).await;
        live(false).await.expect("silence");
        for amount in 10..30 {
            tip(&fan, amount).await;
        }
        server.close_streams();
        live(true).await.expect("news again");
        tip(&fan, 31).await;
    };
    let (told, ()) = tokio::join!(next(&mut notifications), writing);
    assert_eq!(told.expect("no gap").title, "A tip of 31 tokens");

    server.faults([FaultRule::new("notifications.subscribeToNotifications", Fault::Status { status: 503 })]);
    server.close_streams();
    for amount in 40..50 {
        tip(&fan, amount).await;
    }
    server.faults([]);
    let error = next(&mut notifications).await.expect_err("the gap");
    assert_eq!(error.kind(), ErrorKind::Conflict);
    assert!(within(notifications.next()).await.is_none(), "it has ended");
    streams(&server, 0).await;
}
