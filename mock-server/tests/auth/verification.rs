use serde_json::{Value, json};

use crate::{log_in, pass, stage, text};

fn documents(changes: Value) -> Value {
    let mut fields = json!({
        "fullName": "User Seven", "dateOfBirth": "1986-06-15", "address": "Long Street 12",
        "city": "Warsaw", "country": "PL", "postalCode": "00-001", "idType": "passport",
        "idNumber": "AB1234567", "idFrontImage": "/media/front", "selfieImage": "/media/selfie",
    });
    if let (Some(fields), Value::Object(changes)) = (fields.as_object_mut(), changes) {
        fields.extend(changes);
    }
    fields
}

#[tokio::test]
async fn documents_are_approved_after_a_minute_and_for_two_years() {
    let (server, api) = stage().await;
    let session = log_in(&api, 7).await.json();
    let token = text(&session["session"], "accessToken").to_owned();
    assert_eq!(api.get(&token, "/v1/auth/kyc").await.json()["status"], "pending");
    let answer = api.post(&token, "/v1/auth/kyc", documents(json!({}))).await;
    assert_eq!((answer.status, &answer.json()["status"]), (200, &json!("submitted")), "{answer}");
    let twice = api.post(&token, "/v1/auth/kyc", documents(json!({}))).await;
    assert_eq!(twice.refusal(), (409, "failed_precondition".into()));
    pass(&server, 60).await;
    assert_eq!(api.get(&token, "/v1/auth/kyc").await.json()["status"], "approved");
    assert_eq!(api.post(&token, "/v1/auth/kyc", documents(json!({}))).await.code(), "already_exists");
    pass(&server, 2 * 365 * 24 * 3_600).await;
    let session = log_in(&api, 7).await.json();
    let token = text(&session["session"], "accessToken");
    assert_eq!(api.get(token, "/v1/auth/kyc").await.json()["status"], "expired");
}

#[tokio::test]
async fn what_cannot_be_read_is_rejected_and_may_be_sent_again() {
    let (server, api) = stage().await;
    let session = log_in(&api, 8).await.json();
    let token = text(&session["session"], "accessToken").to_owned();
    for (changes, reason) in [
        (json!({ "idNumber": "XX1000" }), "unreadable"),
        (json!({ "dateOfBirth": "2010-01-01" }), "underage"),
    ] {
        api.post(&token, "/v1/auth/kyc", documents(changes)).await;
        pass(&server, 60).await;
        let report = api.get(&token, "/v1/auth/kyc").await.json();
        assert_eq!((&report["status"], &report["reason"]), (&json!("rejected"), &json!(reason)));
    }
    api.post(&token, "/v1/auth/kyc", documents(json!({ "idNumber": "XX1500" }))).await;
    pass(&server, 60).await;
    assert_eq!(api.get(&token, "/v1/auth/kyc").await.json()["status"], "submitted", "a person looks at it");
}

#[tokio::test]
async fn documents_that_lack_something_are_refused_by_field() {
    let (_server, api) = stage().await;
    let session = log_in(&api, 8).await.json();
    let token = text(&session["session"], "accessToken");
    for (changes, field) in [
        (json!({ "fullName": "A" }), "fullName"),
        (json!({ "country": "Poland" }), "country"),
        (json!({ "dateOfBirth": "yesterday" }), "dateOfBirth"),
        (json!({ "idType": "library_card" }), "idType"),
        (json!({ "idNumber": "1" }), "idNumber"),
        (json!({ "selfieImage": "" }), "selfieImage"),
        (json!({ "selfieImage": null }), "selfieImage"),
    ] {
        let answer = api.post(token, "/v1/auth/kyc", documents(changes.clone())).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{changes}: {answer}");
        assert!(answer.json()["errors"][field].is_string(), "{answer}");
    }
    assert_eq!(api.get(token, "/v1/auth/kyc").await.json()["status"], "pending");
}
