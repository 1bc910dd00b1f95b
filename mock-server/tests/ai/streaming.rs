//! Replies as they come: the form of the stream, its refusals, and that it happens once.

use avalo_mock_server::{Fault, FaultRule};
use serde_json::{Value, json};

use crate::{
    stage::{Person, Stage},
    support::Answer,
};

/// The events of a stream: their names and data.
fn events(answer: &Answer) -> Vec<(String, Value)> {
    let text = String::from_utf8(answer.body.clone()).expect("UTF-8");
    assert!(text.ends_with("\n\n"), "{text}");
    let event = |event: &str| {
        let (name, data) = event.split_once('\n').expect("two lines");
        let name = name.strip_prefix("event: ").expect("a name").to_owned();
        (name, serde_json::from_str(data.strip_prefix("data: ").expect("data")).expect("JSON"))
    };
    text.trim_end().split("\n\n").map(event).collect()
}

/// The words in the pieces, and the last event's data.
fn words(answer: &Answer) -> (String, Value) {
    let mut events = events(answer);
    let (last, message) = events.pop().expect("a last event");
    assert_eq!(last, "message");
    assert!(events.iter().all(|(name, _)| name == "delta"), "{events:?}");
    (events.iter().map(|(_, data)| data["text"].as_str().expect("text")).collect(), message)
}

async fn stream(stage: &Stage, who: &Person, chat: &str, key: &str, words: &str) -> Answer {
    let path = format!("/v1/ai/chats/{chat}/messages/stream");
    let request = stage.api.request("POST", &path).token(&who.token).key(key);
    request.json(&json!({ "content": words })).send().await
}

#[tokio::test]
async fn the_pieces_are_the_reply_and_the_last_event_is_what_a_message_would_be_answered() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let chat = stage.start_chat(&user, "cmp_iris").await.expect("a chat").id;
    let answer = stream(&stage, &user, chat.as_str(), "k-1", "Which book first?").await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "text/event-stream"), "{answer}");
    assert_eq!(answer.header("cache-control"), "no-store");
    let (text, message) = words(&answer);
    assert_eq!(message["reply"]["content"], json!(text));
    assert!(events(&answer).len() > 3, "{answer}");
    assert_eq!((&message["charged"], stage.balance(&user).await), (&json!(2), 998));
    // The same in another world, asked for at once, is the same message.
    let other = Stage::start().await;
    let twin = other.person(7).await;
    let chat = other.start_chat(&twin, "cmp_iris").await.expect("a chat").id;
    let path = format!("/v1/ai/chats/{chat}/messages");
    let body = json!({ "content": "Which book first?" });
    let whole = other.api.request("POST", &path).token(&twin.token).key("k-1").json(&body).send().await;
    assert_eq!(whole.json(), message);
}

#[tokio::test]
async fn the_same_key_gets_the_same_stream_and_is_charged_once() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let chat = stage.start_chat(&user, "cmp_iris").await.expect("a chat").id;
    let say = |key: &'static str, words: &'static str| stream(&stage, &user, chat.as_str(), key, words);
    let first = say("k-1", "Which book first?").await;
    let again = say("k-1", "Which book first?").await;
    assert_eq!((&first.body, again.header("idempotent-replayed")), (&again.body, "true"));
    assert_eq!(again.header("content-type"), "text/event-stream");
    assert_eq!(say("k-1", "Another one").await.refusal(), (422, "idempotency_key_reused".to_owned()));
    assert_eq!(stage.balance(&user).await, 998);
    let path = format!("/v1/ai/chats/{chat}/messages");
    let body = json!({ "content": "Which book first?" });
    let other = stage.api.request("POST", &path).token(&user.token).key("k-1").json(&body).send().await;
    assert_eq!(other.refusal(), (422, "idempotency_key_reused".to_owned()), "another operation");
}

#[tokio::test]
async fn a_refusal_is_a_problem_and_no_stream() {
    let stage = Stage::start().await;
    let (user, other) = (stage.person(7).await, stage.person(8).await);
    let chat = stage.start_chat(&user, "cmp_iris").await.expect("a chat").id;
    let chat = chat.as_str();
    let blocked = stream(&stage, &user, chat, "k-1", "Kill yourself").await;
    assert_eq!(blocked.refusal(), (422, "content_blocked".to_owned()));
    assert_eq!(blocked.header("content-type"), "application/problem+json");
    assert_eq!(stream(&stage, &user, chat, "k-2", "").await.refusal().1, "validation_failed");
    assert_eq!(stream(&stage, &user, chat, "", "Hello").await.refusal().1, "idempotency_key_missing");
    assert_eq!(stream(&stage, &other, chat, "k-3", "Hello").await.refusal().1, "not_participant");
    stage.leave(&user, 1).await;
    assert_eq!(
        stream(&stage, &user, chat, "k-4", "Hello").await.refusal(),
        (402, "insufficient_balance".into())
    );
    assert_eq!(stage.balance(&user).await, 1);
}

#[tokio::test]
async fn faults_strike_it_as_they_strike_others() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let chat = stage.start_chat(&user, "cmp_iris").await.expect("a chat").id;
    let path = format!("/v1/ai/chats/{chat}/messages/stream");
    for (number, fault) in [
        Fault::DropBeforeCommit,
        Fault::DropAfterCommit,
        Fault::Truncate { bytes: 40 },
        Fault::Duplicate,
        Fault::Dribble { ms: 1 },
    ]
    .into_iter()
    .enumerate()
    {
        stage.server.faults([FaultRule::new("ai.streamMessage", fault.clone()).nth(1)]);
        let before = stage.balance(&user).await;
        let key = format!("k-{number}");
        let send = || {
            let request = stage.api.request("POST", &path).token(&user.token).key(&key);
            request.json(&json!({ "content": "Which book first?" })).try_send()
        };
        let broken =
            matches!(fault, Fault::DropBeforeCommit | Fault::DropAfterCommit | Fault::Truncate { .. });
        assert_eq!(send().await.is_err(), broken, "{fault:?}");
        let (text, message) = words(&send().await.expect("the second time"));
        assert_eq!(message["reply"]["content"], json!(text));
        assert_eq!(stage.balance(&user).await, before - 2, "{fault:?}");
    }
    stage.check_ledger().await;
}
