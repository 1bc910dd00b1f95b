//! Memory and store brought together.

use std::sync::Mutex;

use super::{Session, State, signed_in::SignedIn};
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
        let _turn = self.turn.take().await;
        if self.state.hold().loaded {
            return;
        }
        let stored = match self.read(platform).await {
            Ok(stored) => stored,
            // It may work next time; until then nobody is known to be signed in.
            Err(error) => {
                self.state.hold().flaw = Some(error);
                return;
            }
        };
        let mut state = self.state.hold();
        if state.loaded {
            return;
        }
        state.loaded = true;
        state.flaw = None;
        state.signed_in = stored;
    }

    /// The session that the store holds, if that can be read; otherwise why the store failed.
    fn read<'a>(&'a self, platform: &'a Platform) -> BoxWork<'a, Result<Option<SignedIn>, String>> {
        Box::pin(async move {
            let text = match Deadline::new(platform, STORE_LIMIT).race(self.store.load().as_mut()).await {
                Ok(Ok(text)) => text,
                Ok(Err(error)) => {
                    warn(&error.text());
                    return Err(error.0);
                }
                Err(_) => {
                    warn("the token store did not answer in time: the session is kept in memory alone");
                    None
                }
            };
            Ok(text.and_then(|text| SignedIn::stored(&Fields::read(&text)?)))
        })
    }

    /// Takes over what another client of the same store left there, and says whether there was something:
    /// newer tokens of the same session. A refresh token is good once, and the other one used up ours.
    ///
    /// Only a store that holds what this client wrote last can tell. One that is empty, fails or holds another
    /// user's session changes nothing here: the server says whether this session still is one.
    pub(super) async fn adopt(&self, platform: &Platform, epoch: u64) -> bool {
        let _turn = self.turn.take().await;
        if self.state.hold().dirty {
            return false;
        }
        let Ok(Some(stored)) = self.read(platform).await else { return false };
        let mut state = self.state.hold();
        let newer = |own: &SignedIn| own.user_id == stored.user_id && own.refresh != stored.refresh;
        if state.epoch != epoch || state.dirty || !state.signed_in.as_ref().is_some_and(newer) {
            return false;
        }
        state.signed_in = Some(stored);
        state.refresh = None;
        state.cool = None;
        true
    }

    /// Writes what holds now to the store. A store that fails costs the session's life beyond this
    /// program, not the call.
    ///
    /// In a box, as what follows a change of session: compiled once, not into every caller.
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
