//! What a message to a companion costs, what is refused, and that it happens once.

use avalo_sdk::{
    Code,
    api::ai::{AiRole, AiTier, CancelAiSubscription, CloseAiChat, DeleteCompanion, GetAiUsage},
    model::Tokens,
};
use serde_json::json;

use crate::{
    DAY, MONTH,
    companions::companion,
    stage::{Stage, blamed, code},
};

#[tokio::test]
async fn ten_messages_a_day_are_free_and_the_next_costs_a_token() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let chat = stage.start_chat(&user, "cmp_nora").await.expect("a chat");
    assert_eq!((chat.message_price, chat.free_messages_left), (Tokens(0), Some(10)));
    for left in (0..10).rev() {
        let answer = stage.say(&user, &chat.id, "The garden is in bloom").await.expect("a reply");
        assert_eq!((answer.charged, answer.free_messages_left), (Tokens(0), Some(left)));
    }
    assert_eq!(stage.balance(&user).await, 1_000);
    let paid = stage.say(&user, &chat.id, "The garden is in bloom").await.expect("a reply");
    assert_eq!((paid.charged, paid.sent.price, paid.reply.price), (Tokens(1), Tokens(1), Tokens(0)));
    assert_eq!(stage.balance(&user).await, 999);
    // The free ones are the day's, not the chat's.
    let other = stage.start_chat(&user, "cmp_leo").await.expect("a chat");
    assert_eq!((other.message_price, other.free_messages_left), (Tokens(1), Some(0)));
    let usage = stage.call(&user, GetAiUsage {}).await.expect("usage");
    assert_eq!((usage.messages_today, usage.free_messages_left), (11, Some(0)));
    assert_eq!((usage.charged, usage.open_chats, usage.open_chats_limit), (Tokens(1), 2, Some(3)));
    assert!(usage.model_tokens > 100, "{usage:?}");
    assert_eq!(usage.resets_at.to_string(), "2026-01-02T00:00:00.000Z");
    stage.advance(DAY).await;
    let user = stage.person(7).await;
    let next_day = stage.say(&user, &chat.id, "Good morning").await.expect("a reply");
    assert_eq!((next_day.charged, next_day.free_messages_left), (Tokens(0), Some(9)));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_message_costs_what_the_class_says_where_no_plan_includes_it() {
    let stage = Stage::start().await;
    let user = stage.person(6).await;
    let iris = stage.start_chat(&user, "cmp_iris").await.expect("a chat");
    let answer = stage.say(&user, &iris.id, "Which book first?").await.expect("a reply");
    assert_eq!((answer.charged, answer.free_messages_left), (Tokens(2), Some(10)));
    stage.subscribe(&user, AiTier::Intimate).await.expect("a plan");
    let sol = stage.start_chat(&user, "cmp_sol").await.expect("a chat");
    for chat in [&iris.id, &sol.id] {
        let answer = stage.say(&user, chat, "Which book first?").await.expect("a reply");
        assert_eq!((answer.charged, answer.free_messages_left), (Tokens(0), None), "plans include it");
    }
    assert_eq!(stage.balance(&user).await, 1_000 - 2 - 395);
    // A chat outlives the plan on which it was opened.
    stage.call(&user, CancelAiSubscription {}).await.expect("cancelled");
    stage.advance(MONTH).await;
    let user = stage.person(6).await;
    let answer = stage.say(&user, &sol.id, "Still there?").await.expect("a reply");
    assert_eq!(answer.charged, Tokens(4));
    stage.check_ledger().await;
}

#[tokio::test]
async fn both_sides_are_written_down_and_labelled() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let chat = stage.start_chat(&user, "cmp_nora").await.expect("a chat");
    let answer = stage.say(&user, &chat.id, "You idiot").await.expect("doubtful words go through");
    assert_eq!((answer.sent.role, answer.sent.is_ai, answer.sent.flagged), (AiRole::User, false, true));
    let reply = &answer.reply;
    assert_eq!((reply.role, reply.is_ai, reply.flagged), (AiRole::Assistant, true, false));
    let page = stage.api.get(&user.token, &format!("/v1/ai/chats/{}/messages", chat.id)).await.json();
    assert_eq!(page["messages"][0], json!(reply));
    assert_eq!(page["messages"][1], json!(answer.sent));
    assert!(page["messages"][2]["content"].as_str().expect("hello").contains("AI companion"));
    assert_eq!(page["messages"][2]["isAi"], true);
}

#[tokio::test]
async fn what_is_refused_is_not_said_and_not_charged() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let chat = stage.start_chat(&user, "cmp_iris").await.expect("a chat");
    for words in [
        "You stupid, pathetic loser",
        "pay for sex",
        "naked and nude, now",
        "a sexy teenager",
        "Kill yourself",
    ] {
        assert_eq!(code(stage.say(&user, &chat.id, words).await), Code::ContentBlocked, "{words}");
    }
    for words in ["", " \n\t", &"x".repeat(2_001)] {
        assert_eq!(blamed(stage.say(&user, &chat.id, words).await), "content");
    }
    stage.leave(&user, 1).await;
    let poor = stage.say(&user, &chat.id, "One more").await.expect_err("refused");
    assert_eq!(poor.code, Code::InsufficientBalance);
    assert_eq!(stage.balance(&user).await, 1);
    let page = stage.api.get(&user.token, &format!("/v1/ai/chats/{}/messages", chat.id)).await.json();
    assert_eq!(page["messages"].as_array().map(Vec::len), Some(1), "the greeting only");
    stage.say(&user, &chat.id, &"é".repeat(2_000)).await.expect_err("too dear, not too long");
}

#[tokio::test]
async fn a_chat_is_its_owners_alone_and_open() {
    let stage = Stage::start().await;
    let (user, other) = (stage.person(7).await, stage.person(8).await);
    let chat = stage.start_chat(&user, "cmp_nora").await.expect("a chat");
    assert_eq!(code(stage.say(&other, &chat.id, "Hello").await), Code::NotParticipant);
    assert_eq!(code(stage.say(&user, &"aic_none".into(), "Hello").await), Code::NotFound);
    stage.call(&user, CloseAiChat { chat_id: chat.id.clone() }).await.expect("closed");
    assert_eq!(code(stage.say(&user, &chat.id, "Hello").await), Code::ChatClosed);
}

#[tokio::test]
async fn a_companion_that_is_gone_answers_nobody() {
    let stage = Stage::start().await;
    let maker = stage.person(1).await;
    stage.subscribe(&maker, AiTier::Creator).await.expect("a plan");
    let made = stage.call(&maker, companion("Wren")).await.expect("a companion");
    let chat = stage.start_chat(&maker, made.id.as_str()).await.expect("a chat");
    stage.say(&maker, &chat.id, "Hello").await.expect("a reply");
    stage.call(&maker, DeleteCompanion { companion_id: made.id.clone() }).await.expect("deleted");
    assert_eq!(code(stage.say(&maker, &chat.id, "Hello").await), Code::NotFound);
    let path = format!("/v1/ai/chats/{}", chat.id);
    let read = stage.api.get(&maker.token, &path).await.json();
    assert_eq!(
        (&read["companion"]["name"], &read["companion"]["available"]),
        (&json!("Wren"), &json!(false))
    );
}

#[tokio::test]
async fn one_key_is_one_message_and_one_charge() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let chat = stage.start_chat(&user, "cmp_iris").await.expect("a chat");
    let path = format!("/v1/ai/chats/{}/messages", chat.id);
    let send = |words: &str| {
        let body = json!({ "content": words });
        stage.api.request("POST", &path).token(&user.token).key("k-1").json(&body).send()
    };
    let first = send("Which book first?").await;
    assert_eq!(first.status, 200, "{first}");
    let again = send("Which book first?").await;
    assert_eq!((&first.body, again.header("idempotent-replayed")), (&again.body, "true"));
    assert_eq!(send("Another one").await.refusal(), (422, "idempotency_key_reused".to_owned()));
    assert_eq!(stage.balance(&user).await, 998);
    let without = stage.api.request("POST", &path).token(&user.token).json(&json!({ "content": "x" }));
    assert_eq!(without.send().await.refusal(), (400, "idempotency_key_missing".to_owned()));
    // A refusal is repeated too, and still free.
    let bad = || {
        let body = json!({ "content": "Kill yourself" });
        stage.api.request("POST", &path).token(&user.token).key("k-2").json(&body).send()
    };
    assert_eq!(bad().await.refusal(), (422, "content_blocked".to_owned()));
    assert_eq!(bad().await.refusal(), (422, "content_blocked".to_owned()));
    assert_eq!(stage.balance(&user).await, 998);
}

#[tokio::test]
async fn two_devices_at_once_pay_for_what_each_says() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let chat = stage.start_chat(&user, "cmp_iris").await.expect("a chat");
    stage.leave(&user, 5).await;
    let say = || stage.say(&user, &chat.id, "Which book first?");
    let answers = tokio::join!(say(), say(), say());
    let sent = [answers.0, answers.1, answers.2].into_iter().filter(Result::is_ok).count();
    assert_eq!((sent, stage.balance(&user).await), (2, 1));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_charge_shows_in_the_history_and_the_same_world_says_the_same() {
    let mut bodies = Vec::new();
    for _ in 0..2 {
        let stage = Stage::start().await;
        let user = stage.person(7).await;
        let chat = stage.start_chat(&user, "cmp_iris").await.expect("a chat");
        stage.say(&user, &chat.id, "Which book first?").await.expect("a reply");
        let history = stage.api.get(&user.token, "/v1/wallet/transactions?limit=1").await.json();
        let newest = &history["transactions"][0];
        assert_eq!((&newest["kind"], &newest["amount"]), (&json!("ai_message"), &json!(2)));
        assert_eq!(newest["reference"], json!(chat.id));
        let path = format!("/v1/ai/chats/{}/messages", chat.id);
        bodies.push(stage.api.get(&user.token, &path).await.body);
    }
    assert_eq!(bodies[0], bodies[1]);
}
