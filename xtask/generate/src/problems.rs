//! Which problems an operation can answer: those that follow from its row, and those that its comment names.

use std::collections::BTreeSet;

use avalo_sdk::{
    Code, api,
    operation::{Auth, Retry, Spec},
};

/// The codes of one operation, in the order of the contract's list.
pub(crate) fn of(spec: &Spec, places: Places) -> Vec<Code> {
    let mut codes = BTreeSet::new();
    let mut add = |more: &[Code]| codes.extend(more.iter().map(|code| place(*code)));
    if spec.auth != Auth::Public {
        add(&[Code::Unauthenticated, Code::TokenExpired]);
    }
    match spec.auth {
        Auth::Public | Auth::User => {}
        Auth::Verified => add(&[Code::VerificationRequired]),
        Auth::Creator => add(&[Code::CreatorRequired]),
        Auth::Staff | Auth::Admin => add(&[Code::PermissionDenied]),
    }
    if spec.step_up {
        add(&[Code::StepUpRequired]);
    }
    if spec.retry == Retry::Keyed {
        add(&[Code::IdempotencyKeyMissing, Code::IdempotencyInFlight, Code::IdempotencyKeyReused]);
    }
    if places.path || places.query {
        add(&[Code::InvalidRequest]);
    }
    if spec.fields.contains(&"cursor") {
        add(&[Code::InvalidCursor]);
    }
    if places.body {
        add(&[Code::InvalidJson, Code::PayloadTooLarge, Code::UnsupportedMediaType]);
    }
    add(&[Code::ValidationFailed, Code::Internal, Code::Unavailable]);
    add(&named(spec, 1));
    codes.into_iter().filter_map(|place| Code::ALL.get(place)).copied().collect()
}

/// Where an operation has fields.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Places {
    pub(crate) path: bool,
    pub(crate) query: bool,
    pub(crate) body: bool,
}

fn place(code: Code) -> usize {
    Code::ALL.iter().position(|known| *known == code).unwrap_or_default()
}

/// The codes in backticks, and those of an operation that this one fails as: “Fails as `send_tip`”.
fn named(spec: &Spec, depth: usize) -> Vec<Code> {
    let mut codes = Vec::new();
    for word in spec.doc.split('`').skip(1).step_by(2) {
        let code = Code::from_name(word);
        if code != Code::Unknown {
            codes.push(code);
        }
        let other = format!("{}.{}", spec.domain(), camel(word));
        if depth > 0
            && spec.doc.contains(&format!("as `{word}`"))
            && let Some(other) = api::find(&other)
        {
            codes.extend(named(other, depth - 1));
        }
    }
    codes
}

/// A name in snake_case as JavaScript and the wire have it.
pub(crate) fn camel(snake: &str) -> String {
    let mut parts = snake.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (head, tail) = part.split_at(part.len().min(1));
        name + &head.to_uppercase() + tail
    })
}

#[cfg(test)]
mod tests {
    use avalo_sdk::{Code, api};

    use super::{Places, camel, of};

    #[test]
    fn codes_follow_from_the_row_and_from_the_comment() {
        let tip = api::find("payments.sendTip").expect("an operation");
        let codes = of(tip, Places { body: true, ..Places::default() });
        for code in
            [Code::Unauthenticated, Code::IdempotencyKeyMissing, Code::InvalidJson, Code::InsufficientBalance]
        {
            assert!(codes.contains(&code), "{code:?}");
        }
        let gift = api::find("payments.sendGift").expect("an operation");
        assert!(of(gift, Places::default()).contains(&Code::InsufficientBalance), "as a tip fails");
        assert!(!codes.contains(&Code::StepUpRequired));
    }

    #[test]
    fn methods_are_named_as_in_ids() {
        assert_eq!(camel("send_tip"), "sendTip");
    }
}
