//! Who may, and what nobody may ask.

use serde_json::json;

use crate::stage::Stage;

#[tokio::test]
async fn meeting_people_is_for_the_verified() {
    let stage = Stage::start().await;
    let (verified, user) = (stage.person(6).await, stage.person(7).await);
    for path in ["suggestions", "matches", "likes/received", "allowance", "compatibility/usr_1"] {
        let path = format!("/v1/matchmaking/{path}");
        assert_eq!(stage.api.get(&verified.token, &path).await.status, 200, "{path}");
        assert_eq!(stage.api.get("", &path).await.refusal(), (401, "unauthenticated".into()), "{path}");
        let answer = stage.api.get(&user.token, &path).await;
        assert_eq!(answer.refusal(), (403, "verification_required".into()), "{path}");
    }
    for (path, body) in [
        ("likes", json!({ "userId": "usr_1" })),
        ("passes", json!({ "userId": "usr_1" })),
        ("rewind", json!({})),
    ] {
        let answer = stage.api.post(&user.token, &format!("/v1/matchmaking/{path}"), body).await;
        assert_eq!(answer.refusal(), (403, "verification_required".into()), "{path}");
    }
    assert_eq!(stage.api.get(&user.token, "/v1/matchmaking/preferences").await.status, 200);
}

#[tokio::test]
async fn nonsense_is_refused_by_its_field() {
    let stage = Stage::start().await;
    let one = stage.person(1).await;
    for list in ["suggestions", "matches", "likes/received"] {
        for limit in ["0", "101", "-1", "ten", "4294967296"] {
            let path = format!("/v1/matchmaking/{list}?limit={limit}");
            let answer = stage.api.get(&one.token, &path).await;
            assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{path}");
            assert!(answer.json()["errors"]["limit"].is_string(), "{answer}");
        }
        let answer = stage.api.get(&one.token, &format!("/v1/matchmaking/{list}?cursor=ZmVlZHwxfA")).await;
        assert_eq!(answer.refusal(), (400, "invalid_cursor".into()), "{list}");
    }
    for body in [
        json!({}),
        json!({ "userId": 5 }),
        json!({ "userId": "usr_2", "superLike": "yes" }),
        json!({ "userId": "usr_2", "super": true }),
    ] {
        let answer = stage.api.post(&one.token, "/v1/matchmaking/likes", body.clone()).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{body}: {answer}");
    }
    for id in ["", " ", "😀", "usr_1' OR 1=1", &"x".repeat(65_000)] {
        let answer = stage.api.post(&one.token, "/v1/matchmaking/likes", json!({ "userId": id })).await;
        assert!([404, 413, 422].contains(&answer.status), "{answer}");
    }
    let keyless = stage.api.request("POST", "/v1/matchmaking/likes").token(&one.token);
    let answer = keyless.json(&json!({ "userId": "usr_2" })).send().await;
    assert_eq!(answer.refusal(), (400, "idempotency_key_missing".into()));
}
