//! The address of the API, checked once.

use super::text::{all, cut, joined, parts, place, whole, without_slash};
use crate::error::Error;

/// Where the API is: scheme, host, port and an optional path in front of every operation's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint {
    base: String,
    host: String,
    /// How much of `base` comes before the path.
    root: usize,
}

impl Endpoint {
    /// Reads an address such as `https://api.avalo.app` or `http://localhost:5001/api`.
    ///
    /// Plain http is for loopback hosts, unless `allow_http` says that this is development.
    pub(crate) fn parse(text: &str, allow_http: bool) -> Result<Self, Error> {
        let refuse = |why: &str| Err(Error::config(joined(&["the endpoint ", text, " ", why])));
        let Some((scheme, rest)) =
            cut(text, b':').and_then(|(scheme, rest)| Some((scheme, rest.strip_prefix("//")?)))
        else {
            return refuse("is not a URL: it starts with https://");
        };
        if !all(text, &|byte| byte.is_ascii_graphic() && byte != b'\\') {
            return refuse("has characters that a URL cannot have");
        }
        if place(rest, &|byte| matches!(byte, b'?' | b'#' | b'@')).is_some() {
            return refuse("has a query, a fragment or a user name; an endpoint has none");
        }
        let (authority, path) = cut(rest, b'/').unwrap_or((rest, ""));
        let host = host_of(authority);
        let Some(host) = host else { return refuse("names no host") };
        let scheme = scheme.to_ascii_lowercase();
        match scheme.as_str() {
            "https" => {}
            "http" if allow_http || is_loopback(&host) => {}
            "http" => return refuse("is plain http; use https, http is for loopback hosts only"),
            _ => return refuse("is neither https nor http"),
        }
        let path = without_slash(path);
        let slash = if path.is_empty() { "" } else { "/" };
        let authority = authority.to_ascii_lowercase();
        let mut base = joined(&[&scheme, "://", &authority]);
        let root = base.len();
        base.push_str(slash);
        base.push_str(path);
        Ok(Self { base, host, root })
    }

    /// The address without a slash at its end.
    pub(crate) fn as_str(&self) -> &str {
        &self.base
    }

    /// The absolute URL of a path that starts with a slash.
    pub(crate) fn join(&self, path: &str) -> String {
        let mut url = String::with_capacity(self.base.len() + path.len());
        url.push_str(&self.base);
        url.push_str(path);
        url
    }

    /// The URL of a path at the root of the host, whatever path the endpoint has.
    pub(crate) fn at_root(&self, path: &str) -> String {
        let mut url = self.base.clone();
        url.truncate(self.root);
        url.push_str(path);
        url
    }

    /// The root of the host.
    pub(crate) fn origin(&self) -> Self {
        Self { base: self.at_root(""), ..self.clone() }
    }

    /// Whether the other address belongs to the same site: the same host, or one that shares its
    /// last two names. A list of public suffixes would be larger than the SDK, so a name under
    /// one such as `co.uk` is compared by three.
    pub(crate) fn same_site(&self, other: &Self) -> bool {
        self.host == other.host || (site(&self.host).is_some() && site(&self.host) == site(&other.host))
    }

    /// Whether a move from this address to `other` would give up https.
    pub(crate) fn downgrades_to(&self, other: &Self) -> bool {
        self.base.starts_with("https:") && !other.base.starts_with("https:")
    }
}

/// The host of `host[:port]`, in lower case, if both are well formed.
fn host_of(authority: &str) -> Option<String> {
    let (host, port) = match authority.strip_prefix("[") {
        Some(rest) => {
            let (inside, after) = cut(rest, b']')?;
            let port = match after.strip_prefix(":") {
                None if !after.is_empty() => return None,
                port => port,
            };
            is_ip6(inside).then_some((inside, port))?
        }
        None => match cut(authority, b':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    let port_ok = port.is_none_or(|port| whole(port).is_some_and(|port| (1..=0xffff).contains(&port)));
    let name_ok = authority.starts_with("[")
        || (!host.is_empty()
            && parts(host, b'.').all(|label| {
                let named = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
                !label.is_empty() && all(label, &named)
            }));
    (port_ok && name_ok).then(|| host.to_ascii_lowercase())
}

fn is_loopback(host: &str) -> bool {
    let four = is_ip4(host) && host.starts_with("127.");
    host == "localhost" || host.ends_with(".localhost") || host == "::1" || four
}

/// Four numbers below 256. The parser of the standard library would do, for 4 kB.
fn is_ip4(host: &str) -> bool {
    let numbers = || parts(host, b'.');
    numbers().count() == 4 && numbers().all(|number| whole(number).is_some_and(|number| number < 256))
}

/// Looks like an address of eight groups; whoever connects to it reads it to the letter.
fn is_ip6(host: &str) -> bool {
    let plain = all(host, &|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'));
    plain && parts(host, b':').count() >= 3
}

/// The part of a name that one owner holds: its last two labels, three under a short second level.
fn site(host: &str) -> Option<&str> {
    if is_ip4(host) || is_ip6(host) {
        return None;
    }
    let dot = |before: usize| host.as_bytes().get(..before)?.iter().rposition(|byte| *byte == b'.');
    let top = dot(host.len())?;
    // With one dot the name is whole; with more, the part after the second or third last counts.
    let Some(second) = dot(top) else { return Some(host) };
    let short = host.len() - top == 3 && top - second <= 4;
    let from = if short { dot(second) } else { Some(second) };
    host.get(from.map_or(0, |dot| dot + 1)..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<Endpoint> {
        Endpoint::parse(text, false).ok()
    }

    #[test]
    fn good_addresses_are_taken_as_they_are() {
        for (text, url) in [
            ("https://api.avalo.app", "https://api.avalo.app/v1/feed"),
            ("https://API.avalo.app/", "https://api.avalo.app/v1/feed"),
            ("http://localhost:5001/api/", "http://localhost:5001/api/v1/feed"),
            ("http://[::1]:5001", "http://[::1]:5001/v1/feed"),
            ("http://127.0.0.1:80", "http://127.0.0.1:80/v1/feed"),
        ] {
            assert_eq!(parse(text).map(|endpoint| endpoint.join("/v1/feed")).as_deref(), Some(url));
        }
        assert_eq!(
            parse("https://a.b/api").map(|endpoint| endpoint.at_root("/x")).as_deref(),
            Some("https://a.b/x")
        );
    }

    #[test]
    fn bad_addresses_are_refused_with_the_reason() {
        for text in [
            "",
            "api.avalo.app",
            "ftp://a.b",
            "https://",
            "https:///x",
            "https://a b",
            "https://a.b?x=1",
            "https://a.b#x",
            "https://me@a.b",
            "https://a.b:0",
            "https://a.b:99999",
            "https://a..b",
            "https://[::g]",
            "https://[::1]evil",
            "http://[::1].evil.app",
            "https://a.b\\c",
            "https://ä.b",
            "http://api.avalo.app",
            "http://127.0.0.1.evil.app",
        ] {
            assert!(parse(text).is_none(), "{text} was taken");
        }
        assert!(Endpoint::parse("http://10.0.2.2:5001", true).is_ok());
    }

    #[test]
    fn a_site_is_what_one_owner_holds() {
        let same = |a: &str, b: &str| match (parse(a), parse(b)) {
            (Some(a), Some(b)) => a.same_site(&b),
            _ => panic!("{a} {b}"),
        };
        assert!(same("https://avalo.app", "https://api.avalo.app"));
        assert!(!same("https://avalo.app", "https://avalo.app.evil.example"));
        assert!(!same("https://a.co.uk", "https://b.co.uk"));
        assert!(!same("http://127.0.0.1", "http://127.0.1.1"));
        assert!(!same("http://localhost", "https://avalo.app"));
    }
}
