//! The SDK in a Rust service: sign in, read, pay once, stay signed in, change one's mind.
//!
//! Every language tells this story against the reference server at `AVALO_URL`:
//!
//! ```text
//! cargo run -p avalo-mock-server -- --test-controls
//! AVALO_URL=http://127.0.0.1:5001 cargo run -p avalo-example
//! ```
#![forbid(unsafe_code)]

use std::{env, error::Error, process::ExitCode, time::Duration};

use avalo_sdk::{
    AvaloSdk,
    api::{
        auth::Login,
        feed::GetFeed,
        payments::{GetWallet, SendTip},
    },
    model::Tokens,
};
use serde_json::{Value, json};

type Step = Result<(), Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    // For the test's own HTTP client: the SDK leaves the TLS of the rest of the program alone.
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        println!("not ok - starts: TLS is set up already");
        return ExitCode::FAILURE;
    }
    let url = env::var("AVALO_URL").unwrap_or_else(|_| "http://127.0.0.1:5001".to_owned());
    let story = match AvaloSdk::builder(&url).build() {
        Ok(sdk) => Story { sdk, server: Server { url, http: reqwest::Client::new() } },
        Err(error) => {
            println!("not ok - starts: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut good = told("signs in", story.signs_in().await);
    good &= told("reads the feed", story.reads_the_feed().await);
    good &= told("tips once through a lost answer", story.tips_once().await);
    good &= told("renews an expired token", story.renews_an_expired_token().await);
    good &= told("cancels a slow call", story.cancels_a_slow_call().await);
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

struct Story {
    sdk: AvaloSdk,
    server: Server,
}

impl Story {
    async fn signs_in(&self) -> Step {
        let login =
            Login { email: "user6@avalo.test".into(), password: "Password1".into(), ..Default::default() };
        self.sdk.auth().login(login).await?;
        let who = self.sdk.user_id().ok_or("nobody is signed in")?;
        ensure(who.as_str() == "usr_6", || format!("{who} is signed in"))
    }

    async fn reads_the_feed(&self) -> Step {
        let page = self.sdk.feed().get_feed(GetFeed { limit: Some(5), ..Default::default() }).await?;
        ensure(page.posts.len() == 5, || format!("{} posts came", page.posts.len()))?;
        ensure(page.next_cursor.is_some(), || "there is no next page".to_owned())
    }

    async fn tips_once(&self) -> Step {
        let payments = self.sdk.payments();
        let before = payments.get_wallet(GetWallet {}).await?.balance;
        // The server carries the first tip out and loses its answer.
        self.server
            .post(
                "faults",
                json!([{ "route": "payments.sendTip", "nth": 1, "fault": { "kind": "drop_after_commit" } }]),
            )
            .await?;
        let tip = SendTip { recipient_id: "usr_1".into(), amount: Tokens(10), note: None, post_id: None };
        let receipt = payments.send_tip(tip).await?;
        ensure(receipt.amount == Tokens(10), || format!("{} were tipped", receipt.amount))?;
        let after = payments.get_wallet(GetWallet {}).await?.balance;
        ensure(before.0 - after.0 == 10, || format!("{before} became {after}"))?;
        let sent = self.server.count("payments.sendTip").await?;
        ensure(sent == 2, || format!("{sent} requests were sent"))
    }

    async fn renews_an_expired_token(&self) -> Step {
        self.server.post("clock", json!({ "advanceMs": 2 * 3_600_000 })).await?;
        self.sdk.feed().get_feed(GetFeed { limit: Some(4), ..Default::default() }).await?;
        let renewed = self.server.count("auth.refreshToken").await?;
        ensure(renewed == 1, || format!("the token was renewed {renewed} times"))
    }

    async fn cancels_a_slow_call(&self) -> Step {
        self.server
            .post(
                "faults",
                json!([{ "route": "feed.getFeed", "nth": 1, "fault": { "kind": "delay", "ms": 60_000 } }]),
            )
            .await?;
        let feed = self.sdk.feed();
        let slow = feed.get_feed(GetFeed { limit: Some(3), ..Default::default() });
        // Dropping a call cancels it; here `timeout` drops it.
        let given_up = tokio::time::timeout(Duration::from_millis(200), slow.into_future()).await.is_err();
        ensure(given_up, || "the call was not slow".to_owned())?;
        self.server.post("faults", json!([])).await?;
        let page = feed.get_feed(GetFeed { limit: Some(2), ..Default::default() }).await?;
        ensure(page.posts.len() == 2, || "the next call did not work".to_owned())
    }
}

/// What a test may do to the reference server.
struct Server {
    url: String,
    http: reqwest::Client,
}

impl Server {
    async fn post(&self, what: &str, body: Value) -> Step {
        let url = format!("{}/_test/{what}", self.url);
        self.http.post(url).body(body.to_string()).send().await?.error_for_status()?;
        Ok(())
    }

    /// How many requests of an operation the server has seen.
    async fn count(&self, operation: &str) -> Result<usize, Box<dyn Error>> {
        let answer = self.http.get(format!("{}/_test/requests", self.url)).send().await?.text().await?;
        let seen: Value = serde_json::from_str(&answer)?;
        let requests = seen["requests"].as_array().ok_or("no list of requests came")?;
        Ok(requests.iter().filter(|request| request["operation"] == operation).count())
    }
}

fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Step {
    if holds { Ok(()) } else { Err(otherwise().into()) }
}

fn told(step: &str, outcome: Step) -> bool {
    match &outcome {
        Ok(()) => println!("ok - {step}"),
        Err(why) => println!("not ok - {step}: {why}"),
    }
    outcome.is_ok()
}
