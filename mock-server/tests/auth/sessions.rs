use serde_json::json;

use crate::{log_in, pass, stage, text};

#[tokio::test]
async fn a_refresh_token_is_good_once_and_forgives_a_lost_answer_for_a_minute() {
    let (server, api) = stage().await;
    let first = log_in(&api, 1).await.json()["session"].clone();
    let refresh = |token: &str| api.post("", "/v1/auth/token/refresh", json!({ "refreshToken": token }));
    let second = refresh(text(&first, "refreshToken")).await.json()["session"].clone();
    assert_ne!(first, second);
    assert_eq!(
        refresh(text(&first, "refreshToken")).await.json()["session"],
        second,
        "the answer may be lost"
    );
    assert_eq!(api.get(text(&first, "accessToken"), "/v1/auth/me").await.status, 401);
    assert_eq!(api.get(text(&second, "accessToken"), "/v1/auth/me").await.status, 200);
    pass(&server, 61).await;
    assert_eq!(refresh(text(&first, "refreshToken")).await.refusal(), (401, "token_reused".into()));
    assert_eq!(
        api.get(text(&second, "accessToken"), "/v1/auth/me").await.status,
        401,
        "the family is revoked"
    );
    assert_eq!(refresh("avl_rt_never").await.refusal(), (401, "unauthenticated".into()));
}

#[tokio::test]
async fn tokens_live_for_an_hour_and_for_thirty_days() {
    let (server, api) = stage().await;
    let session = log_in(&api, 1).await.json()["session"].clone();
    pass(&server, 3_595).await;
    assert_eq!(api.get(text(&session, "accessToken"), "/v1/auth/me").await.status, 200);
    pass(&server, 5).await;
    let answer = api.get(text(&session, "accessToken"), "/v1/auth/me").await;
    assert_eq!(
        (answer.refusal(), answer.header("www-authenticate")),
        ((401, "token_expired".into()), "Bearer")
    );
    pass(&server, 30 * 24 * 3_600).await;
    let refresh = json!({ "refreshToken": text(&session, "refreshToken") });
    assert_eq!(
        api.post("", "/v1/auth/token/refresh", refresh).await.refusal(),
        (401, "unauthenticated".into())
    );
}

#[tokio::test]
async fn sessions_are_listed_revoked_and_at_most_ten() {
    let (_server, api) = stage().await;
    let mut tokens = Vec::new();
    for _ in 0..11 {
        tokens.push(log_in(&api, 2).await.json()["session"].clone());
    }
    assert_eq!(
        api.get(text(&tokens[0], "accessToken"), "/v1/auth/me").await.status,
        401,
        "the eleventh ends the first"
    );
    let last = text(&tokens[10], "accessToken");
    let list = api.get(last, "/v1/auth/sessions").await.json();
    let sessions = list["sessions"].as_array().expect("sessions");
    let current: Vec<_> = sessions.iter().filter(|session| session["current"] == true).collect();
    assert_eq!((sessions.len(), current.len()), (10, 1));
    assert_eq!(current[0]["id"], tokens[10]["sessionId"]);

    let path = format!("/v1/auth/sessions/{}", text(&tokens[5], "sessionId"));
    let stranger = log_in(&api, 3).await.json();
    assert_eq!(api.delete(text(&stranger["session"], "accessToken"), &path).await.status, 204);
    assert_eq!(
        api.get(text(&tokens[5], "accessToken"), "/v1/auth/me").await.status,
        200,
        "nobody ends another's"
    );
    assert_eq!(api.delete(last, &path).await.status, 204);
    assert_eq!(api.get(text(&tokens[5], "accessToken"), "/v1/auth/me").await.status, 401);
    assert_eq!(api.post(last, "/v1/auth/logout", json!({})).await.status, 204);
    assert_eq!(api.get(last, "/v1/auth/me").await.refusal(), (401, "unauthenticated".into()));
}

#[tokio::test]
async fn all_sessions_end_after_a_step_up() {
    let (server, api) = stage().await;
    let (here, there) = (log_in(&api, 4).await.json(), log_in(&api, 4).await.json());
    let (here, there) = (text(&here["session"], "accessToken"), text(&there["session"], "accessToken"));
    let refused = api.post(here, "/v1/auth/logout-all", json!({})).await;
    assert_eq!(refused.refusal(), (403, "step_up_required".into()));

    let challenge = api.post(here, "/v1/auth/step-up", json!({})).await.json();
    assert_eq!(challenge["method"], "password");
    let path = format!("/v1/auth/step-up/{}/verify", text(&challenge, "challengeId"));
    let wrong = api.post(here, &path, json!({ "proof": "Password2" })).await;
    assert_eq!(wrong.refusal(), (401, "two_factor_invalid".into()));
    assert_eq!(api.post(there, &path, json!({ "proof": "Password1" })).await.status, 200);
    assert_eq!(
        api.post(here, "/v1/auth/logout-all", json!({})).await.code(),
        "step_up_required",
        "it was proved there"
    );
    pass(&server, 601).await;
    assert_eq!(
        api.post(there, "/v1/auth/logout-all", json!({})).await.code(),
        "step_up_required",
        "ten minutes ago"
    );

    let challenge = api.post(here, "/v1/auth/step-up", json!({})).await.json();
    let path = format!("/v1/auth/step-up/{}/verify", text(&challenge, "challengeId"));
    assert_eq!(api.post(here, &path, json!({ "proof": "Password1" })).await.status, 200);
    assert_eq!(api.post(here, "/v1/auth/logout-all", json!({})).await.status, 204);
    assert_eq!(api.get(there, "/v1/auth/me").await.status, 401);
}
