//! A server, people with tokens in it, and typed calls to it.

use std::time::Duration;

use avalo_mock_server::MockServer;
use avalo_sdk::{
    Code, Problem,
    api::{
        auth::{CompleteStepUp, StartStepUp},
        payments::{
            AddPaymentMethod, ConfirmPurchase, GetWallet, PaymentMethod, PaymentMethodKind, Purchase,
            PurchaseTokens, SendTip, Wallet,
        },
        profiles::BlockUser,
    },
    model::{Tokens, UserId},
    operation::Operation,
};
use serde_json::{Value, json};

use crate::support::{Api, PASSWORD};

pub(crate) const MINUTE: u64 = 60;
pub(crate) const HOUR: u64 = 60 * MINUTE;
pub(crate) const DAY: u64 = 24 * HOUR;

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
        let server = MockServer::start().await.expect("a server");
        let api = Api::new(&server.url());
        Self { server, api }
    }

    /// A seeded user with 1,000 tokens; 1 to 5 are creators. The access token is good for an hour.
    pub(crate) async fn person(&self, number: u32) -> Person {
        let email = format!("user{number}@avalo.test");
        let answer =
            self.api.post("", "/v1/auth/login", json!({ "email": email, "password": PASSWORD })).await;
        let session = &answer.json()["session"];
        let text = |name: &str| session[name].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned();
        Person { id: UserId(text("userId")), token: text("accessToken") }
    }

    /// A fan and a creator, 1,000 tokens each.
    pub(crate) async fn pair(&self) -> (Person, Person) {
        (self.person(6).await, self.person(1).await)
    }

    pub(crate) async fn add_method(&self, who: &Person, token: &str) -> PaymentMethod {
        let request =
            AddPaymentMethod { kind: PaymentMethodKind::Card, token: token.into(), is_default: Some(true) };
        self.call(who, request).await.expect("a payment method")
    }

    /// A purchase that waits to be confirmed.
    pub(crate) async fn begin(&self, who: &Person, package: &str) -> Purchase {
        self.call(who, pack(package)).await.expect("a purchase")
    }

    /// Buys 10,000 tokens. It takes a minute: two purchases within one are the most.
    pub(crate) async fn buy(&self, who: &Person) {
        let purchase = self.begin(who, "royal").await;
        self.call(who, ConfirmPurchase { purchase_id: purchase.id }).await.expect("paid");
        self.advance(MINUTE).await;
    }

    /// Lets a creator earn so many times 8,000 tokens. It takes as many minutes.
    pub(crate) async fn earn(&self, creator: &Person, times: usize) {
        let fan = self.person(7).await;
        self.add_method(&fan, "tok_visa_4242").await;
        for _ in 0..times {
            self.buy(&fan).await;
            self.call(&fan, tip(&creator.id, 10_000)).await.expect("a tip");
        }
    }

    /// Proves more than a session.
    pub(crate) async fn step_up(&self, who: &Person) {
        let challenge_id = self.call(who, StartStepUp {}).await.expect("a challenge").challenge_id;
        self.call(who, CompleteStepUp { challenge_id, proof: PASSWORD.into() }).await.expect("a step-up");
    }

    pub(crate) async fn block(&self, who: &Person, whom: &Person) {
        self.call(who, BlockUser { user_id: whom.id.clone() }).await.expect("blocked");
    }

    pub(crate) async fn wallet(&self, who: &Person) -> Wallet {
        self.call(who, GetWallet {}).await.expect("a wallet")
    }

    pub(crate) async fn balance(&self, who: &Person) -> i64 {
        self.wallet(who).await.balance.0
    }

    pub(crate) async fn advance(&self, seconds: u64) {
        self.server.advance(Duration::from_secs(seconds)).await.expect("time passes");
    }

    /// Looks into the books: the end of every test.
    pub(crate) async fn close(&self) {
        let invariants = self.server.invariants().await.expect("invariants");
        assert!(invariants.hold(), "{invariants:?}");
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
            let pairs: Vec<_> =
                fields.iter().map(|(name, value)| format!("{name}={}", plain(value))).collect();
            path = format!("{path}?{}", pairs.join("&"));
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

pub(crate) fn pack(package: &str) -> PurchaseTokens {
    PurchaseTokens { package_id: package.into(), payment_method_id: None, currency: None }
}

pub(crate) fn tip(whom: &UserId, amount: i64) -> SendTip {
    SendTip { recipient_id: whom.clone(), amount: Tokens(amount), note: None, post_id: None }
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
