//! The client as other languages hold it.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use avalo_sdk::{
    AvaloSdk, ErrorKind,
    api::{
        admin::foreign::Admin, ai::foreign::Ai, auth::foreign::Auth, chat::foreign::Chat,
        creator::foreign::Creator, feed::foreign::Feed, matchmaking::foreign::Matchmaking,
        notifications::foreign::Notifications, payments::foreign::Payments, profiles::foreign::Profiles,
    },
    foreign::{AvaloError, CallOptions, Caller, CancelToken, EventSubscription, JsonStream},
};
use futures_util::FutureExt;

use crate::{
    listener::{self, SessionListener},
    store::{Foreign, TokenStore},
};

/// The Avalo client. Two users in one program are two clients.
#[derive(uniffi::Object)]
pub struct AvaloClient(AvaloSdk);

/// What a client is set up with; what is left out has the SDK's own default.
#[derive(Clone, Debug, Default, uniffi::Record)]
pub struct ClientOptions {
    /// How long a call may take, waits and retries included; 60 s if nothing is said.
    #[uniffi(default = None)]
    pub timeout: Option<Duration>,
    /// How many requests go in any 60 s, retries included; 100 if nothing is said.
    #[uniffi(default = None)]
    pub requests_per_minute: Option<u32>,
    /// Whether the platform's configuration is asked for at the first call; yes if nothing is said.
    #[uniffi(default = None)]
    pub discovery: Option<bool>,
}

#[uniffi::export(async_runtime = "tokio")]
impl AvaloClient {
    /// Makes a client of the API at `endpoint`, such as `https://api.avalo.app`. No request is sent.
    ///
    /// The session is kept in `token_store`; in memory if there is none. `session_listener` hears when it
    /// begins, is renewed and ends.
    ///
    /// # Errors
    ///
    /// `config` for an endpoint that cannot be used.
    #[uniffi::constructor(default(options = None, token_store = None, session_listener = None))]
    pub fn new(
        endpoint: String,
        options: Option<ClientOptions>,
        token_store: Option<Arc<dyn TokenStore>>,
        session_listener: Option<Arc<dyn SessionListener>>,
    ) -> Result<Arc<Self>, AvaloError> {
        let options = options.unwrap_or_default();
        let mut builder = AvaloSdk::builder(endpoint);
        if let Some(timeout) = options.timeout {
            builder = builder.timeout(timeout);
        }
        if let Some(requests) = options.requests_per_minute {
            builder = builder.requests_per_minute(requests);
        }
        if let Some(discovery) = options.discovery {
            builder = builder.discovery(discovery);
        }
        if let Some(store) = token_store {
            builder = builder.token_store(Foreign(store));
        }
        if let Some(listener) = session_listener {
            let hearing = listener::hearing(listener).map_err(|error| {
                AvaloError::of(ErrorKind::Config, &format!("the listener's thread did not start: {error}"))
            })?;
            builder = builder.on_session(hearing);
        }
        Ok(Arc::new(Self(builder.build()?)))
    }

    /// Sign-up, sign-in, second factors and verification.
    #[uniffi::method(default(options = None, cancel = None))]
    #[must_use]
    pub fn auth(&self, options: Option<CallOptions>, cancel: Option<Arc<CancelToken>>) -> Arc<Auth> {
        Arc::new(Auth(self.caller(options, cancel)))
    }

    /// Conversations and the messages in them.
    #[uniffi::method(default(options = None, cancel = None))]
    #[must_use]
    pub fn chat(&self, options: Option<CallOptions>, cancel: Option<Arc<CancelToken>>) -> Arc<Chat> {
        Arc::new(Chat(self.caller(options, cancel)))
    }

    /// Posts, comments, stories and the media in them.
    #[uniffi::method(default(options = None, cancel = None))]
    #[must_use]
    pub fn feed(&self, options: Option<CallOptions>, cancel: Option<Arc<CancelToken>>) -> Arc<Feed> {
        Arc::new(Feed(self.caller(options, cancel)))
    }

    /// The wallet and everything that moves tokens.
    #[uniffi::method(default(options = None, cancel = None))]
    #[must_use]
    pub fn payments(&self, options: Option<CallOptions>, cancel: Option<Arc<CancelToken>>) -> Arc<Payments> {
        Arc::new(Payments(self.caller(options, cancel)))
    }

    /// People: their public face, their settings and who follows whom.
    #[uniffi::method(default(options = None, cancel = None))]
    #[must_use]
    pub fn profiles(&self, options: Option<CallOptions>, cancel: Option<Arc<CancelToken>>) -> Arc<Profiles> {
        Arc::new(Profiles(self.caller(options, cancel)))
    }

    /// AI companions, conversations with them, and the checks of what people write and show.
    #[uniffi::method(default(options = None, cancel = None))]
    #[must_use]
    pub fn ai(&self, options: Option<CallOptions>, cancel: Option<Arc<CancelToken>>) -> Arc<Ai> {
        Arc::new(Ai(self.caller(options, cancel)))
    }

    /// A creator's figures, prices and plans.
    #[uniffi::method(default(options = None, cancel = None))]
    #[must_use]
    pub fn creator(&self, options: Option<CallOptions>, cancel: Option<Arc<CancelToken>>) -> Arc<Creator> {
        Arc::new(Creator(self.caller(options, cancel)))
    }

    /// Suggestions, likes and matches.
    #[uniffi::method(default(options = None, cancel = None))]
    #[must_use]
    pub fn matchmaking(
        &self,
        options: Option<CallOptions>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Arc<Matchmaking> {
        Arc::new(Matchmaking(self.caller(options, cancel)))
    }

    /// The inbox, what may disturb its owner, and where push messages go.
    #[uniffi::method(default(options = None, cancel = None))]
    #[must_use]
    pub fn notifications(
        &self,
        options: Option<CallOptions>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Arc<Notifications> {
        Arc::new(Notifications(self.caller(options, cancel)))
    }

    /// What the staff sees and does.
    #[uniffi::method(default(options = None, cancel = None))]
    #[must_use]
    pub fn admin(&self, options: Option<CallOptions>, cancel: Option<Arc<CancelToken>>) -> Arc<Admin> {
        Arc::new(Admin(self.caller(options, cancel)))
    }

    /// Calls an operation by its id with its parameters as JSON, and answers JSON:
    /// `feed.getFeed` with `{"limit":20}` answers a page of the feed.
    ///
    /// # Errors
    ///
    /// `invalid` for an id that is not in the contract and for text that is no JSON object; else what
    /// the operation itself fails with, or `cancelled` once `cancel` is used.
    #[uniffi::method(default(options = None, cancel = None))]
    pub async fn call_json(
        &self,
        operation: String,
        params: String,
        options: Option<CallOptions>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<String, AvaloError> {
        self.caller(options, cancel).call_json(&operation, &params).await
    }

    /// Everything that happens to the user, as it happens.
    #[uniffi::method(default(cancel = None))]
    #[must_use]
    pub fn events(&self, cancel: Option<Arc<CancelToken>>) -> Arc<EventSubscription> {
        self.caller(None, cancel).events()
    }

    /// What comes over the stream of an operation by its id, with its parameters as JSON: of
    /// `chat.subscribeToMessages` everything that happens to the user.
    ///
    /// # Errors
    ///
    /// `invalid` for an id that is no stream of the contract and for text that is no JSON object.
    #[uniffi::method(default(options = None, cancel = None))]
    pub fn stream_json(
        &self,
        operation: String,
        params: String,
        options: Option<CallOptions>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Arc<JsonStream>, AvaloError> {
        self.caller(options, cancel).stream_json(&operation, &params)
    }

    /// Reads the session that the token store kept, as the first call would, and says whose it is: for an
    /// app that must know before it calls anything. Nothing is sent.
    pub async fn restore(&self) -> Option<String> {
        unbroken(self.0.restore()).await?.map(|user| user.as_str().to_owned())
    }

    /// The user who is signed in, if there is one.
    #[must_use]
    pub fn user_id(&self) -> Option<String> {
        self.0.user_id().map(|user| user.as_str().to_owned())
    }

    /// Ends the session on this device at once, without the server: for a device that is offline.
    pub async fn sign_out(&self) {
        unbroken(self.0.sign_out()).await;
    }
}

impl AvaloClient {
    fn caller(&self, options: Option<CallOptions>, cancel: Option<Arc<CancelToken>>) -> Caller {
        Caller { sdk: self.0.clone(), options: options.unwrap_or_default(), cancel }
    }
}

/// What comes of work that has no errors in Swift, where a defect would end the app; nothing if there is one.
async fn unbroken<T>(work: impl Future<Output = T>) -> Option<T> {
    AssertUnwindSafe(work).catch_unwind().await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client() -> Arc<AvaloClient> {
        // Nothing listens there, and nothing is sent.
        AvaloClient::new("http://127.0.0.1:9".to_owned(), None, None, None).expect("a client")
    }

    fn kind(result: Result<String, AvaloError>) -> String {
        let AvaloError::Failed { kind, .. } = result.expect_err("a failure");
        kind
    }

    #[tokio::test]
    async fn what_is_no_operation_is_invalid() {
        let client = client();
        assert_eq!(kind(client.call_json("feed.fly".into(), "{}".into(), None, None).await), "invalid");
        assert_eq!(kind(client.call_json("feed.getFeed".into(), "{".into(), None, None).await), "invalid");
        assert_eq!(client.user_id(), None);
    }

    #[tokio::test]
    async fn a_defect_is_the_failure_of_its_call() {
        let client = client();
        assert_eq!(kind(client.call_json("test.panic".into(), "{}".into(), None, None).await), "internal");
        assert_eq!(kind(client.call_json("feed.fly".into(), "{}".into(), None, None).await), "invalid");
    }

    #[tokio::test]
    async fn a_used_token_ends_calls_before_and_after() {
        let (client, token) = (client(), CancelToken::new());
        let call = || client.call_json("feed.getFeed".into(), "{}".into(), None, Some(Arc::clone(&token)));
        let (before, ()) = tokio::join!(call(), async { token.cancel() });
        assert_eq!(kind(before), "cancelled");
        assert_eq!(kind(call().await), "cancelled");
    }

    #[test]
    fn an_endpoint_that_is_none_is_refused() {
        let AvaloError::Failed { kind, .. } =
            AvaloClient::new("avalo".to_owned(), None, None, None).err().expect("a failure");
        assert_eq!(kind, "config");
    }
}
