use avalo_mock_server::MockServer;
use serde_json::json;
use tokio::io::AsyncReadExt;

use crate::support::Api;

/// Sends secrets through operations, some of them refused, and looks for them wherever anything is shown.
#[tokio::test]
async fn no_secret_is_shown_anywhere() {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let mut tail = api.request("GET", "/_test/requests/live").open().await;

    let mut secrets: Vec<String> = [
        "Canary-Password-1",
        "canaryrefreshtoken",
        "tok_canarycard",
        "PL61CANARY",
        "canary-verifier",
        "canarystate",
    ]
    .map(str::to_owned)
    .to_vec();
    let register = json!({
        "email": "canary@avalo.test", "password": "Canary-Password-1", "displayName": "Canary",
        "dateOfBirth": "1990-01-01", "acceptTerms": true
    });
    let session = api.post("", "/v1/auth/register", register).await.json()["session"].clone();
    let token = session["accessToken"].as_str().expect("a token").to_owned();
    secrets.push(session["refreshToken"].as_str().expect("a token").to_owned());
    api.post("", "/v1/auth/login", json!({ "email": "canary@avalo.test", "password": "Canary-Password-1x" }))
        .await;
    api.post("", "/v1/auth/token/refresh", json!({ "refreshToken": "canaryrefreshtoken" })).await;
    api.post(&token, "/v1/payments/methods", json!({ "kind": "card", "token": "tok_canarycard" })).await;
    let creator = api.sign_in("user1@avalo.test").await;
    let out = json!({ "amount": 100, "method": "bank", "destination": "PL61CANARY" });
    api.post(&creator, "/v1/payments/withdrawals", out).await;
    let oauth = json!({
        "provider": "google", "code": "canarycode", "state": "canarystate", "codeVerifier": "canary-verifier",
        "redirectUri": "https://app.avalo.test/"
    });
    api.post("", "/v1/auth/oauth", oauth).await;
    let factor = api.post(&token, "/v1/auth/2fa/enable", json!({})).await.json();
    secrets.extend(factor["secret"].as_str().map(str::to_owned));
    api.get(&token, "/v1/feed?token=canaryrefreshtoken&limit=1").await;
    secrets.extend([token, creator]);

    let mut shown = String::new();
    for path in ["/_test/requests", "/_test/requests?bodies=false", "/_test/requests.har", "/_test"] {
        let answer = api.get("", path).await;
        assert_eq!(answer.status, 200, "{path}");
        shown.push_str(&String::from_utf8_lossy(&answer.body));
    }
    shown.push_str(&format!("{:?}", server.requests()));
    let seen = server.requests().last().expect("a request").request_id.clone();
    let (mut live, mut piece) = (String::new(), vec![0; 65_536]);
    while !live.contains(&seen) {
        let size = tail.read(&mut piece).await.expect("the tail is open");
        assert!(size > 0, "the tail ended: {live}");
        live.push_str(&String::from_utf8_lossy(&piece[..size]));
    }
    shown.push_str(&live);
    assert!(shown.contains("[redacted]") && shown.contains("auth.register"));
    for secret in secrets {
        assert!(!shown.contains(&secret), "{secret} is shown");
    }
}
