//! The two that are compared: the same read, typed, by the SDK and by bare reqwest with serde_json.

use std::{ops::Deref, sync::Arc};

use avalo_sdk::{
    AvaloSdk,
    api::{
        auth::Login,
        profiles::{GetFollowers, UserPage},
    },
    model::UserId,
};
use reqwest::header::ACCEPT;
use tokio::runtime::{Builder, Runtime};

/// Who makes a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contender {
    Bare,
    Sdk,
}

/// Both contenders, signed in to one server as one user.
pub(crate) struct Pair {
    sdk: AvaloSdk,
    client: reqwest::Client,
    url: String,
    token: String,
    user: UserId,
}

/// One thread, so that the server has the other core to itself.
pub(crate) fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

impl Pair {
    pub(crate) async fn connect(url: &str) -> Arc<Self> {
        // Every policy is on; the limit is kept, but never reached.
        let sdk = AvaloSdk::builder(url).requests_per_minute(u32::MAX).build().expect("a client");
        let login =
            Login { email: "user1@avalo.test".into(), password: "Password1".into(), ..Default::default() };
        let session = sdk.auth().login(login).await.expect("a seeded user").session.expect("a session");
        let client = avalo_tests::http();
        let url = url.to_owned();
        Arc::new(Self { sdk, client, url, token: session.access_token, user: session.user_id })
    }

    /// One read. Each lane asks for another page size: equal reads at the same time would travel once.
    pub(crate) async fn call(&self, contender: Contender, lane: u32) -> UserPage {
        let limit = 20 + lane;
        match contender {
            Contender::Bare => {
                serde_json::from_slice(&self.bare(limit).await).expect("what the contract promises")
            }
            Contender::Sdk => {
                let request = GetFollowers { user_id: self.user.clone(), limit: Some(limit), cursor: None };
                self.sdk.profiles().get_followers(request).await.expect("an answer")
            }
        }
    }

    /// How long an answer is.
    pub(crate) async fn answer_size(&self) -> usize {
        self.bare(20).await.len()
    }

    async fn bare(&self, limit: u32) -> impl Deref<Target = [u8]> {
        let url = format!("{}/v1/profiles/{}/followers?limit={limit}", self.url, self.user);
        let request = self.client.get(url).header(ACCEPT, "application/json").bearer_auth(&self.token);
        let response = request.send().await.and_then(reqwest::Response::error_for_status);
        response.expect("an answer").bytes().await.expect("a whole answer")
    }
}
