//! Parsing URLs that nearly all have the same host.

use std::sync::{Arc, Mutex};

use reqwest::Url;

use crate::engine::lock::Lock;

/// Remembers whom the last request went to. Half of the work of parsing a URL is its host, so the
/// next URL of the same scheme, host and port is resolved against it instead.
#[derive(Debug, Default)]
pub(super) struct Origin(Mutex<Option<Arc<Known>>>);

#[derive(Debug)]
struct Known {
    /// Such as `https://api.avalo.app`.
    text: String,
    url: Url,
}

impl Origin {
    /// The URL, if it is one.
    pub(super) fn parse(&self, text: &str) -> Option<Url> {
        let known = self.0.hold().clone();
        if let Some(known) = known
            && let Some(path) = text.strip_prefix(&known.text)
            && is_path(path)
        {
            return known.url.join(path).ok();
        }
        let url = Url::parse(text).ok()?;
        let origin = url.origin().ascii_serialization();
        // Parsed anew, so that nothing else of this URL gets into the next one.
        if let Ok(url) = Url::parse(&origin) {
            *self.0.hold() = Some(Arc::new(Known { text: origin, url }));
        }
        Some(url)
    }
}

/// Whether this starts a path, and not another port, a longer name or a host of its own. A parser
/// takes control characters out before it looks.
fn is_path(text: &str) -> bool {
    let host = |next: char| matches!(next, '/' | '\\') || next.is_ascii_control();
    text.strip_prefix('/').is_some_and(|rest| !rest.starts_with(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_the_same_whatever_was_parsed_before() {
        let origin = Origin::default();
        for text in [
            "https://api.avalo.app/v1/feed?limit=5",
            "https://api.avalo.app/v1/feed",
            "https://api.avalo.app/v1/a/../b/%2e%2e/c?x=a%2Fb&y=é#z",
            "https://api.avalo.app//evil.example/v1",
            "https://api.avalo.app/\\evil.example/v1",
            "https://api.avalo.app/\t/evil.example/v1",
            "https://me:secret@api.avalo.app/v1",
            "https://api.avalo.app/v2",
            "https://api.avalo.app:8443/v1",
            "https://api.avalo.app?x=https://evil.example/",
            "https://api.avalo.app.evil.example/v1",
            "https://API.avalo.app:443/v1",
            "http://[::1]:5001/v1/feed",
            "http://127.0.0.1:5001/",
            "https://api.avalo.app",
        ] {
            // Once after another host, if it was one, and once after its own.
            assert_eq!(origin.parse(text), Url::parse(text).ok(), "{text}");
            assert_eq!(origin.parse(text), Url::parse(text).ok(), "{text}");
        }
        assert_eq!(origin.parse("api.avalo.app/v1"), None);
    }
}
