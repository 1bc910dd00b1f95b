//! Lists in pages: a limit and an opaque cursor that belongs to its list.

use avalo_sdk::{Code, Problem, model::Cursor};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::refusal::{Answer, check_range};

/// How many items a page has if nothing is said.
const DEFAULT_LIMIT: u32 = 20;

/// The most items of a page.
const MAX_LIMIT: i64 = 100;

/// Which part of a list to read: items after `after`, which is a sort key of two numbers or texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) limit: i64,
    /// The sort key of the last item of the page before.
    pub(crate) after: Option<(i64, String)>,
}

impl Page {
    /// Reads `limit` and `cursor` of a request for the list called `list`.
    ///
    /// # Errors
    ///
    /// `validation_failed` for a limit outside 1 to 100, `invalid_cursor` for a cursor that this
    /// list did not make.
    pub(crate) fn read(list: &str, limit: Option<u32>, cursor: Option<&Cursor>) -> Answer<Self> {
        let limit = i64::from(limit.unwrap_or(DEFAULT_LIMIT));
        check_range("limit", limit, 1..=MAX_LIMIT)?;
        let after = match cursor {
            None => None,
            Some(cursor) => Some(parse(list, &cursor.0).ok_or_else(|| {
                Problem::new(Code::InvalidCursor, "the cursor was not made for this list; start without one")
            })?),
        };
        Ok(Self { limit, after })
    }

    /// How many rows to ask the database for: one more than the page shows whether there is another.
    pub(crate) fn fetch(&self) -> i64 {
        self.limit + 1
    }

    /// The sort key to start after: beyond everything, if the list is read from its start downwards.
    pub(crate) fn before(&self) -> (i64, String) {
        self.after.clone().unwrap_or((i64::MAX, String::new()))
    }

    /// The sort key to start after, if the list is read upwards.
    pub(crate) fn beyond(&self) -> (i64, String) {
        self.after.clone().unwrap_or((i64::MIN, String::new()))
    }

    /// Cuts the extra row off and makes the cursor of the next page, if there is one.
    pub(crate) fn cut<T>(
        &self,
        list: &str,
        items: &mut Vec<T>,
        key: impl Fn(&T) -> (i64, String),
    ) -> Option<Cursor> {
        let limit = self.limit as usize;
        if items.len() <= limit {
            return None;
        }
        items.truncate(limit);
        let (number, text) = key(items.last()?);
        Some(Cursor(URL_SAFE_NO_PAD.encode(format!("{list}|{number}|{text}"))))
    }
}

fn parse(list: &str, cursor: &str) -> Option<(i64, String)> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    let mut parts = text.splitn(3, '|');
    if parts.next()? != list {
        return None;
    }
    Some((parts.next()?.parse().ok()?, parts.next()?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_on_in_its_own_list_only() {
        let page = Page::read("feed", Some(2), None).expect("a page");
        let mut items = vec![(9, "c"), (8, "b"), (7, "a")];
        let cursor = page.cut("feed", &mut items, |item| (item.0, item.1.to_owned())).expect("another page");
        assert_eq!(items.len(), 2);
        let next = Page::read("feed", None, Some(&cursor)).expect("a page");
        assert_eq!(next.after, Some((8, "b".into())));
        for (list, text) in
            [("chats", cursor.0.as_str()), ("feed", ""), ("feed", "!!"), ("feed", "ZmVlZA"), ("feed", "é")]
        {
            assert!(Page::read(list, None, Some(&Cursor(text.into()))).is_err(), "{list} {text}");
        }
        for limit in [0, 101, u32::MAX] {
            assert!(Page::read("feed", Some(limit), None).is_err());
        }
    }
}
