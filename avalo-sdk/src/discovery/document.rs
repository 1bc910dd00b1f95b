//! What `/.well-known/avalo-config.json` may say, and what of it is believed.

use crate::engine::{
    endpoint::Endpoint,
    json::Fields,
    text::{joined, without_slash},
};

/// The version of the document that this SDK understands.
const VERSION: u64 = 1;

/// The part of the document that the engine uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Document {
    pub(crate) api: Endpoint,
    pub(crate) requests_per_minute: Option<u32>,
}

/// Why a document is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Distrust {
    /// It is broken: go on without it.
    Ignore(String),
    /// It is meant for something else, or it leads somewhere it must not: calls must not go on.
    Refuse(String),
}

impl Document {
    /// Reads the document that was found at the root of `origin`.
    ///
    /// It must name `origin` itself as its issuer, and may send calls only to the same site and
    /// not from https to http: whoever can change the document must not be able to collect tokens.
    pub(crate) fn read(text: &str, origin: &Endpoint, allow_http: bool) -> Result<Self, Distrust> {
        let broken = || Distrust::Ignore("the configuration is not valid".to_owned());
        let fields = Fields::read(text).ok_or_else(broken)?;
        let version = fields.whole("version").ok_or_else(broken)?;
        let issuer = fields.text("issuer").ok_or_else(broken)?;
        let api_endpoint = fields.text("apiEndpoint").ok_or_else(broken)?;
        let refuse = |why: String| Err(Distrust::Refuse(why));
        if version != VERSION {
            return refuse("the configuration has a version that this SDK does not understand".to_owned());
        }
        if without_slash(&issuer) != origin.as_str() {
            return refuse(joined(&[
                "the configuration of ",
                origin.as_str(),
                " says it belongs to ",
                &issuer,
            ]));
        }
        let api = match Endpoint::parse(&api_endpoint, allow_http) {
            Ok(api) => api,
            Err(error) => return refuse(joined(&["in the configuration, ", error.detail()])),
        };
        if !origin.same_site(&api) || origin.downgrades_to(&api) {
            let (from, to) = (origin.as_str(), api.as_str());
            return refuse(joined(&["the configuration of ", from, " leads to ", to, ", another site"]));
        }
        let limits = fields.fields("limits");
        let requests_per_minute = limits
            .and_then(|limits| limits.whole("requestsPerMinute"))
            .and_then(|requests| u32::try_from(requests).ok());
        Ok(Self { api, requests_per_minute })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(origin: &str, issuer: &str, api: &str, version: u32) -> Result<Document, Distrust> {
        let origin = Endpoint::parse(origin, false).expect("an origin");
        let text = format!(r#"{{"version":{version},"issuer":"{issuer}","apiEndpoint":"{api}"}}"#);
        Document::read(&text, &origin, false)
    }

    const HOME: &str = "https://avalo.app";

    #[test]
    fn a_document_may_name_another_host_of_its_site() {
        let document = read(HOME, HOME, "https://api.avalo.app/v2", 1).expect("a document");
        assert_eq!(document.api.as_str(), "https://api.avalo.app/v2");
    }

    #[test]
    fn a_document_that_leads_astray_is_refused() {
        for (issuer, api, version) in [
            ("https://avalo.app.evil.example", HOME, 1),
            ("http://avalo.app", HOME, 1),
            ("https://www.avalo.app", HOME, 1),
            (HOME, "https://evil.example", 1),
            (HOME, "http://api.avalo.app", 1),
            (HOME, "http://127.0.0.1:80", 1),
            (HOME, "not a url", 1),
            (HOME, "https://me@avalo.app", 1),
            (HOME, HOME, 0),
            (HOME, HOME, 2),
        ] {
            assert!(
                matches!(read(HOME, issuer, api, version), Err(Distrust::Refuse(_))),
                "{issuer} {api} {version}"
            );
        }
    }

    #[test]
    fn a_broken_document_is_ignored() {
        let origin = Endpoint::parse(HOME, false).expect("an origin");
        for text in ["", "{}", "<html>", "[1]", r#"{"version":"1"}"#, r#"{"version":-1}"#] {
            assert!(matches!(Document::read(text, &origin, false), Err(Distrust::Ignore(_))), "{text}");
        }
    }
}
