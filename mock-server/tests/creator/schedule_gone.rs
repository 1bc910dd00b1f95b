//! Content whose author cannot publish it any longer.

use avalo_sdk::api::creator::ScheduleState;

use crate::{
    schedule::{SOON, listed, plan},
    stage::Stage,
    supported::DAY,
};

#[tokio::test]
async fn a_creator_who_has_gone_publishes_nothing() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    stage.call(&creator, plan("From nowhere", SOON)).await.expect("a plan");
    stage.delete(&creator).await;
    stage.advance(1_200).await;
    let feed = stage.api.get(&fan.token, "/v1/feed?limit=100").await;
    assert!(!feed.to_string().contains("From nowhere"), "{feed}");
    // Nor when the account is gone for good in between.
    let other = stage.person(2).await;
    stage.call(&other, plan("From beyond", SOON + 40 * 24 * 3_600_000)).await.expect("a plan");
    stage.delete(&other).await;
    stage.advance(60 * DAY).await;
    let feed = stage.api.get(&stage.person(6).await.token, "/v1/feed?limit=100").await;
    assert!(!feed.to_string().contains("From beyond"), "{feed}");
}

/// Suspending is the staff's; here the world's file is changed while nobody uses it.
#[tokio::test]
async fn a_suspended_creator_publishes_nothing_and_finds_it_skipped() {
    let file = std::env::temp_dir().join(format!("avalo-suspended-{}.db", std::process::id()));
    let start = async || Stage::with(avalo_mock_server::MockServer::builder().data(&file)).await;
    let set = |status: &str| {
        let db = rusqlite::Connection::open(&file).expect("the world");
        db.execute("UPDATE users SET status = ?1 WHERE id = 'usr_1'", [status]).expect("a change");
    };
    let stage = start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    stage.call(&creator, plan("Not now", SOON)).await.expect("a plan");
    stage.server.stop().await;
    set("suspended");
    let stage = start().await;
    stage.advance(1_200).await;
    let feed = stage.api.get(&fan.token, "/v1/feed?limit=100").await;
    assert!(!feed.to_string().contains("Not now"), "{feed}");
    stage.server.stop().await;
    set("active");
    let stage = start().await;
    let skipped = listed(&stage, &creator, ScheduleState::Skipped).await;
    assert_eq!(skipped.len(), 1);
    stage.server.stop().await;
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
}
