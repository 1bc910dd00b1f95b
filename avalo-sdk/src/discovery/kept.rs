//! Keeping the document between two runs.

use super::{Discovery, FETCH_LIMIT, Known, STALE_IF_ERROR};
use crate::{
    engine::{
        Engine,
        deadline::Deadline,
        json::{Fields, quote},
        lock::Lock,
        text::{decimal, joined},
    },
    platform::{BoxFuture, MaybeSend, MaybeSync, Millis, Platform, SECOND},
};

/// Keeps the document between two runs, so that a program starts without the network.
pub trait ConfigStore: MaybeSend + MaybeSync {
    /// The text that was saved last, if any.
    fn load(&self) -> BoxFuture<Option<String>>;

    /// Keeps the text in place of the one before.
    fn save(&self, config: String) -> BoxFuture<()>;
}

impl Discovery {
    /// Reads the stored document, once.
    pub(super) async fn load(&self, engine: &Engine) {
        let Some(store) = &self.store else { return };
        if self.state.hold().loaded {
            return;
        }
        let text =
            Deadline::new(&engine.platform, FETCH_LIMIT).race(store.load().as_mut()).await.ok().flatten();
        let stored = text.and_then(|text| Known::stored(&text, &engine.platform));
        let mut state = self.state.hold();
        if std::mem::replace(&mut state.loaded, true) {
            return;
        }
        if let Some(known) = stored.filter(|known| known.age < STALE_IF_ERROR) {
            self.adopt(&mut state, engine, known);
        }
    }

    /// Has the store keep what is known now.
    pub(super) async fn save(&self, engine: &Engine) {
        let Some(store) = &self.store else { return };
        let now = engine.platform.now();
        let text = self.state.hold().known.as_ref().map(|known| known.to_text(&engine.platform, now));
        if let Some(text) = text {
            let _ = Deadline::new(&engine.platform, FETCH_LIMIT).race(store.save(text).as_mut()).await;
        }
    }
}

impl Known {
    /// The document that the store kept.
    fn stored(text: &str, platform: &Platform) -> Option<Self> {
        let fields = Fields::read(text)?;
        let now = platform.clock.unix_ms().max(0).unsigned_abs();
        Some(Self {
            age: now.saturating_sub(fields.whole("savedAtMs")?),
            since: platform.now(),
            max_age: fields.whole("maxAgeSeconds")? * SECOND,
            etag: fields.text("etag"),
            text: fields.text("text")?,
        })
    }

    /// The document as the store keeps it.
    fn to_text(&self, platform: &Platform, now: Millis) -> String {
        let age = i64::try_from(self.age(now)).unwrap_or(i64::MAX);
        joined(&[
            r#"{"etag":"#,
            &self.etag.as_deref().map_or_else(|| "null".to_owned(), quote),
            r#","text":"#,
            &quote(&self.text),
            r#","maxAgeSeconds":"#,
            &decimal(self.max_age / SECOND),
            r#","savedAtMs":"#,
            &decimal(platform.clock.unix_ms().saturating_sub(age).max(0).unsigned_abs()),
            "}",
        ])
    }
}
