//! Every operation with values that nobody means: refused with a problem, never a failure, and
//! nothing moves that the ledger would miss.

use std::{collections::BTreeMap, time::Duration};

use avalo_mock_server::MockServer;
use avalo_sdk::{
    api,
    operation::{Method, Spec},
};
use avalo_tests::{client, http, log_in};
use serde_json::{Map, Value, json};

/// Values for a field of any type.
fn nonsense() -> Vec<Value> {
    let deep = (0..200).fold(json!(1), |inner, _| json!([inner]));
    let mut values: Vec<Value> =
        ["", " ", "\0", "a", "..", "../../etc", "a/b", "a?b#c", "%00%2F", "😀", "\u{202e}", "usr_1", "null"]
            .into_iter()
            .map(Value::from)
            .collect();
    values.extend([json!("' OR 1=1 --"), json!("x".repeat(100_000)), json!("é".repeat(2_001)), deep]);
    values.extend([0, -1, 1, 5, i64::MIN, i64::MAX, (1 << 53) - 1, 1 << 53, 1 << 40].map(Value::from));
    values.extend([json!(1.5), json!(-0.0), json!(1e300), json!(u64::MAX), json!(true), json!(null)]);
    values.extend([
        json!([]),
        json!([1]),
        json!({}),
        json!({ "a": { "b": [null] } }),
        json!(["usr_1", "usr_1"]),
    ]);
    values.push(json!("9999-12-31T23:59:59.999Z"));
    values
}

/// Something that a request could well hold there.
fn plausible(field: &str) -> Value {
    match field {
        "amount" | "price" | "limit" | "size" => json!(20),
        "kind" => json!("text"),
        "mediaUrls" | "benefits" | "interests" | "messageIds" | "documents" => json!([]),
        "typing" | "acceptTerms" => json!(true),
        _ if field.ends_with("Id") => json!("usr_2"),
        _ => json!("plausible"),
    }
}

/// A request with these fields, as the flat rule would send them, but with nothing checked before.
fn request(
    http: &reqwest::Client,
    url: &str,
    spec: &Spec,
    fields: &Map<String, Value>,
) -> reqwest::RequestBuilder {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut path = spec.path.to_owned();
    let mut rest = Map::new();
    for (name, value) in fields {
        let place = format!("{{{name}}}");
        if path.contains(&place) {
            let segment: String =
                text(value).bytes().take(2_000).map(|byte| format!("%{byte:02X}")).collect();
            path = path.replace(&place, &segment);
        } else {
            rest.insert(name.clone(), value.clone());
        }
    }
    let method = match spec.method {
        Method::Get => reqwest::Method::GET,
        Method::Post => reqwest::Method::POST,
        Method::Put => reqwest::Method::PUT,
        Method::Patch => reqwest::Method::PATCH,
        Method::Delete => reqwest::Method::DELETE,
    };
    if !spec.method.has_query() {
        let body = Value::Object(rest).to_string();
        return http
            .request(method, format!("{url}{path}"))
            .header("content-type", "application/json")
            .body(body);
    }
    let mut query = String::new();
    for (name, value) in &rest {
        let value: String = text(value).bytes().take(2_000).map(|byte| format!("%{byte:02X}")).collect();
        query += &format!("{}{name}={value}", if query.is_empty() { '?' } else { '&' });
    }
    http.request(method, format!("{url}{path}{query}"))
}

/// The access token of a creator, with a fresh step-up.
async fn token(server: &MockServer, http: &reqwest::Client) -> String {
    let post = |path: &str, token: &str, key: &str, body: Value| {
        let request = http.post(format!("{}{path}", server.url())).header("idempotency-key", key.to_owned());
        request.header("authorization", format!("Bearer {token}")).body(body.to_string()).send()
    };
    let login = json!({ "email": "user1@avalo.test", "password": "Password1" });
    let answer = post("/v1/auth/login", "", &format!("login-{}", server.requests().len()), login)
        .await
        .expect("an answer");
    let session: Value = serde_json::from_str(&answer.text().await.expect("a body")).expect("JSON");
    session["session"]["accessToken"].as_str().expect("a token").to_owned()
}

#[tokio::test]
async fn no_value_of_any_field_makes_the_server_fail() {
    let server = MockServer::start().await.expect("a server");
    let sdk = client(&server);
    let http = http();
    let mut access = token(&server, &http).await;
    let (mut sent, mut codes) = (0, BTreeMap::<String, u32>::new());
    for spec in api::operations().filter(|spec| !spec.stream) {
        for field in spec.fields {
            for value in nonsense() {
                let mut fields: Map<String, Value> =
                    spec.fields.iter().map(|name| ((*name).to_owned(), plausible(name))).collect();
                fields.insert((*field).to_owned(), value.clone());
                let request = request(&http, &server.url(), spec, &fields)
                    .header("idempotency-key", format!("nonsense-{sent}"))
                    .header("authorization", format!("Bearer {access}"))
                    .timeout(Duration::from_secs(20));
                let shown: String = value.to_string().chars().take(80).collect();
                let what = format!("{} with {field} = {shown}", spec.id);
                let answer = request.send().await.unwrap_or_else(|error| panic!("{what}: {error}"));
                let status = answer.status().as_u16();
                let kind = answer
                    .headers()
                    .get("content-type")
                    .and_then(|kind| kind.to_str().ok())
                    .map(str::to_owned);
                let body = answer.text().await.expect("a body");
                sent += 1;
                assert!(status < 500, "{what}: {status} {body}");
                if status >= 400 {
                    assert_eq!(kind.as_deref(), Some("application/problem+json"), "{what}: {status} {body}");
                    let problem: Value = serde_json::from_str(&body).unwrap_or_default();
                    assert_eq!(problem["status"], status, "{what}: {body}");
                    let code = problem["code"].as_str().unwrap_or_default();
                    assert!(!code.is_empty() && code != "unknown", "{what}: {body}");
                    *codes.entry(code.to_owned()).or_default() += 1;
                }
                // Some of them sign out, or are a sign-out.
                if status == 401 || spec.domain() == "auth" && status < 300 {
                    access = token(&server, &http).await;
                }
            }
        }
    }
    println!("{sent} requests, refused with {codes:#?}");
    // Most of it is refused for what it is, not for who sends it.
    for code in ["validation_failed", "invalid_request", "invalid_json", "invalid_cursor", "not_found"] {
        assert!(codes.contains_key(code), "no {code} in {codes:?}");
    }
    let invariants = server.invariants().await.expect("invariants");
    assert!(invariants.hold(), "{invariants:?}");
    log_in(&sdk, 7).await;
}
