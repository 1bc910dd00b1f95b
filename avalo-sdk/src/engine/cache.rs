//! Answers that may be used again for a while.

use std::sync::{Arc, Mutex};

use super::{Answer, lock::Lock, table::Table};
use crate::platform::Millis;

/// How many bytes of answers are kept.
const CAPACITY: usize = 5 * 1024 * 1024;

/// The answers of operations whose row says `cache`, for the user who asked.
///
/// The key holds the session's epoch, so that no user is ever given another's answer; a session
/// that ends takes all of them along.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    entries: Table<Entry>,
    bytes: usize,
    uses: u64,
}

#[derive(Debug)]
struct Entry {
    answer: Answer,
    until: Millis,
    bytes: usize,
    used: u64,
}

impl Cache {
    /// The answer under `key`, unless its time is over.
    pub(crate) fn get(&self, key: &str, now: Millis) -> Option<Answer> {
        let mut state = self.state.hold();
        state.uses += 1;
        let used = state.uses;
        let entry = state.entries.get_mut(key).filter(|entry| now < entry.until)?;
        entry.used = used;
        Some(entry.answer.clone())
    }

    /// Keeps an answer until then. The ones used longest ago make room.
    pub(crate) fn put(&self, key: Arc<str>, answer: Answer, until: Millis) {
        let bytes = key.len() + answer.size();
        if bytes > CAPACITY {
            return;
        }
        let mut state = self.state.hold();
        state.uses += 1;
        let used = state.uses;
        state.bytes += bytes;
        if let Some(old) = state.entries.insert(key, Box::new(Entry { answer, until, bytes, used })) {
            state.bytes -= old.bytes;
        }
        while state.bytes > CAPACITY {
            let oldest = state.entries.iter().min_by_key(|(_, entry)| entry.used);
            let Some(key) = oldest.map(|(key, _)| Arc::clone(key)) else { return };
            if let Some(entry) = state.entries.remove(&key) {
                state.bytes -= entry.bytes;
            }
        }
    }

    /// Forgets the answers of one domain after a write to it.
    pub(crate) fn forget(&self, prefix: &str) {
        self.retain(|key| !key.starts_with(prefix));
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        self.retain(|_| false);
    }

    fn retain(&self, keep: impl Fn(&str) -> bool) {
        let mut state = self.state.hold();
        state.entries.retain(keep);
        state.bytes = state.entries.iter().map(|(_, entry)| entry.bytes).sum();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Millis = 3_600_000;

    #[test]
    fn an_answer_lasts_as_long_as_it_was_given() {
        let cache = Cache::default();
        cache.put("a".into(), Answer::test(b"1"), HOUR);
        assert!(cache.get("a", HOUR - 1).is_some());
        assert!(cache.get("a", HOUR).is_none());
        cache.clear();
        assert!(cache.get("a", 0).is_none());
    }

    #[test]
    fn the_least_used_answers_make_room() {
        let cache = Cache::default();
        let big = vec![b'x'; CAPACITY / 4];
        for key in ["a", "b", "c"] {
            cache.put(key.into(), Answer::test(&big), HOUR);
        }
        assert!(cache.get("a", 0).is_some());
        cache.put("d".into(), Answer::test(&big), HOUR);
        assert!(cache.get("b", 0).is_none());
        assert!(cache.get("a", 0).is_some());
        cache.put("huge".into(), Answer::test(&vec![b'x'; CAPACITY + 1]), HOUR);
        assert!(cache.get("huge", 0).is_none());
        assert!(cache.state.hold().bytes <= CAPACITY);
    }
}
