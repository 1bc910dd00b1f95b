//! What no client would send: nothing of it moves a token, and nothing of it is an error of the server.

use crate::stage::{Person, Stage};

/// The operations with a body, and one that is taken.
const WRITES: [(&str, &str); 9] = [
    ("/v1/payments/purchases", r#"{"packageId":"mini"}"#),
    ("/v1/payments/purchases/pur_x/confirm", "{}"),
    ("/v1/payments/methods", r#"{"kind":"card","token":"tok_visa_4242"}"#),
    ("/v1/payments/tips", r#"{"recipientId":"usr_1","amount":10}"#),
    ("/v1/payments/gifts", r#"{"recipientId":"usr_1","giftId":"rose"}"#),
    ("/v1/subscriptions", r#"{"creatorId":"usr_1","tierId":"tier_x"}"#),
    ("/v1/payments/withdrawals", r#"{"amount":500,"method":"paypal","destination":"me@x.test"}"#),
    ("/v1/payments/webhook", r#"{"payload":"{}","signature":"t=1,v1=00"}"#),
    ("/v1/chats/chat_x/deposit", "{}"),
];

async fn send(stage: &Stage, who: &Person, path: &str, body: &str) -> (u16, String) {
    let answer = stage.api.request("POST", path).token(&who.token).new_key().body(body).send().await;
    if answer.status >= 400 {
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path} {body}");
    }
    answer.refusal()
}

#[tokio::test]
async fn an_amount_is_a_whole_number_of_json() {
    let stage = Stage::start().await;
    let (fan, _) = stage.pair().await;
    for amount in [
        "-1",
        "-10",
        "0",
        "4",
        "10.5",
        "1e400",
        "\"10\"",
        "\"\"",
        "null",
        "true",
        "[10]",
        "{}",
        "10001",
        "9007199254740992",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "1e19",
        "010",
        "+10",
        "0x10",
        "NaN",
        "Infinity",
        "1_000",
    ] {
        let body = format!(r#"{{"recipientId":"usr_1","amount":{amount}}}"#);
        let (status, code) = send(&stage, &fan, "/v1/payments/tips", &body).await;
        let refused = matches!((status, code.as_str()), (422, "validation_failed") | (400, "invalid_json"));
        assert!(refused, "{amount}: {status} {code}");
    }
    assert_eq!(stage.balance(&fan).await, 1_000);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_withdrawal_of_no_amount_is_refused_before_anything_is_asked() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    for amount in ["-500", "500.5", "\"500\"", "null", "9007199254740992", "[500]"] {
        stage.step_up(&creator).await;
        let body = format!(r#"{{"amount":{amount},"method":"paypal","destination":"me@x.test"}}"#);
        let refused = send(&stage, &creator, "/v1/payments/withdrawals", &body).await;
        assert_eq!(refused, (422, "validation_failed".into()), "{amount}");
    }
    assert_eq!(stage.wallet(&creator).await.pending.0, 0);
    stage.check_ledger().await;
}

#[tokio::test]
async fn names_that_do_not_exist_are_refused_by_field() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    for name in ["gold", "unknown", "", "PLN", "🪙"] {
        stage.step_up(&creator).await;
        for (path, body, field) in [
            ("/v1/payments/purchases", format!(r#"{{"packageId":"mini","currency":"{name}"}}"#), "currency"),
            ("/v1/payments/methods", format!(r#"{{"kind":"{name}","token":"tok_visa_4242"}}"#), "kind"),
            (
                "/v1/payments/withdrawals",
                format!(r#"{{"amount":500,"method":"{name}","destination":"me@x.test"}}"#),
                "method",
            ),
        ] {
            let request = stage.api.request("POST", path).token(&creator.token).new_key().body(body);
            let answer = request.send().await;
            assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{path} {name}: {answer}");
            assert!(answer.json()["errors"][field].is_string(), "{answer}");
        }
    }
    for path in ["/v1/payments/packages?currency=gbp", "/v1/payments/earnings?period=decade"] {
        assert_eq!(stage.api.get(&creator.token, path).await.refusal(), (422, "validation_failed".into()));
    }
    stage.check_ledger().await;
}

#[tokio::test]
async fn bodies_that_are_no_request_are_refused_everywhere() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let deep = format!("{{\"amount\":{}1{}}}", "[".repeat(5_000), "]".repeat(5_000));
    for (path, right) in WRITES {
        for body in ["[]", "[1,2]", "\"tip\"", "10", "null", "true", "{", right[1..].as_ref(), "👛", &deep]
        {
            stage.step_up(&creator).await;
            let (status, code) = send(&stage, &creator, path, body).await;
            assert_eq!((status, code.as_str()), (400, "invalid_json"), "{path} {body:.40}");
        }
        if right == "{}" {
            continue;
        }
        for body in ["", "{}", r#"{"surprise":1}"#] {
            stage.step_up(&creator).await;
            let (status, code) = send(&stage, &creator, path, body).await;
            assert_eq!((status, code.as_str()), (422, "validation_failed"), "{path} {body}");
        }
    }
    assert_eq!(stage.balance(&creator).await, 1_000);
    stage.check_ledger().await;
}

#[tokio::test]
async fn any_field_may_be_anything_and_the_server_stands() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let long = format!("\"{}\"", "x".repeat(100_000));
    let odd = ["null", "true", "-1", "1.5", "1e300", "\"\"", "\"👛\\u0000\"", "\"'; --\"", "[]", "{}", &long];
    for (path, right) in WRITES {
        let fields: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(right).expect("a request");
        for name in fields.keys() {
            for value in odd {
                let mut body = fields.clone();
                body.insert(name.clone(), serde_json::from_str(value).expect("a value"));
                let body = serde_json::Value::Object(body).to_string();
                stage.step_up(&creator).await;
                let (status, code) = send(&stage, &creator, path, &body).await;
                assert!(status < 500, "{path} {body:.80}: {status} {code}");
            }
        }
    }
    assert_eq!(stage.balance(&creator).await, 1_000, "nothing of it moved a token");
    stage.check_ledger().await;
}

#[tokio::test]
async fn an_id_in_a_path_is_a_plain_word() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let long = "x".repeat(65);
    for id in ["%F0%9F%98%80", "a%2Fb", "..%2F..", "a%20b", "%FF", "%00", &long] {
        for (method, path) in [
            ("POST", format!("/v1/payments/purchases/{id}/confirm")),
            ("DELETE", format!("/v1/payments/methods/{id}")),
            ("DELETE", format!("/v1/subscriptions/{id}")),
            ("DELETE", format!("/v1/payments/withdrawals/{id}")),
        ] {
            let answer = stage.api.request(method, &path).token(&creator.token).new_key().send().await;
            assert_eq!(answer.refusal(), (400, "invalid_request".into()), "{method} {path}: {answer}");
        }
    }
}

#[tokio::test]
async fn nobody_moves_tokens_without_a_session_or_a_key() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    for (path, body) in WRITES.into_iter().filter(|(path, _)| !path.ends_with("webhook")) {
        let answer = stage.api.request("POST", path).new_key().body(body).send().await;
        assert_eq!(answer.refusal(), (401, "unauthenticated".into()), "{path}");
        let answer = stage.api.request("POST", path).token(&creator.token).body(body).send().await;
        assert_eq!(answer.refusal(), (400, "idempotency_key_missing".into()), "{path}");
    }
    for path in ["/v1/wallet", "/v1/wallet/transactions", "/v1/subscriptions", "/v1/payments/gifts"] {
        assert_eq!(stage.api.get("", path).await.refusal(), (401, "unauthenticated".into()), "{path}");
    }
    assert_eq!(stage.api.get("", "/v1/payments/packages").await.status, 200, "prices are public");
    stage.check_ledger().await;
}
