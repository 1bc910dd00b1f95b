//! Five hundred sequences of whatever five people may do with tokens: after each step the books agree,
//! and no token was made or lost.

use std::{collections::BTreeMap, time::Duration};

use serde_json::{Value, json};

use crate::{
    purse::MINUTE,
    stage::Stage,
    support::{Answer, PASSWORD},
};

const WORLDS: u64 = 10;
const SEQUENCES: u64 = 50;
const STEPS: u64 = 6;

/// Creators and fans.
const PEOPLE: [&str; 5] = ["usr_1", "usr_2", "usr_6", "usr_7", "usr_8"];
const CREATORS: u64 = 2;

/// What the ten people of a world begin with, together.
const BEGINNING: i64 = 10_000;

/// A generator of the test's own: what it asks must not depend on what it tests.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// A world and what the test knows of it.
struct Play {
    stage: Stage,
    dice: Dice,
    tokens: [String; PEOPLE.len()],
    tiers: [Vec<String>; CREATORS as usize],
    chats: BTreeMap<(usize, usize), String>,
    subscriptions: Vec<(usize, String)>,
    /// What was bought, by its receipts.
    bought: i64,
    /// What the platform had after the last step.
    platform: i64,
    /// How often each sort of step succeeded.
    done: BTreeMap<&'static str, u32>,
}

impl Play {
    async fn start(seed: u64) -> Self {
        let stage = Stage::start().await;
        let mut play = Self {
            stage,
            dice: Dice(seed),
            tokens: Default::default(),
            tiers: Default::default(),
            chats: BTreeMap::new(),
            subscriptions: Vec::new(),
            bought: 0,
            platform: 0,
            done: BTreeMap::new(),
        };
        for creator in 0..CREATORS as usize {
            for duration in ["monthly", "quarterly", "yearly"] {
                let price = play.dice.roll(200) + 1;
                let tier =
                    json!({ "name": "Tier", "price": price, "duration": duration, "benefits": ["Thanks"] });
                let tier = play.send(creator, "POST", "/v1/profiles/me/tiers", &tier).await;
                play.tiers[creator].push(id(&tier));
            }
        }
        for who in 0..PEOPLE.len() {
            let method = json!({ "kind": "card", "token": "tok_visa_4242" });
            id(&play.send(who, "POST", "/v1/payments/methods", &method).await);
        }
        play
    }

    /// Sends a request as one of the people, who sign in anew when their session has ended.
    async fn send(&mut self, who: usize, method: &str, path: &str, body: &Value) -> Answer {
        loop {
            let request = self.stage.api.request(method, path).token(&self.tokens[who]).new_key();
            let answer = request.json(body).send().await;
            if answer.status != 401 {
                assert!(answer.status < 500, "{method} {path} {body}: {answer}");
                return answer;
            }
            let number = PEOPLE[who].trim_start_matches("usr_");
            let login = json!({ "email": format!("user{number}@avalo.test"), "password": PASSWORD });
            let answer = self.stage.api.post("", "/v1/auth/login", login).await;
            self.tokens[who] = answer.json()["session"]["accessToken"].as_str().expect("a token").to_owned();
        }
    }

    /// Posts as one of the people and counts it if it is carried out.
    async fn act(&mut self, what: &'static str, who: usize, path: &str, body: Value) -> Option<Value> {
        let answer = self.send(who, "POST", path, &body).await;
        let answered = answer.status < 300;
        *self.done.entry(what).or_default() += u32::from(answered);
        answered.then(|| answer.json())
    }

    /// Two people, who are now and then the same one.
    fn two(&mut self) -> (usize, usize) {
        (self.dice.roll(PEOPLE.len() as u64) as usize, self.dice.roll(PEOPLE.len() as u64) as usize)
    }

    async fn step(&mut self) {
        let (who, whom) = self.two();
        let other = PEOPLE[whom];
        match self.dice.roll(12) {
            0 => {
                let amount = [self.dice.roll(40), self.dice.roll(600), self.dice.roll(12_000)];
                let body = json!({ "recipientId": other, "amount": amount[self.dice.roll(3) as usize] });
                self.act("tip", who, "/v1/payments/tips", body).await;
            }
            1 => {
                let gift = ["rose", "heart", "star", "diamond", "crown", "fire", "rocket", "trophy", "yacht"];
                let gift = gift[self.dice.roll(9) as usize];
                let body = json!({ "recipientId": other, "giftId": gift });
                self.act("gift", who, "/v1/payments/gifts", body).await;
            }
            2 => self.unlock(who).await,
            3 | 4 => self.in_chat("deposit", who, whom, "deposit").await,
            5..=7 => self.in_chat("message", who, whom, "messages").await,
            8 => {
                let (what, action) = [("refund", "refund"), ("close", "close")][self.dice.roll(2) as usize];
                self.in_chat(what, who, whom, action).await;
            }
            9 => self.subscribe(who).await,
            10 => self.buy(who).await,
            _ => {
                let most = [2 * MINUTE, 60 * MINUTE, 60 * 24 * 60 * MINUTE][self.dice.roll(3) as usize];
                let time = Duration::from_millis(self.dice.roll(most * 1_000));
                self.stage.server.advance(time).await.expect("time passes");
                *self.done.entry("time").or_default() += 1;
            }
        }
    }

    /// Opens a new post of a creator at some price.
    async fn unlock(&mut self, who: usize) {
        let creator = self.dice.roll(CREATORS) as usize;
        let price = self.dice.roll(300) + 5;
        let post = json!({ "kind": "text", "content": "For a few", "mediaUrls": [], "unlockPrice": price });
        let post = id(&self.send(creator, "POST", "/v1/posts", &post).await);
        self.act("unlock", who, &format!("/v1/posts/{post}/unlock"), json!({})).await;
    }

    async fn in_chat(&mut self, what: &'static str, who: usize, whom: usize, action: &str) {
        let pair = (who.min(whom), who.max(whom));
        if !self.chats.contains_key(&pair) {
            let chat = self.send(who, "POST", "/v1/chats", &json!({ "userId": PEOPLE[whom] })).await;
            if chat.status != 200 {
                return;
            }
            self.chats.insert(pair, id(&chat));
        }
        let path = format!("/v1/chats/{}/{action}", self.chats[&pair]);
        let body = if action == "messages" {
            let words: Vec<_> =
                (0..self.dice.roll(60) + 1).map(|_| format!("w{}", self.dice.roll(9_999))).collect();
            json!({ "content": words.join(" ") })
        } else {
            json!({})
        };
        self.act(what, who, &path, body).await;
        if action == "close" || self.dice.roll(10) == 0 {
            self.chats.remove(&pair);
        }
    }

    /// Subscribes to a creator, or cancels what was subscribed to.
    async fn subscribe(&mut self, who: usize) {
        if self.dice.roll(3) == 0 && !self.subscriptions.is_empty() {
            let number = self.dice.roll(self.subscriptions.len() as u64) as usize;
            let (owner, subscription) = self.subscriptions.swap_remove(number);
            let answer =
                self.send(owner, "DELETE", &format!("/v1/subscriptions/{subscription}"), &json!({})).await;
            *self.done.entry("cancel").or_default() += u32::from(answer.status == 200);
            return;
        }
        let creator = self.dice.roll(CREATORS) as usize;
        let tier = self.tiers[creator][self.dice.roll(3) as usize].clone();
        let body = json!({ "creatorId": PEOPLE[creator], "tierId": tier });
        if let Some(subscription) = self.act("subscribe", who, "/v1/subscriptions", body).await {
            self.subscriptions.push((who, subscription["id"].as_str().expect("an id").to_owned()));
        }
    }

    async fn buy(&mut self, who: usize) {
        let package = ["mini", "basic", "standard", "premium", "pro"][self.dice.roll(5) as usize];
        let body = json!({ "packageId": package });
        let Some(purchase) = self.act("begin", who, "/v1/payments/purchases", body).await else { return };
        if self.dice.roll(4) == 0 {
            return;
        }
        let path = format!("/v1/payments/purchases/{}/confirm", purchase["id"].as_str().expect("an id"));
        for _ in 0..=self.dice.roll(2) {
            self.act("buy", who, &path, json!({})).await.expect("paid");
        }
        self.bought += purchase["tokens"].as_i64().expect("tokens");
    }

    /// The books after a step.
    async fn check(&mut self) {
        let books = self.stage.server.invariants().await.expect("invariants");
        assert!(books.hold(), "{books:?}");
        assert_eq!(books.tokens, BEGINNING + self.bought, "{books:?}");
        assert!(books.platform >= self.platform, "what the platform earned it keeps: {books:?}");
        self.platform = books.platform;
    }

    /// What everyone sees in the wallet, and the platform's part, is all there is.
    async fn settle(&mut self) {
        let mut seen = BEGINNING / 10 * (10 - PEOPLE.len() as i64);
        for who in 0..PEOPLE.len() {
            let wallet = self.send(who, "GET", "/v1/wallet", &json!({})).await.json();
            let tokens = |name: &str| wallet[name].as_i64().unwrap_or_else(|| panic!("{name}: {wallet}"));
            let came = tokens("lifetimePurchased") + tokens("lifetimeEarned") + BEGINNING / 10;
            assert_eq!(came - tokens("lifetimeSpent"), tokens("balance") + tokens("pending"), "{wallet}");
            assert!(tokens("withdrawable") <= tokens("balance"), "{wallet}");
            seen += tokens("balance") + tokens("pending");
        }
        assert_eq!(seen + self.platform, BEGINNING + self.bought);
    }
}

fn id(answer: &Answer) -> String {
    answer.json()["id"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

async fn play(seed: u64) -> BTreeMap<&'static str, u32> {
    let mut play = Play::start(seed).await;
    for _ in 0..SEQUENCES {
        for _ in 0..STEPS {
            play.step().await;
            play.check().await;
        }
        play.settle().await;
    }
    play.done
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_sequences_neither_make_nor_lose_a_token() {
    let mut done = BTreeMap::new();
    for pair in 0..WORLDS / 2 {
        let (one, two) = tokio::join!(tokio::spawn(play(2 * pair)), tokio::spawn(play(2 * pair + 1)));
        for (what, count) in one.expect("a play").into_iter().chain(two.expect("a play")) {
            *done.entry(what).or_default() += count;
        }
    }
    let rare: Vec<(&str, u32)> =
        done.iter().map(|(what, count)| (*what, *count)).filter(|one| one.1 < 20).collect();
    assert!(done.len() == 12 && rare.is_empty(), "every sort of step is carried out: {done:?}");
}
