//! Memory and store brought together.

use std::sync::Mutex;

use super::{Session, State, secret::Secret, signed_in::SignedIn};
use crate::{
    engine::{deadline::Deadline, json::Fields, lock::Lock},
    platform::{BoxWork, Millis, Platform, SECOND, warn},
};

/// How long a store may take before the engine goes on without it.
const STORE_LIMIT: Millis = 2 * SECOND;

/// Says on its end that the store does not hold what it should: it failed, or the call that wrote to
/// it was dropped meanwhile.
struct Unwritten<'a>(Option<&'a Mutex<State>>);

impl Drop for Unwritten<'_> {
    fn drop(&mut self) {
        if let Some(state) = self.0 {
            state.hold().dirty = true;
        }
    }
}

impl Session {
    /// Brings memory and store together: reads the session once, writes one that was not written.
    pub(crate) async fn settle(&self, platform: &Platform) {
        let (loaded, dirty) = {
            let state = self.state.hold();
            (state.loaded, state.dirty)
        };
        if dirty {
            self.write(platform).await;
        }
        if loaded {
            return;
        }
        self.look(platform, None).await;
    }

    /// Looks into the store, and says whether this changed who is signed in or with what.
    ///
    /// The first time, that is what the program begins with. Later, given the epoch, it is what another client of
    /// the same store left there: newer tokens of the same session. A refresh token is good once, and the
    /// other one used up ours. Only a store that holds what this client wrote last can tell. One that is
    /// empty, fails or holds another user's session changes nothing then: the server says whether this
    /// session still is one.
    ///
    /// In a box, as what follows a change of session: compiled once, not into every caller.
    pub(super) fn look<'a>(&'a self, platform: &'a Platform, again: Option<u64>) -> BoxWork<'a, bool> {
        Box::pin(async move {
            let _turn = self.turn.take().await;
            let usable = |state: &State| match again {
                None => !state.loaded,
                Some(epoch) => state.epoch == epoch && !state.dirty,
            };
            if !usable(&self.state.hold()) {
                return false;
            }
            let read = match Deadline::new(platform, STORE_LIMIT).race(self.store.load().as_mut()).await {
                Ok(Ok(text)) => Ok(text),
                Ok(Err(error)) => {
                    warn(&error.text());
                    Err(error.0)
                }
                Err(_) => {
                    warn("the token store did not answer in time: the session is kept in memory alone");
                    Ok(None)
                }
            };
            let mut state = self.state.hold();
            if !usable(&state) {
                return false;
            }
            let text = match read {
                Ok(text) => text.map(Secret::from),
                // It may work next time; until then nobody is known to be signed in.
                Err(flaw) => {
                    state.flaw = Some(flaw);
                    return false;
                }
            };
            let stored = text.and_then(|text| SignedIn::stored(&Fields::read(&text)?));
            if again.is_some() {
                let newer = |own: &SignedIn, stored: &SignedIn| {
                    own.user_id == stored.user_id && *own.refresh != *stored.refresh
                };
                match (&state.signed_in, &stored) {
                    (Some(own), Some(stored)) if newer(own, stored) => {}
                    _ => return false,
                }
            }
            state.loaded = true;
            state.flaw = None;
            state.refresh = None;
            state.cool = None;
            state.signed_in = stored;
            true
        })
    }

    /// Writes what holds now to the store. A store that fails costs the session's life beyond this
    /// program, not the call.
    ///
    /// In a box, as the look into it.
    pub(super) fn write<'a>(&'a self, platform: &'a Platform) -> BoxWork<'a> {
        Box::pin(async move {
            let _turn = self.turn.take().await;
            let (text, mut unwritten) = {
                let mut state = self.state.hold();
                state.dirty = false;
                (state.signed_in.as_ref().map(SignedIn::to_text), Unwritten(Some(&self.state)))
            };
            let mut writing = match text {
                Some(text) => self.store.save(text),
                None => self.store.clear(),
            };
            match Deadline::new(platform, STORE_LIMIT).race(writing.as_mut()).await {
                Ok(Ok(())) => unwritten.0 = None,
                Ok(Err(error)) => warn(&error.text()),
                Err(_) => warn("the token store did not answer in time: the next call writes to it again"),
            }
        })
    }
}
