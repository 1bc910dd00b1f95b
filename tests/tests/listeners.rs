//! Subscriptions that are let go keep nothing open.

use std::time::Duration;

use avalo_tests::{server, sign_in, within};
use futures_util::StreamExt;
use tokio::time::sleep;

#[tokio::test]
async fn a_subscription_that_is_dropped_closes_its_connection() {
    let server = server().await;
    let sdk = sign_in(&server, 6).await;
    for _ in 0..20 {
        let mut events = sdk.events();
        let opened = async {
            while server.open_streams() == 0 {
                sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::select! {
            () = opened => {}
            event = events.next() => panic!("{event:?} before anything happened"),
        }
        drop(events);
        let closed = async {
            while server.open_streams() > 0 {
                sleep(Duration::from_millis(1)).await;
            }
        };
        within(closed).await;
    }
}
