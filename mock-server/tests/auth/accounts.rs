use serde_json::json;

use crate::{log_in, newcomer, pass, stage, support::PASSWORD, text};

#[tokio::test]
async fn who_signs_up_is_signed_in() {
    let (_server, api) = stage().await;
    let answer = api.post("", "/v1/auth/register", newcomer(json!({ "email": "Ada@Example.com" }))).await;
    assert_eq!(answer.status, 200, "{answer}");
    let body = answer.json();
    assert_eq!(body["session"]["expiresIn"], 3600);
    let me = api.get(text(&body["session"], "accessToken"), "/v1/auth/me").await.json();
    assert_eq!(me, body["me"]);
    assert_eq!(
        (&me["email"], &me["kycStatus"], &me["role"]),
        (&json!("ada@example.com"), &json!("pending"), &json!("user"))
    );
    let again = api.post("", "/v1/auth/register", newcomer(json!({}))).await;
    assert_eq!(again.refusal(), (409, "email_taken".into()));
}

#[tokio::test]
async fn a_bad_sign_up_names_its_field_and_opens_no_account() {
    let (_server, api) = stage().await;
    for (changes, field) in [
        (json!({ "email": "nobody" }), "email"),
        (json!({ "email": " ada@example.com" }), "email"),
        (json!({ "email": "a@b@c.de" }), "email"),
        (json!({ "password": "Short1" }), "password"),
        (json!({ "password": "nocapitals1" }), "password"),
        (json!({ "password": "NoDigits" }), "password"),
        (json!({ "displayName": "A" }), "displayName"),
        (json!({ "displayName": " Ada" }), "displayName"),
        (json!({ "displayName": "A".repeat(51) }), "displayName"),
        (json!({ "dateOfBirth": "31.12.1990" }), "dateOfBirth"),
        (json!({ "dateOfBirth": "1990-02-30" }), "dateOfBirth"),
        (json!({ "acceptTerms": false }), "acceptTerms"),
        (json!({ "acceptTerms": "yes" }), "acceptTerms"),
    ] {
        let answer = api.post("", "/v1/auth/register", newcomer(changes.clone())).await;
        assert_eq!(answer.status, 422, "{changes}: {answer}");
        let known = matches!(answer.code().as_str(), "validation_failed" | "weak_password");
        assert!(known && answer.to_string().contains(field), "{changes}: {answer}");
    }
    let answer = api.post("", "/v1/auth/register", newcomer(json!({ "dateOfBirth": "2008-01-02" }))).await;
    assert_eq!(answer.code(), "underage", "{answer}");
    let answer = api.post("", "/v1/auth/register", newcomer(json!({}))).await;
    assert_eq!(answer.status, 200, "none of these had taken the address: {answer}");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_look_alike() {
    let (server, api) = stage().await;
    let attempt =
        |email: &str| api.post("", "/v1/auth/login", json!({ "email": email, "password": "Wrong-Pass1" }));
    let (known, unknown) = (attempt("user1@avalo.test").await, attempt("nobody@avalo.test").await);
    assert_eq!(known.refusal(), (401, "invalid_credentials".into()));
    assert_eq!((known.refusal(), &known.json()["detail"]), (unknown.refusal(), &unknown.json()["detail"]));
    for _ in 0..4 {
        attempt("user1@avalo.test").await;
    }
    let locked = log_in(&api, 1).await;
    assert_eq!(locked.refusal(), (429, "too_fast".into()), "the right password does not help now");
    let wait: u64 = locked.header("retry-after").parse().expect("seconds");
    assert!((290..=300).contains(&wait), "{wait}");
    pass(&server, wait).await;
    assert_eq!(log_in(&api, 1).await.status, 200);
}

#[tokio::test]
async fn a_password_is_reset_once_with_what_was_mailed() {
    let (server, api) = stage().await;
    let session = log_in(&api, 7).await.json();
    let token = text(&session["session"], "accessToken");
    for email in ["user7@avalo.test", "nobody@avalo.test"] {
        let answer = api.post("", "/v1/auth/password/reset-request", json!({ "email": email })).await;
        assert_eq!(
            (answer.status, answer.body.len()),
            (204, 0),
            "the answer tells nobody who has an account"
        );
    }
    let mails = server.mails().await.expect("mails");
    assert_eq!((mails.len(), mails[0].to.as_str()), (1, "user7@avalo.test"));
    let reset = |token: &str, password: &str| {
        api.post("", "/v1/auth/password/reset", json!({ "token": token, "password": password }))
    };
    assert_eq!(reset(&mails[0].secret, "weak").await.status, 422);
    assert_eq!(reset("no-such-token", "Different1").await.code(), "challenge_expired");
    assert_eq!(reset(&mails[0].secret, "Different1").await.status, 204);
    assert_eq!(reset(&mails[0].secret, "Different2").await.code(), "challenge_expired");
    assert_eq!(api.get(token, "/v1/auth/me").await.status, 401, "every session has ended");
    assert_eq!(log_in(&api, 7).await.code(), "invalid_credentials", "{PASSWORD} is the old one");

    api.post("", "/v1/auth/password/reset-request", json!({ "email": "user7@avalo.test" })).await;
    let late = server.mails().await.expect("mails")[0].secret.clone();
    pass(&server, 3_601).await;
    assert_eq!(reset(&late, "Different3").await.code(), "challenge_expired");
}
