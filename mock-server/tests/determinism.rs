//! The same seed and the same requests give the same bytes, and time passes only when it is told to.

#[path = "support/api.rs"]
mod support;

use std::time::Duration;

use avalo_mock_server::MockServer;
use serde_json::json;

use crate::support::{Answer, Api, PASSWORD};

const REQUESTS: u64 = 5_000;

/// A generator of the test's own: what it asks must not depend on what it tests.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Everything of an answer that a client could see.
fn written(answer: &Answer) -> Vec<u8> {
    let mut headers: Vec<_> = answer.headers.iter().collect();
    headers.sort();
    let mut bytes = format!("{} {headers:?}\n", answer.status).into_bytes();
    bytes.extend(&answer.body);
    bytes.push(b'\n');
    bytes
}

/// Five thousand requests of ten users, some of them nonsense, with time passing in between.
async fn transcript(seed: u64) -> Vec<Vec<u8>> {
    let server = MockServer::builder().seed(seed).start().await.expect("a server");
    let api = Api::new(&server.url());
    let (mut dice, mut lines, mut tokens) = (Dice(42), Vec::new(), Vec::new());
    for user in 1..=10 {
        let login = json!({ "email": format!("user{user}@avalo.test"), "password": PASSWORD });
        let answer = api.post("", "/v1/auth/login", login).await;
        tokens.push(answer.json()["session"]["accessToken"].as_str().expect("a token").to_owned());
        lines.push(written(&answer));
    }
    let mut post = String::new();
    for _ in 0..REQUESTS {
        let token = tokens[dice.roll(10) as usize].as_str();
        let other = format!("usr_{}", dice.roll(11) + 1);
        let answer = match dice.roll(12) {
            0 => api.get(token, "/v1/feed?limit=3").await,
            1 => {
                let body = json!({ "kind": "text", "content": format!("Rolled {}", dice.roll(1_000)) });
                let answer = api.post(token, "/v1/posts", body).await;
                post = answer.json()["id"].as_str().unwrap_or(&post).to_owned();
                answer
            }
            2 => api.put(token, &format!("/v1/posts/{post}/like"), json!({})).await,
            3 => {
                let body = json!({ "content": format!("Comment {}", dice.roll(1_000)) });
                api.post(token, &format!("/v1/posts/{post}/comments"), body).await
            }
            4 => api.put(token, &format!("/v1/profiles/{other}/follow"), json!({})).await,
            5 => api.delete(token, &format!("/v1/profiles/{other}/follow")).await,
            6 => {
                api.post(token, "/v1/payments/tips", json!({ "recipientId": other, "amount": dice.roll(40) }))
                    .await
            }
            7 => {
                api.post(token, "/v1/payments/gifts", json!({ "recipientId": other, "giftId": "rose" })).await
            }
            8 => api.get(token, "/v1/wallet/transactions?limit=5").await,
            9 => api.post(token, "/v1/chats", json!({ "userId": other })).await,
            10 => api.get(token, "/v1/chats?limit=2").await,
            _ => api.get(token, &format!("/v1/profiles/{other}")).await,
        };
        lines.push(written(&answer));
        if dice.roll(50) == 0 {
            server.advance(Duration::from_millis(dice.roll(60_000))).await.expect("time passes");
        }
    }
    lines.push(format!("{:?}", server.invariants().await.expect("invariants")).into_bytes());
    lines
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_worlds_with_one_seed_are_byte_equal() {
    let (one, two) = tokio::join!(tokio::spawn(transcript(7)), tokio::spawn(transcript(7)));
    let (one, two) = (one.expect("a transcript"), two.expect("a transcript"));
    assert_eq!(one.len() as u64, REQUESTS + 11);
    for (number, (one, two)) in one.iter().zip(&two).enumerate() {
        assert!(one == two, "{number}: {} / {}", String::from_utf8_lossy(one), String::from_utf8_lossy(two));
    }
    let succeeded = one.iter().filter(|line| line.starts_with(b"20")).count();
    assert!(succeeded > 2_500, "only {succeeded} requests were carried out");
    let other = tokio::spawn(transcript(8)).await.expect("a transcript");
    assert_ne!(one[0], other[0], "another seed is another world");
}

#[tokio::test]
async fn a_year_passes_at_once_and_everything_due_has_happened() {
    let server = MockServer::start().await.expect("a server");
    let api = Api::new(&server.url());
    let creator = api.sign_in("user1@avalo.test").await;
    let tier = json!({ "name": "Friends", "price": 50, "duration": "monthly", "benefits": ["Thanks"] });
    let tier = api.post(&creator, "/v1/profiles/me/tiers", tier).await.json();
    let fan = api.sign_in("user6@avalo.test").await;
    let subscribe = json!({ "creatorId": "usr_1", "tierId": tier["id"] });
    let subscription = api.post(&fan, "/v1/subscriptions", subscribe).await;
    assert_eq!(subscription.json()["status"], "active", "{subscription}");
    server.advance(Duration::from_secs(365 * 24 * 3_600)).await.expect("a year");
    let fan = api.sign_in("user6@avalo.test").await;
    let wallet = api.get(&fan, "/v1/wallet").await.json();
    assert_eq!(wallet["balance"], 1_000 - 50 * 13, "the first period and twelve renewals");
    let earned = api.get(&api.sign_in("user1@avalo.test").await, "/v1/wallet").await.json();
    assert_eq!(earned["lifetimeEarned"], 35 * 13);
    assert!(server.invariants().await.expect("invariants").hold());
}
