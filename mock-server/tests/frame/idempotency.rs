use std::time::Duration;

use avalo_mock_server::Fault;
use serde_json::json;

use crate::{stage, support::seen};

const CHATS: &str = "/v1/chats";

#[tokio::test]
async fn a_key_is_carried_out_once_and_answered_byte_by_byte() {
    let (server, api, token) = stage().await;
    let register = |key: &str, name: &str| {
        let body = json!({
            "email": "ada@example.com", "password": "Analytical1", "displayName": name,
            "dateOfBirth": "1990-12-10", "acceptTerms": true,
        });
        api.request("POST", "/v1/auth/register").key(key).json(&body).send()
    };
    let first = register("one", "Ada").await;
    assert_eq!((first.status, first.header("idempotent-replayed")), (200, ""), "{first}");
    let again = register("one", "Ada").await;
    assert_eq!((again.status, &again.body), (200, &first.body));
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert_eq!(register("one", "Eve").await.refusal(), (422, "idempotency_key_reused".into()));
    assert_eq!(register("two", "Ada").await.refusal(), (409, "email_taken".into()));
    let refused = register("two", "Ada").await;
    assert_eq!(
        (refused.status, refused.header("idempotent-replayed")),
        (409, "true"),
        "a refusal is a result"
    );

    server.advance(Duration::from_secs(24 * 3_600)).await.expect("a day");
    assert_eq!(register("one", "Eve").await.code(), "email_taken", "after a day the key is free");
    drop(token);
}

#[tokio::test]
async fn two_users_may_use_the_same_key() {
    let (_server, api, token) = stage().await;
    let other = api.sign_in("user7@avalo.test").await;
    for token in [&token, &other] {
        let body = json!({ "userId": "usr_10" });
        let answer = api.request("POST", CHATS).token(token).key("mine").json(&body).send().await;
        assert_eq!((answer.status, answer.header("idempotent-replayed")), (200, ""), "{answer}");
    }
}

#[tokio::test]
async fn a_write_without_a_key_is_refused() {
    let (_server, api, token) = stage().await;
    let body = json!({ "userId": "usr_2" });
    for key in [None, Some(String::new()), Some("a b".into()), Some("k".repeat(256))] {
        let request = api.request("POST", CHATS).token(&token).json(&body);
        let request = match &key {
            Some(key) => request.key(key),
            None => request,
        };
        assert_eq!(request.send().await.refusal(), (400, "idempotency_key_missing".into()), "{key:?}");
    }
}

#[tokio::test]
async fn a_key_that_is_being_worked_on_is_refused_for_now() {
    let (server, api, token) = stage().await;
    let body = json!({ "userId": "usr_2" });
    let send = || api.request("POST", CHATS).token(&token).key("slow").json(&body).send();
    server.fault("chat.createChat", Fault::SlowAnswer { ms: 2_000 });
    let meanwhile = async {
        seen(&server, "chat.createChat").await;
        send().await
    };
    let (sent, refused) = tokio::join!(send(), meanwhile);
    assert_eq!(sent.status, 200, "{sent}");
    assert_eq!(refused.refusal(), (409, "idempotency_in_flight".into()), "{refused}");
    assert_eq!(refused.header("retry-after"), "1");
    server.faults([]);
    assert_eq!(send().await.header("idempotent-replayed"), "true");
}

#[tokio::test]
async fn a_lost_answer_is_there_for_the_next_attempt() {
    let (server, api, token) = stage().await;
    let body = json!({ "userId": "usr_10" });
    server.faults([avalo_mock_server::FaultRule::new("chat.createChat", Fault::DropAfterCommit).nth(1)]);
    let send = || api.request("POST", CHATS).token(&token).key("lost").json(&body).try_send();
    send().await.expect_err("the connection was closed");
    let answer = send().await.expect("an answer");
    assert_eq!((answer.status, answer.header("idempotent-replayed")), (200, "true"));
}
