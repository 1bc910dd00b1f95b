//! What the staff should look at.

use avalo_mock_server::MockServer;
use avalo_sdk::{
    Code,
    api::{chat::SendMessage, matchmaking::PassProfile},
};

use crate::stage::{Stage, code};

/// The flags of a world whose server has ended: who, why, how often.
fn flags(file: &std::path::Path) -> Vec<(String, String, i64)> {
    let db = rusqlite::Connection::open(file).expect("the world");
    let mut read = db
        .prepare("SELECT user_id, reason, times FROM account_flags ORDER BY user_id, reason")
        .expect("a query");
    let rows = read.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

async fn world(name: &str) -> (Stage, std::path::PathBuf) {
    let file = std::env::temp_dir().join(format!("avalo-{name}-{}.db", std::process::id()));
    (Stage::with(MockServer::builder().data(&file)).await, file)
}

fn remove(file: &std::path::Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
}

#[tokio::test]
async fn fifty_swipes_in_five_minutes_flag_an_account() {
    let (stage, file) = world("swipes").await;
    let crowd = stage.crowd(98).await;
    let (quick, slow) = (stage.person(1).await, stage.person(2).await);
    for (index, user_id) in crowd.iter().enumerate() {
        if index == 49 {
            stage.advance(301).await;
        }
        let pass = PassProfile { user_id: user_id.clone() };
        stage.call(&slow, pass.clone()).await.expect("a pass");
        if index < 50 {
            stage.call(&quick, pass).await.expect("a pass");
        }
    }
    let last = [&crowd[97], &crowd[96]];
    for user_id in last {
        stage.call(&quick, PassProfile { user_id: user_id.clone() }).await.expect("a pass");
    }
    stage.server.stop().await;
    assert!(flags(&file).is_empty(), "49 and 49 with a pause, 49 and 3: {:?}", flags(&file));
    remove(&file);

    let (stage, file) = world("fast").await;
    let crowd = stage.crowd(51).await;
    let quick = stage.person(1).await;
    for user_id in &crowd {
        stage.call(&quick, PassProfile { user_id: user_id.clone() }).await.expect("a pass");
    }
    stage.server.stop().await;
    assert_eq!(flags(&file), [("usr_1".into(), "fast_swipes".into(), 2)], "at the 50th and the 51st");
    remove(&file);
}

#[tokio::test]
async fn spam_in_the_chat_of_a_match_is_refused_and_on_record() {
    let (stage, file) = world("spam").await;
    let (one, other) = (stage.person(6).await, stage.person(1).await);
    let (_, chat_id) = stage.matched(&one, &other).await;
    let say = |content: &str| SendMessage {
        chat_id: chat_id.clone(),
        content: content.to_owned(),
        ..Default::default()
    };
    for content in ["hi", "Hey!", "yo", "ok", "😀😀"] {
        assert_eq!(code(stage.call(&one, say(content)).await), Code::SpamDetected, "{content}");
    }
    for _ in 0..3 {
        stage.call(&other, say("buy now")).await.expect("a message");
    }
    assert_eq!(code(stage.call(&other, say("Buy  now")).await), Code::SpamDetected);
    stage.call(&one, say("hi, I liked your note")).await.expect("more than a greeting");
    stage.server.stop().await;
    let expected = [("usr_1".into(), "spam_messages".into(), 1), ("usr_6".into(), "spam_messages".into(), 5)];
    assert_eq!(flags(&file), expected);
    remove(&file);
}

/// A second between two messages is the rule where the server is asked to keep pace.
#[tokio::test]
async fn messages_to_a_match_come_a_second_apart() {
    let stage = Stage::with(MockServer::builder().message_pacing()).await;
    let (one, other) = (stage.person(6).await, stage.person(1).await);
    let (_, chat_id) = stage.matched(&one, &other).await;
    let say = |content: &str| SendMessage {
        chat_id: chat_id.clone(),
        content: content.to_owned(),
        ..Default::default()
    };
    stage.call(&one, say("the first of two")).await.expect("a message");
    assert_eq!(code(stage.call(&one, say("the second of two")).await), Code::TooFast);
    stage.advance(1).await;
    stage.call(&one, say("the second of two")).await.expect("a message");
}
