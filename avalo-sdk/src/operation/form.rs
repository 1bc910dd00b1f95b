//! What a text of a request may be beyond its length: each form with a check and the pattern that says the
//! same in documents.

use super::limit::Breach;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// At least one character that is neither space nor control.
    Words,
    /// A name: no control characters, and a visible character at both ends.
    Name,
    /// An e-mail address in printable ASCII, such as `ada@example.org`.
    Email,
    /// A day of the years 1900 to 2099, `YYYY-MM-DD`.
    Date,
    /// A country as two capital letters, ISO 3166-1.
    Country,
    /// The same, or nothing.
    CountryOrNothing,
    /// The S256 hash of a secret: 43 characters of base64url, RFC 7636.
    CodeChallenge,
    /// An identifier: 1 to 64 of the characters `A-Z a-z 0-9 _ -`. Fields of an id's type have it by
    /// themselves.
    Id,
    /// Where a provider may send a code to: `https`, a loopback address or an app's own scheme, without a
    /// fragment.
    Redirect,
    /// Printable ASCII without spaces, as tokens and codes are.
    Visible,
}

impl Form {
    /// The pattern of the text, an ECMA-262 regular expression.
    pub const fn pattern(self) -> &'static str {
        match self {
            Self::Words => r"[^\s\x00-\x1f\x7f-\x9f]",
            Self::Name => r"^[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f])?$",
            Self::Email => r"^[!-?A-~]+@[!-\-/-?A-~]+(\.[!-\-/-?A-~]+)+$",
            Self::Date => r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
            Self::Country => r"^[A-Z]{2}$",
            Self::CountryOrNothing => r"^([A-Z]{2})?$",
            Self::CodeChallenge => r"^[A-Za-z0-9_-]{43}$",
            Self::Id => r"^[A-Za-z0-9_-]{1,64}$",
            Self::Redirect => {
                r"^(https://[0-9A-Za-z]|http://(localhost|127\.0\.0\.1)([/:?]|$)|(?!https?:|javascript:|data:|file:)[a-z][a-z0-9+.-]*://)[!-\x22$-~]*$"
            }
            Self::Visible => r"^[!-~]+$",
        }
    }

    /// What the text must be, in words.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Words => "must not be blank",
            Self::Name => "must begin and end with a visible character, without control characters",
            Self::Email => "must be an e-mail address such as ada@example.org",
            Self::Date => "must be a day such as 1990-12-31",
            Self::Country => "must be two capital letters",
            Self::CountryOrNothing => "must be two capital letters, or empty",
            Self::CodeChallenge => "must be an S256 hash: 43 characters of base64url",
            Self::Id => "must be an identifier: 1 to 64 of the characters A-Z a-z 0-9 _ -",
            Self::Redirect => "must be https, a loopback address or an app's own scheme, without a fragment",
            Self::Visible => "must be visible ASCII characters without spaces",
        }
    }

    /// Whether a text has this form.
    pub fn fits(self, text: &str) -> bool {
        match self {
            Self::Words => text.chars().any(|letter| !letter.is_whitespace() && !letter.is_control()),
            Self::Name => {
                let ends = [text.chars().next(), text.chars().next_back()];
                ends.into_iter().all(|end| end.is_some_and(|letter| !letter.is_whitespace()))
                    && !text.chars().any(char::is_control)
            }
            Self::Email => is_email(text),
            Self::Date => is_date(text),
            Self::Country => is_country(text),
            Self::CountryOrNothing => text.is_empty() || is_country(text),
            Self::CodeChallenge => {
                text.len() == 43
                    && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
            }
            Self::Id => crate::model::is_id(text),
            Self::Redirect => is_redirect(text),
            Self::Visible => is_visible(text),
        }
    }

    /// The words of JSON schema that say so.
    #[cfg(feature = "schema")]
    pub(crate) fn schema(self) -> Vec<(&'static str, serde_json::Value)> {
        let format = match self {
            Self::Date => Some(("format", "date".into())),
            _ => None,
        };
        [("pattern", self.pattern().into())].into_iter().chain(format).collect()
    }
}

fn is_visible(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    is_visible(name)
        && host.contains('.')
        && host.split('.').all(|label| is_visible(label) && !label.contains('@'))
}

fn is_redirect(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let allowed = match scheme {
        "https" => rest.starts_with(|letter: char| letter.is_ascii_alphanumeric()),
        "http" => ["localhost", "127.0.0.1"].iter().any(|host| {
            rest.strip_prefix(host).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', ':', '?']))
        }),
        "javascript" | "data" | "file" => false,
        _ => {
            scheme.starts_with(|letter: char| letter.is_ascii_lowercase())
                && scheme.bytes().all(|byte| {
                    byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+')
                })
        }
    };
    allowed && is_visible(text) && !text.contains('#')
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_date(text: &str) -> bool {
    date(text).is_some()
}

/// The year, month and day of a text of the form `Date`.
pub fn date(text: &str) -> Option<(i64, i64, i64)> {
    let bytes = text.as_bytes();
    let plain = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !plain {
        return None;
    }
    let number =
        |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<i64>().ok());
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(leap),
        _ => 31,
    };
    let is_day = (1_900..2_100).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day);
    is_day.then_some((year, month, day))
}

/// What holds texts that have a form.
pub trait Texts {
    /// The first text that does not fit, with its place in a list.
    fn misfit(&self, form: Form) -> Option<Option<usize>>;
}

impl Texts for String {
    fn misfit(&self, form: Form) -> Option<Option<usize>> {
        (!form.fits(self)).then_some(None)
    }
}

impl<T: Texts> Texts for Option<T> {
    fn misfit(&self, form: Form) -> Option<Option<usize>> {
        self.as_ref().and_then(|texts| texts.misfit(form))
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn misfit(&self, form: Form) -> Option<Option<usize>> {
        self.iter().position(|text| text.misfit(form).is_some()).map(Some)
    }
}

/// Checks the text, or each text, of one field.
///
/// # Errors
///
/// For the first that does not fit: `interests[3]`.
pub fn field<T: Texts>(name: &str, texts: &T, form: Form) -> Result<(), Breach> {
    match texts.misfit(form) {
        None => Ok(()),
        Some(place) => {
            let field = place.map_or_else(|| name.to_owned(), |index| format!("{name}[{index}]"));
            Err(Breach { field, reason: form.reason().to_owned() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Form::{
        CodeChallenge, Country, CountryOrNothing, Date, Email, Id, Name, Redirect, Visible, Words,
    };

    #[test]
    fn forms_take_what_they_are_named_after() {
        for (form, text) in [
            (Words, " a"),
            (Name, "Ada M. Lovelace"),
            (Name, "Ż"),
            (Email, "ada@example.org"),
            (Email, "a+b@mail.example.org"),
            (Date, "2024-02-29"),
            (Date, "1961-12-31"),
            (Country, "PL"),
            (CountryOrNothing, ""),
            (CodeChallenge, &"x".repeat(43)),
            (Id, "usr_0-Az"),
            (Redirect, "https://app.example.org/back?x=1"),
            (Redirect, "http://localhost"),
            (Redirect, "http://127.0.0.1:8080/back"),
            (Redirect, "org.example.app://back"),
            (Visible, "t=1,v1=0a"),
        ] {
            assert!(form.fits(text), "{form:?} {text:?}");
        }
    }

    #[test]
    fn forms_refuse_the_rest() {
        for (form, text) in [
            (Words, " \n\u{1c}\u{a0}"),
            (Words, ""),
            (Name, " Ada"),
            (Name, "A\nda"),
            (Name, ""),
            (Email, "ada"),
            (Email, "ada@host"),
            (Email, "@example.org"),
            (Email, "ada@example..org"),
            (Email, "a@b@c.d"),
            (Email, "ada @example.org"),
            (Email, "ädа@example.org"),
            (Date, "2023-02-29"),
            (Date, "1899-12-31"),
            (Date, "2000-1-1"),
            (Date, "2000-01-01\n"),
            (Date, "+000-01-01"),
            (Country, "pl"),
            (CountryOrNothing, " "),
            (CodeChallenge, ""),
            (Id, "a/b"),
            (Redirect, "https://"),
            (Redirect, "http://localhost.evil.example"),
            (Redirect, "javascript://back"),
            (Redirect, "JavaScript://back"),
            (Redirect, "https://example.org/#x"),
            (Visible, "a b"),
        ] {
            assert!(!form.fits(text), "{form:?} {text:?}");
        }
    }
}
