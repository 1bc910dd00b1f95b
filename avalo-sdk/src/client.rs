//! The client: one handle per domain over one engine.

mod builder;
mod call;
mod upload;

use std::{fmt, sync::Arc, time::Duration};

pub use self::{builder::Builder, call::Call, upload::Upload};
use crate::{
    api::{
        self, admin::Admin, ai::Ai, auth::Auth, chat::Chat, creator::Creator, feed::Feed,
        matchmaking::Matchmaking, notifications::Notifications, payments::Payments, profiles::Profiles,
    },
    engine::{Answer, Engine, Options, rows, text::joined},
    error::Error,
    model::UserId,
    operation::{Operation, Spec},
    platform::BoxFuture,
    session::Change,
};

/// The Avalo client.
///
/// It is cheap to clone, and clones share everything: one session, one limit, one set of reads
/// under way. Two users in one program are two clients.
///
/// ```no_run
/// # async fn read() -> Result<(), avalo_sdk::Error> {
/// use avalo_sdk::{AvaloSdk, api::{auth::Login, feed::GetFeed}};
///
/// let sdk = AvaloSdk::builder("https://api.avalo.app").build()?;
/// sdk.auth().login(Login { email: "ada@example.com".into(), password: "…".into(), ..Default::default() }).await?;
/// let page = sdk.feed().get_feed(GetFeed { limit: Some(20), ..Default::default() }).await?;
/// println!("{} posts", page.posts.len());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct AvaloSdk {
    pub(crate) engine: Arc<Engine>,
}

impl AvaloSdk {
    /// Starts to set up a client of the API at `endpoint`, such as `https://api.avalo.app`.
    ///
    /// Calls need a tokio runtime; outside of one they fail with `Config`. The client's TLS is its
    /// own: nothing is installed for the rest of the program.
    pub fn builder(endpoint: impl Into<String>) -> Builder {
        Builder::new(endpoint.into())
    }

    /// Sign-up, sign-in, second factors and verification.
    pub fn auth(&self) -> Auth {
        Auth(self.clone())
    }

    /// Conversations and the messages in them.
    pub fn chat(&self) -> Chat {
        Chat(self.clone())
    }

    /// Posts, comments, stories and the media in them.
    pub fn feed(&self) -> Feed {
        Feed(self.clone())
    }

    /// The wallet and everything that moves tokens.
    pub fn payments(&self) -> Payments {
        Payments(self.clone())
    }

    /// People: their public face, their settings and who follows whom.
    pub fn profiles(&self) -> Profiles {
        Profiles(self.clone())
    }

    /// AI companions, conversations with them, and the checks of what people write and show.
    pub fn ai(&self) -> Ai {
        Ai(self.clone())
    }

    /// A creator's figures, prices and plans.
    pub fn creator(&self) -> Creator {
        Creator(self.clone())
    }

    /// Suggestions, likes and matches.
    pub fn matchmaking(&self) -> Matchmaking {
        Matchmaking(self.clone())
    }

    /// The inbox, what may disturb its owner, and where push messages go.
    pub fn notifications(&self) -> Notifications {
        Notifications(self.clone())
    }

    /// What the staff sees and does.
    pub fn admin(&self) -> Admin {
        Admin(self.clone())
    }

    /// The call of one operation; await it to send it.
    pub fn call<O: Operation>(&self, request: O) -> Call<O> {
        Call::new(self.clone(), request)
    }

    /// Calls an operation by its id with its parameters as JSON, for callers that have no types.
    ///
    /// `sdk.call_json("feed.getFeed", r#"{"limit":20}"#).await` answers the JSON of a `FeedPage`.
    ///
    /// # Errors
    ///
    /// `Invalid` for an id that is not in the contract and for text that is no JSON object; else as
    /// the operation's own method.
    pub async fn call_json(&self, operation: &str, params: &str) -> Result<String, Error> {
        let answer = self.call_untyped(operation, params, None, None).await?;
        String::from_utf8(answer.json().to_vec())
            .map_err(|_| Error::new(crate::ErrorKind::Decode, "the answer is not UTF-8"))
    }

    /// As [`call_json`](Self::call_json), with the options of a call, and with the answer's body
    /// wherever the transport left it: the door for other languages.
    ///
    /// # Errors
    ///
    /// As [`call_json`](Self::call_json).
    pub async fn call_untyped(
        &self,
        operation: &str,
        params: &str,
        timeout: Option<Duration>,
        idempotency_key: Option<String>,
    ) -> Result<Answer, Error> {
        let options = Options { timeout, idempotency_key, fresh: false };
        let spec = find(operation)?;
        options.check()?;
        self.engine.call(spec, params, options).await
    }

    /// As [`call_untyped`](Self::call_untyped), for a caller that brings the operation along as a
    /// [row](Spec::row): a page in a browser loads only those that it uses. `fresh` asks the server even
    /// if a cached answer would do.
    ///
    /// # Errors
    ///
    /// As [`call_json`](Self::call_json).
    pub fn call_row(
        &self,
        row: &str,
        params: String,
        timeout: Option<Duration>,
        idempotency_key: Option<String>,
        fresh: bool,
    ) -> BoxFuture<Result<Answer, Error>> {
        let spec =
            rows::find(row).ok_or_else(|| Error::invalid(joined(&[row, " is no row of an operation"])));
        let options = Options { timeout, idempotency_key, fresh };
        let engine = Arc::clone(&self.engine);
        Box::pin(async move {
            options.check()?;
            engine.call(spec?, &params, options).await
        })
    }

    /// Reads the session that the token store kept, as the first call would, and says whose it is: for
    /// an app that must know before it calls anything. Nothing is sent.
    pub async fn restore(&self) -> Option<UserId> {
        self.engine.session.settle(&self.engine.platform).await;
        self.user_id()
    }

    /// The user who is signed in, if there is one. A session from the token store is known once
    /// [`restore`](Self::restore) or a call has read it.
    pub fn user_id(&self) -> Option<UserId> {
        self.engine.session.user_id()
    }

    /// Ends the session on this device at once, without the server: for a device that is offline.
    /// `auth().logout()` ends it on the server too.
    pub async fn sign_out(&self) {
        let epoch = self.engine.session.epoch();
        if let Some(end) = self.engine.session.end(&self.engine, epoch, Change::SignedOut) {
            end.await;
        }
    }
}

fn find(operation: &str) -> Result<&'static Spec, Error> {
    match api::find(operation) {
        Some(spec) => Ok(spec),
        None => Err(Error::invalid(joined(&[operation, " is no operation; one is called chat.sendMessage"]))),
    }
}

impl fmt::Debug for AvaloSdk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AvaloSdk").field("discovery", &self.engine.discovery).finish_non_exhaustive()
    }
}
