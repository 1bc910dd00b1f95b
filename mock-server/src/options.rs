//! What a world is set up with.

use std::path::PathBuf;

/// How a server is started.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The one that was asked for. A world in a file that was begun goes on with its own.
    pub(crate) seed: Option<u64>,
    pub(crate) data: Option<PathBuf>,
    pub(crate) test_controls: bool,
    pub(crate) seeded: bool,
    pub(crate) rules: Rules,
}

impl Options {
    /// What a new world is made from.
    pub(crate) fn first_seed(&self) -> u64 {
        self.seed.unwrap_or(7)
    }
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: None, data: None, test_controls: true, seeded: true, rules: Rules::default() }
    }
}

/// Numbers that a test may want to be others than the platform's.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    /// How many followers it takes to become a creator.
    pub(crate) creator_min_followers: u32,
    /// How many stored events a user's stream goes back.
    pub(crate) event_history: i64,
    /// Whether a user's messages are refused when they follow each other too fast in virtual time. Off
    /// by default: the clock moves 1 ms per request, so every scripted conversation is too fast.
    pub(crate) message_pacing: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { creator_min_followers: 100, event_history: 1_000, message_pacing: false }
    }
}
