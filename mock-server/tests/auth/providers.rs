use serde_json::{Value, json};

use crate::{pass, stage, support::Api, text};

/// The pair of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const REDIRECT: &str = "avalo://signed-in";

fn start(changes: Value) -> Value {
    let mut fields = json!({ "provider": "google", "redirectUri": REDIRECT, "codeChallenge": CHALLENGE });
    if let (Some(fields), Value::Object(changes)) = (fields.as_object_mut(), changes) {
        fields.extend(changes);
    }
    fields
}

/// Goes to the provider and returns what the app is given: code, state and issuer.
async fn authorized(api: &Api, email: &str) -> (String, String, String) {
    let begun = api.post("", "/v1/auth/oauth/start", start(json!({}))).await.json();
    let page = format!("{}&login_hint={email}", text(&begun, "authorizationUrl"));
    let answer = api.get("", &page).await;
    assert_eq!(answer.status, 302, "{answer}");
    let query =
        answer.header("location").strip_prefix("avalo://signed-in?").expect("back to the app").to_owned();
    let part = |name: &str| {
        let found = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        found.expect("a parameter").to_owned()
    };
    (part("code"), part("state"), part("iss"))
}

fn finish((code, state, issuer): &(String, String, String), changes: Value) -> Value {
    let mut fields = json!({
        "provider": "google", "code": code, "state": state, "codeVerifier": VERIFIER,
        "redirectUri": REDIRECT, "issuer": issuer,
    });
    if let (Some(fields), Value::Object(changes)) = (fields.as_object_mut(), changes) {
        fields.extend(changes);
    }
    fields
}

#[tokio::test]
async fn who_a_provider_vouches_for_gets_the_same_account_each_time() {
    let (_server, api) = stage().await;
    let mut users = Vec::new();
    for _ in 0..2 {
        let grant = authorized(&api, "grace@example.com").await;
        let answer = api.post("", "/v1/auth/oauth", finish(&grant, json!({}))).await;
        assert_eq!(answer.status, 200, "{answer}");
        users.push(answer.json()["me"]["id"].clone());
        let again = api.post("", "/v1/auth/oauth", finish(&grant, json!({}))).await;
        assert_eq!(again.refusal(), (401, "oauth_invalid".into()), "a code is good once");
    }
    assert_eq!(users[0], users[1]);
    let grant = authorized(&api, "user3@avalo.test").await;
    let answer = api.post("", "/v1/auth/oauth", finish(&grant, json!({}))).await;
    assert_eq!(answer.json()["me"]["id"], "usr_3", "an address that is known is not opened twice");
}

#[tokio::test]
async fn nothing_about_the_exchange_may_differ() {
    let (server, api) = stage().await;
    for changes in [
        json!({ "state": "another" }),
        json!({ "code": "another" }),
        json!({ "provider": "apple" }),
        json!({ "redirectUri": "avalo://elsewhere" }),
        json!({ "issuer": "urn:avalo:reference:apple" }),
        json!({ "codeVerifier": VERIFIER.to_lowercase() }),
        json!({ "codeVerifier": "short" }),
    ] {
        let grant = authorized(&api, "grace@example.com").await;
        let answer = api.post("", "/v1/auth/oauth", finish(&grant, changes.clone())).await;
        assert_eq!(answer.refusal(), (401, "oauth_invalid".into()), "{changes}");
        let right = api.post("", "/v1/auth/oauth", finish(&grant, json!({}))).await;
        let spent = changes.get("state").is_none() && changes.get("code").is_none();
        assert!(!spent || right.code() == "oauth_invalid", "{changes}: a code that was tried is gone");
    }
    let grant = authorized(&api, "grace@example.com").await;
    pass(&server, 601).await;
    assert_eq!(api.post("", "/v1/auth/oauth", finish(&grant, json!({}))).await.code(), "oauth_invalid");
}

#[tokio::test]
async fn codes_go_only_where_an_app_can_be() {
    let (_server, api) = stage().await;
    for (changes, field) in [
        (json!({ "redirectUri": "http://evil.example/x" }), "redirectUri"),
        (json!({ "redirectUri": "javascript://x" }), "redirectUri"),
        (json!({ "redirectUri": "https://a.example/#x" }), "redirectUri"),
        (json!({ "redirectUri": "" }), "redirectUri"),
        (json!({ "codeChallenge": "plain" }), "codeChallenge"),
        (json!({ "provider": "myspace" }), "provider"),
    ] {
        let answer = api.post("", "/v1/auth/oauth/start", start(changes.clone())).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{changes}: {answer}");
        assert!(answer.json()["errors"][field].is_string(), "{answer}");
    }
    assert_eq!(
        api.get("", "/oauth/google/authorize?state=none").await.refusal(),
        (401, "oauth_invalid".into())
    );
}

#[tokio::test]
async fn an_account_that_was_deleted_cannot_be_entered_by_a_provider() {
    let (_server, api) = stage().await;
    let token = api.sign_in("user3@avalo.test").await;
    let challenge = api.post(&token, "/v1/auth/step-up", json!({})).await.json();
    let path = format!("/v1/auth/step-up/{}/verify", text(&challenge, "challengeId"));
    assert_eq!(api.post(&token, &path, json!({ "proof": "Password1" })).await.status, 200);
    assert_eq!(api.delete(&token, "/v1/profiles/me").await.status, 200);
    let grant = authorized(&api, "user3@avalo.test").await;
    let answer = api.post("", "/v1/auth/oauth", finish(&grant, json!({}))).await;
    assert_eq!(answer.refusal(), (401, "invalid_credentials".into()), "{answer}");
}
