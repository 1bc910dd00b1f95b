//! What no SDK would send.

use serde_json::{Value, json};

use crate::stage::Stage;

#[tokio::test]
async fn what_is_no_identifier_is_refused_wherever_a_path_names_somebody() {
    let stage = Stage::start().await;
    let token = stage.person(6).await.token;
    let long = "x".repeat(65);
    for id in ["%F0%9F%98%80", "..%2F..%2Fusr_1", "%2e%2e", "usr%201", "usr_1%00", "a%3Fb", "%FF", &long] {
        for (method, rest) in [
            ("GET", ""),
            ("PUT", "/follow"),
            ("DELETE", "/follow"),
            ("GET", "/followers"),
            ("GET", "/following"),
            ("PUT", "/block"),
            ("DELETE", "/block"),
            ("GET", "/tiers"),
        ] {
            let path = format!("/v1/profiles/{id}{rest}");
            let answer = stage.api.request(method, &path).token(&token).new_key().send().await;
            assert_eq!(answer.refusal(), (400, "invalid_request".into()), "{method} {path}: {answer}");
        }
    }
    let answer = stage.api.get(&token, "/v1/profiles/../../etc/passwd").await;
    assert_eq!(answer.refusal(), (404, "not_found".into()));
}

#[tokio::test]
async fn fields_of_another_type_are_named() {
    let stage = Stage::start().await;
    let token = stage.person(6).await.token;
    for (body, field) in [
        (json!({ "displayName": 7 }), "displayName"),
        (json!({ "bio": ["x"] }), "bio"),
        (json!({ "interests": "maps" }), "interests"),
        (json!({ "interests": [1] }), "interests[0]"),
        (json!({ "country": {} }), "country"),
        (json!({ "bio": "Engines", "moon": "full" }), "moon"),
    ] {
        let answer = stage.api.patch(&token, "/v1/profiles/me", body.clone()).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{body}: {answer}");
        assert!(answer.json()["errors"][field].is_string(), "{body}: {answer}");
    }
    for body in [json!([]), json!("x"), Value::Null] {
        let answer = stage.api.patch(&token, "/v1/profiles/me", body).await;
        assert_eq!(answer.refusal(), (400, "invalid_json".into()), "{answer}");
    }
    let answer = stage.api.patch(&token, "/v1/profiles/me", json!({ "bio": null })).await;
    assert_eq!(answer.status, 200, "null is absent: {answer}");
}

#[tokio::test]
async fn huge_and_odd_texts_do_no_harm() {
    let stage = Stage::start().await;
    let token = stage.person(6).await.token;
    let huge = json!({ "bio": "ż".repeat(400_000) });
    let answer = stage.api.patch(&token, "/v1/profiles/me", huge).await;
    assert_eq!(answer.refusal(), (422, "validation_failed".into()));
    for text in ["'; DROP TABLE users; --", "nul \0 inside", "\u{202e}backwards", "<script>alert(1)</script>"]
    {
        let answer = stage.api.patch(&token, "/v1/profiles/me", json!({ "bio": text })).await;
        assert_eq!(answer.json()["bio"], text, "{answer}");
        assert_eq!(stage.api.get(&token, "/v1/profiles/usr_6").await.json()["bio"], text);
    }
}
