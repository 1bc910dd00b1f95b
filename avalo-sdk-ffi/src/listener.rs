//! What is told of the session, in the app's language.

use std::sync::Arc;

use avalo_sdk::session;

use crate::outbox::Outbox;

/// What happened to the session.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum SessionEvent {
    /// A user signed in.
    SignedIn {
        /// Who.
        user_id: String,
    },
    /// The access token was renewed.
    Refreshed,
    /// The session ended because the caller ended it.
    SignedOut,
    /// The session ended because the server no longer accepts it.
    Ended {
        /// The server's code, if it gave one.
        code: Option<String>,
    },
}

/// Hears what happens to the session: one event after another, on a thread of the client's own. It may call
/// the client; what it throws is ignored.
#[uniffi::export(rust, foreign)]
pub trait SessionListener: Send + Sync {
    /// Hears of one event.
    ///
    /// # Errors
    ///
    /// Whatever it likes: nobody acts on it.
    fn on_session(&self, event: SessionEvent) -> Result<(), ListenerError>;
}

/// Why a listener did not do what it was asked to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ListenerError {
    /// The listener failed.
    #[error("{detail}")]
    Failed {
        /// What happened, in a sentence.
        detail: String,
    },
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ListenerError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed { detail: error.reason }
    }
}

/// What the engine calls in place of an app's listener.
pub(crate) fn hearing(
    listener: Arc<dyn SessionListener>,
) -> std::io::Result<impl Fn(session::SessionEvent) + Send + Sync> {
    let outbox = Outbox::new("avalo-session", move |event| {
        let _ = listener.on_session(event);
    })?;
    Ok(move |event| outbox.tell(SessionEvent::from(event)))
}

impl From<session::SessionEvent> for SessionEvent {
    fn from(event: session::SessionEvent) -> Self {
        match event {
            session::SessionEvent::SignedIn(user) => Self::SignedIn { user_id: user.as_str().to_owned() },
            session::SessionEvent::Refreshed => Self::Refreshed,
            session::SessionEvent::SignedOut => Self::SignedOut,
            session::SessionEvent::Ended(code) => {
                Self::Ended { code: code.map(|code| code.as_str().to_owned()) }
            }
            // The enum grows with the core. What is not known here has no code either.
            _ => Self::Ended { code: None },
        }
    }
}
