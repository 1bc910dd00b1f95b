//! The operations that calls brought along, each read once.

use std::sync::Mutex;

use super::{
    lock::Lock,
    text::{cut, parts, whole},
};
use crate::operation::{Auth, Method, Retry, Spec};

/// How many rows are kept. The contract has a few hundred; a program that brings more makes them up.
const LIMIT: usize = 1_000;

/// A row as it came, and what it says if it is one.
type Kept = (&'static str, Option<&'static Spec>);

/// The rows of all clients of this program. They are never given back, which is why a row that means
/// nothing is kept too and their number has a limit.
static ROWS: Mutex<Vec<Kept>> = Mutex::new(Vec::new());

/// The operation that a row of [`Spec::row`] tells of.
pub(crate) fn find(row: &str) -> Option<&'static Spec> {
    let mut rows = ROWS.hold();
    if let Some((_, spec)) = rows.iter().find(|(kept, _)| *kept == row) {
        return *spec;
    }
    if rows.len() >= LIMIT {
        return None;
    }
    let row: &'static str = Box::leak(row.into());
    let spec = read(row).map(|spec| &*Box::leak(Box::new(spec)));
    rows.push((row, spec));
    spec
}

fn read(row: &'static str) -> Option<Spec> {
    let mut words = parts(row, b' ');
    let id = words.next()?;
    let method = words.next()?;
    let methods = &[Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete];
    let method = *methods.iter().find(|known| known.as_str() == method)?;
    let path = words.next().filter(|path| path.starts_with("/"))?;
    let [auth, retry] = *words.next()?.as_bytes() else { return None };
    let mut spec = Spec::new(id, method, path, Auth::of_letter(auth)?, Retry::of_letter(retry)?);
    for word in words {
        match word {
            "step-up" => spec.step_up = true,
            "stream" => spec.stream = true,
            _ => spec.cache = Some(whole(cut(word, b'=')?.1)?.try_into().ok()?),
        }
    }
    Some(spec)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::operations;

    #[test]
    fn every_operation_is_the_same_after_it_was_a_row() {
        for spec in operations() {
            let row = spec.row();
            let read = find(&row).expect(&row);
            assert_eq!(read.row(), row);
            assert_eq!(
                (read.id, read.path, read.auth, read.retry, read.method),
                (spec.id, spec.path, spec.auth, spec.retry, spec.method)
            );
            assert_eq!((read.cache, read.step_up, read.stream), (spec.cache, spec.step_up, spec.stream));
            assert!(std::ptr::eq(read, find(&row).expect("the same row")));
        }
    }

    #[test]
    fn what_is_no_row_is_refused() {
        for row in [
            "",
            "feed.getFeed",
            "feed.getFeed GET /v1/feed",
            "feed.getFeed GET v1/feed US",
            "feed.getFeed HEAD /v1/feed US",
            "feed.getFeed GET /v1/feed U",
            "feed.getFeed GET /v1/feed XS",
            "feed.getFeed GET /v1/feed UX",
            "feed.getFeed GET /v1/feed US cache",
            "feed.getFeed GET /v1/feed US cache=-1",
            "feed.getFeed  GET /v1/feed US",
        ] {
            assert!(find(row).is_none() && find(row).is_none(), "{row}");
        }
    }
}
