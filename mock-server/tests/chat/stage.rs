//! A server, the people in it, and typed calls to it.

use std::time::Duration;

use avalo_mock_server::{Builder, MockServer};
use avalo_sdk::{
    Code, Problem,
    api::chat::{Conversation, CreateChat, Deposit, GetChat, Message, SendMessage},
    model::{ChatId, UserId},
    operation::Operation,
};
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

    /// A payer, a creator and their new chat.
    pub(crate) async fn pair(&self) -> (Person, Person, ChatId) {
        let (payer, creator) = (self.person(6).await, self.person(1).await);
        let chat = self.open(&payer, &creator).await;
        (payer, creator, chat.id)
    }

    pub(crate) async fn open(&self, payer: &Person, other: &Person) -> Conversation {
        self.call(payer, CreateChat { user_id: other.id.clone() }).await.expect("a chat")
    }

    /// The same, with the free messages used up.
    pub(crate) async fn talked(&self) -> (Person, Person, ChatId) {
        let (payer, creator, chat) = self.pair().await;
        for number in 1..=4 {
            self.say(&payer, &chat, &format!("free message {number}")).await.expect("a free message");
        }
        (payer, creator, chat)
    }

    /// The same, with a deposit.
    pub(crate) async fn paid(&self) -> (Person, Person, ChatId) {
        let (payer, creator, chat) = self.talked().await;
        self.call(&payer, Deposit { chat_id: chat.clone() }).await.expect("a deposit");
        (payer, creator, chat)
    }

    pub(crate) async fn say(&self, who: &Person, chat: &ChatId, content: &str) -> Result<Message, Problem> {
        self.call(who, text(chat, content)).await
    }

    pub(crate) async fn chat(&self, who: &Person, chat: &ChatId) -> Conversation {
        self.call(who, GetChat { chat_id: chat.clone() }).await.expect("the chat")
    }

    pub(crate) async fn balance(&self, who: &Person) -> i64 {
        let answer = self.api.get(&who.token, "/v1/wallet").await;
        answer.json()["balance"].as_i64().unwrap_or_else(|| panic!("{answer}"))
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

pub(crate) fn text(chat: &ChatId, content: &str) -> SendMessage {
    SendMessage { chat_id: chat.clone(), content: content.to_owned(), ..Default::default() }
}

/// So many words that differ from those of another number.
pub(crate) fn words(count: usize, number: usize) -> String {
    (0..count).map(|at| format!("w{number}x{at}")).collect::<Vec<_>>().join(" ")
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
