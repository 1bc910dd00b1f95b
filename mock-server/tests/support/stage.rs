//! A server, the people in it, and typed calls to it.
#![allow(dead_code, reason = "every test file uses its own part of it")]

use std::time::Duration;

use avalo_mock_server::{Builder, MockServer};
use avalo_sdk::{Code, Problem, model::UserId, operation::Operation};
use serde_json::{Value, json};

use crate::support::{Api, PASSWORD};

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) id: UserId,
    pub(crate) token: String,
}

pub(crate) struct Stage {
    pub(crate) server: MockServer,
    pub(crate) api: Api,
}

impl Stage {
    pub(crate) async fn start() -> Self {
        Self::with(MockServer::builder()).await
    }

    pub(crate) async fn with(builder: Builder) -> Self {
        let server = builder.start().await.expect("a server");
        let api = Api::new(&server.url());
        Self { server, api }
    }

    /// A seeded user: 1 to 5 are creators. The chats of 6 with 1, 7 with 2 .. 10 with 5 are not
    /// seeded, nor are those among creators and among the others.
    pub(crate) async fn person(&self, number: u32) -> Person {
        let email = format!("user{number}@avalo.test");
        let answer =
            self.api.post("", "/v1/auth/login", json!({ "email": email, "password": PASSWORD })).await;
        let session = &answer.json()["session"];
        let text = |name: &str| session[name].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned();
        Person { id: UserId(text("userId")), token: text("accessToken") }
    }

    pub(crate) async fn balance(&self, who: &Person) -> i64 {
        let answer = self.api.get(&who.token, "/v1/wallet").await;
        answer.json()["balance"].as_i64().unwrap_or_else(|| panic!("{answer}"))
    }

    /// Whether every token that arrived somewhere has left somewhere else.
    pub(crate) async fn check_ledger(&self) {
        let invariants = self.server.invariants().await.expect("invariants");
        assert!(invariants.hold(), "{invariants:?}");
    }

    pub(crate) async fn advance(&self, seconds: u64) {
        self.server.advance(Duration::from_secs(seconds)).await.expect("time passes");
    }

    /// Calls an operation as the contract says it travels.
    pub(crate) async fn call<R: Operation>(&self, who: &Person, request: R) -> Result<R::Response, Problem> {
        let spec = R::SPEC;
        let Ok(Value::Object(mut fields)) = serde_json::to_value(&request) else { panic!("{}", spec.id) };
        let mut path = String::new();
        for segment in spec.path.split('/').skip(1) {
            let name = segment.strip_prefix('{').and_then(|name| name.strip_suffix('}'));
            let value = name.map(|name| fields.remove(name).expect("a field for the path"));
            let text = value.as_ref().and_then(Value::as_str).unwrap_or(segment);
            path.extend(["/", text]);
        }
        if spec.method.has_query() {
            let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(fields.iter().map(|(name, value)| (name, plain(value))));
            path = format!("{path}?{}", query.finish());
        }
        let mut call = self.api.request(spec.method.as_str(), &path).token(&who.token).new_key();
        if !spec.method.has_query() {
            call = call.json(&Value::Object(fields));
        }
        let answer = call.send().await;
        match answer.status {
            204 => Ok(serde_json::from_value(Value::Null).expect("nothing")),
            200 => {
                Ok(serde_json::from_slice(&answer.body).unwrap_or_else(|error| panic!("{error}: {answer}")))
            }
            status => {
                let problem: Problem =
                    serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("{answer}"));
                assert_eq!(problem.status, status, "{answer}");
                Err(problem)
            }
        }
    }
}

/// The code of a refusal.
pub(crate) fn code<T: std::fmt::Debug>(result: Result<T, Problem>) -> Code {
    result.expect_err("a refusal").code
}

/// The field that a refusal blames.
pub(crate) fn blamed<T: std::fmt::Debug>(result: Result<T, Problem>) -> String {
    let problem = result.expect_err("a refusal");
    assert_eq!(problem.code, Code::ValidationFailed, "{problem:?}");
    problem.errors.into_iter().flatten().map(|(field, _)| field).collect()
}
