//! How many likes there are.

use avalo_sdk::{
    Code,
    api::matchmaking::{GetAllowance, LikeAllowance},
    model::Timestamp,
};

use crate::{
    meeting::like,
    stage::{Person, Stage, code},
};

const HOUR: u64 = 3_600;

async fn allowance(stage: &Stage, who: &Person) -> LikeAllowance {
    stage.call(who, GetAllowance {}).await.expect("an allowance")
}

/// A minute past midnight.
async fn begun() -> Stage {
    let stage = Stage::start().await;
    stage.advance(60).await;
    stage
}

#[tokio::test]
async fn fifty_likes_are_a_day_and_an_hour_gives_ten() {
    let stage = begun().await;
    let crowd = stage.crowd(64).await;
    let one = stage.person(1).await;
    let fresh = allowance(&stage, &one).await;
    assert_eq!((fresh.limit, fresh.remaining, fresh.next_refill_at), (50, Some(50), None));
    for (index, whom) in crowd[..50].iter().enumerate() {
        let receipt = stage.call(&one, like(whom)).await.expect("a like");
        assert_eq!(receipt.remaining, Some(49 - u32::try_from(index).expect("small")));
        assert!(receipt.next_refill_at.is_some());
    }
    let refused = stage.call(&one, like(&crowd[50])).await.expect_err("a refusal");
    assert_eq!((refused.code, refused.status), (Code::LikeLimitReached, 429));
    let wait = refused.retry_after.expect("a hint");
    assert!((3_590..=3_600).contains(&wait), "{wait}");
    let empty = allowance(&stage, &one).await;
    let at = empty.next_refill_at.expect("a moment");
    assert_eq!(empty.remaining, Some(0));
    stage.advance(u64::from(wait)).await;
    assert!(at <= Timestamp::from_unix_ms(1_767_225_600_000 + 3_700_000), "{at}");
    let one = stage.person(1).await;
    assert_eq!(allowance(&stage, &one).await.remaining, Some(10));
    for whom in &crowd[50..60] {
        stage.call(&one, like(whom)).await.expect("a like");
    }
    assert_eq!(code(stage.call(&one, like(&crowd[60])).await), Code::LikeLimitReached);
    stage.advance(2 * HOUR).await;
    assert_eq!(allowance(&stage, &stage.person(1).await).await.remaining, Some(20));
    stage.advance(21 * HOUR).await;
    let next_day = allowance(&stage, &stage.person(1).await).await;
    assert_eq!((next_day.remaining, next_day.next_refill_at), (Some(50), None));
}

#[tokio::test]
async fn an_hour_is_earned_however_often_one_likes_in_it() {
    let stage = begun().await;
    let crowd = stage.crowd(32).await;
    let one = stage.person(1).await;
    // Thirty at once, and one more just before the hour is full.
    for whom in &crowd[..30] {
        stage.call(&one, like(whom)).await.expect("a like");
    }
    stage.advance(HOUR - 60).await;
    let receipt = stage.call(&one, like(&crowd[30])).await.expect("a like");
    assert_eq!(receipt.remaining, Some(19));
    stage.advance(60).await;
    let one = stage.person(1).await;
    assert_eq!(allowance(&stage, &one).await.remaining, Some(29), "the hour counts from the last refill");
}

#[tokio::test]
async fn passes_are_free() {
    let stage = begun().await;
    let one = stage.person(1).await;
    for number in 2..=6 {
        stage.pass(&one, &stage.person(number).await).await;
    }
    assert_eq!(allowance(&stage, &one).await.remaining, Some(50));
}

/// Who is Royal is decided elsewhere; here the world's file is changed while nobody uses it.
#[tokio::test]
async fn likes_of_royal_members_are_not_counted() {
    let file = std::env::temp_dir().join(format!("avalo-royal-{}.db", std::process::id()));
    let start = async || Stage::with(avalo_mock_server::MockServer::builder().data(&file)).await;
    let stage = start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    stage.server.stop().await;
    let db = rusqlite::Connection::open(&file).expect("the world");
    db.execute("UPDATE users SET is_royal = 1 WHERE id = 'usr_1'", []).expect("a change");
    drop(db);
    let stage = start().await;
    let request = stage.api.request("POST", "/v1/matchmaking/likes").token(&one.token).key("royal");
    let receipt = request.json(&serde_json::json!({ "userId": other.id })).send().await.json();
    assert_eq!((&receipt["matched"], receipt.get("remaining")), (&false.into(), None));
    let allowance = stage.api.get(&one.token, "/v1/matchmaking/allowance").await.json();
    assert_eq!((&allowance["limit"], allowance.get("remaining")), (&50.into(), None));
    stage.server.stop().await;
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
}
