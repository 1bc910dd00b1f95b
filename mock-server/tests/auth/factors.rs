use serde_json::{Value, json};

use crate::{log_in, pass, stage, support::Api, text};

/// Signs user 1 in with a second factor enabled: the token, the secret and the recovery codes.
async fn enabled(server: &avalo_mock_server::MockServer, api: &Api) -> (String, String, Vec<String>) {
    let session = log_in(api, 1).await.json();
    let token = text(&session["session"], "accessToken").to_owned();
    let setup = api.post(&token, "/v1/auth/2fa/enable", json!({})).await.json();
    let secret = text(&setup, "secret").to_owned();
    assert!(text(&setup, "otpauthUrl").contains(&secret));
    assert_eq!(
        api.post(&token, "/v1/auth/2fa/confirm", json!({ "code": "000000" })).await.code(),
        "two_factor_invalid"
    );
    let code = server.totp_code(&secret);
    let codes = api.post(&token, "/v1/auth/2fa/confirm", json!({ "code": code })).await;
    let codes = serde_json::from_value(codes.json()["codes"].clone()).expect("recovery codes");
    (token, secret, codes)
}

fn verify(challenge: &Value, code: &str) -> Value {
    json!({ "challengeId": text(challenge, "challengeId"), "code": code })
}

#[tokio::test]
async fn a_second_factor_stands_between_password_and_session() {
    let (server, api) = stage().await;
    let (token, secret, recovery) = enabled(&server, &api).await;
    assert_eq!(recovery.len(), 8);
    assert_eq!(api.post(&token, "/v1/auth/2fa/enable", json!({})).await.code(), "already_exists");

    let challenge = log_in(&api, 1).await.json();
    assert!(challenge["session"].is_null(), "{challenge}");
    let used = api.post("", "/v1/auth/2fa/verify", verify(&challenge, &server.totp_code(&secret))).await;
    assert_eq!(used.refusal(), (401, "two_factor_invalid".into()), "the code was spent on the confirmation");
    pass(&server, 30).await;
    let code = server.totp_code(&secret);
    let answer = api.post("", "/v1/auth/2fa/verify", verify(&challenge, &code)).await;
    assert_eq!(answer.status, 200, "{answer}");
    assert_eq!(answer.json()["me"]["twoFactorEnabled"], true);
    let again = api.post("", "/v1/auth/2fa/verify", verify(&challenge, &code)).await;
    assert_eq!(again.refusal(), (401, "challenge_expired".into()), "a challenge is answered once");

    let challenge = log_in(&api, 1).await.json();
    let answer = api.post("", "/v1/auth/2fa/verify", verify(&challenge, &recovery[0])).await;
    assert_eq!(answer.status, 200, "a recovery code helps out: {answer}");
    let challenge = log_in(&api, 1).await.json();
    let answer = api.post("", "/v1/auth/2fa/verify", verify(&challenge, &recovery[0])).await;
    assert_eq!(answer.code(), "two_factor_invalid", "once");
}

#[tokio::test]
async fn five_wrong_codes_end_the_challenge_and_lock_for_five_minutes() {
    let (server, api) = stage().await;
    let (_, secret, _) = enabled(&server, &api).await;
    pass(&server, 30).await;
    let challenge = log_in(&api, 1).await.json();
    for _ in 0..5 {
        let answer = api.post("", "/v1/auth/2fa/verify", verify(&challenge, "000000")).await;
        assert_eq!(answer.code(), "two_factor_invalid", "{answer}");
    }
    let right = server.totp_code(&secret);
    let answer = api.post("", "/v1/auth/2fa/verify", verify(&challenge, &right)).await;
    assert_eq!(answer.code(), "challenge_expired");
    let challenge = log_in(&api, 1).await.json();
    let answer = api.post("", "/v1/auth/2fa/verify", verify(&challenge, &right)).await;
    assert_eq!(answer.refusal(), (429, "too_fast".into()), "a new challenge does not help");
    pass(&server, 300).await;
    let challenge = log_in(&api, 1).await.json();
    let answer = api.post("", "/v1/auth/2fa/verify", verify(&challenge, &server.totp_code(&secret))).await;
    assert_eq!(answer.status, 200, "{answer}");
}

#[tokio::test]
async fn disabling_takes_a_step_up_with_the_factor_itself() {
    let (server, api) = stage().await;
    let (token, secret, _) = enabled(&server, &api).await;
    assert_eq!(api.post(&token, "/v1/auth/2fa/disable", json!({})).await.code(), "step_up_required");
    pass(&server, 30).await;
    let challenge = api.post(&token, "/v1/auth/step-up", json!({})).await.json();
    assert_eq!(challenge["method"], "totp");
    let path = format!("/v1/auth/step-up/{}/verify", text(&challenge, "challengeId"));
    assert_eq!(api.post(&token, &path, json!({ "proof": "Password1" })).await.code(), "two_factor_invalid");
    let proof = json!({ "proof": server.totp_code(&secret) });
    assert_eq!(api.post(&token, &path, proof).await.status, 200);
    assert_eq!(api.post(&token, "/v1/auth/2fa/disable", json!({})).await.status, 204);
    assert!(log_in(&api, 1).await.json()["session"].is_object());
}

#[tokio::test]
async fn a_challenge_waits_five_minutes() {
    let (server, api) = stage().await;
    let (_, secret, _) = enabled(&server, &api).await;
    let challenge = log_in(&api, 1).await.json();
    pass(&server, 301).await;
    let answer = api.post("", "/v1/auth/2fa/verify", verify(&challenge, &server.totp_code(&secret))).await;
    assert_eq!(answer.code(), "challenge_expired");
}

#[tokio::test]
async fn documents_of_an_account_with_a_factor_take_a_step_up() {
    let (server, api) = stage().await;
    let (token, secret, _) = enabled(&server, &api).await;
    let documents = json!({
        "fullName": "User One", "dateOfBirth": "1980-06-15", "address": "Long Street 12",
        "city": "Warsaw", "country": "PL", "postalCode": "00-001", "idType": "passport",
        "idNumber": "AB1234567", "idFrontImage": "/media/front", "selfieImage": "/media/selfie",
    });
    let send = || api.request("POST", "/v1/auth/kyc").token(&token).key("documents").json(&documents).send();
    assert_eq!(send().await.refusal(), (403, "step_up_required".into()));
    pass(&server, 30).await;
    let challenge = api.post(&token, "/v1/auth/step-up", json!({})).await.json();
    let path = format!("/v1/auth/step-up/{}/verify", text(&challenge, "challengeId"));
    api.post(&token, &path, json!({ "proof": server.totp_code(&secret) })).await;
    assert_eq!(send().await.code(), "already_exists", "with the same key: the rest is about the documents");
}
