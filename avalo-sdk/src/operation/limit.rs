//! The limits of a request's fields: said once at the field, checked by the server, printed in documents.

use std::collections::HashMap;

use super::Model;
use crate::model::Tokens;

/// A field that is out of its limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The field's name on the wire; one inside another is `quietHours.start`.
    pub field: String,
    /// What it must be.
    pub reason: String,
}

/// What a limit is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode scalar values of a text.
    Characters,
    /// Entries of a list or a map.
    Entries,
    /// The number itself.
    Value,
}

/// What has a size that can be limited. `None` is what is absent, and always within its limits.
pub trait Measure {
    /// What the size counts.
    const UNIT: Unit;

    /// How large it is.
    fn size(&self) -> Option<f64>;
}

impl Measure for String {
    const UNIT: Unit = Unit::Characters;

    fn size(&self) -> Option<f64> {
        Some(self.chars().count() as f64)
    }
}

impl<T> Measure for Vec<T> {
    const UNIT: Unit = Unit::Entries;

    fn size(&self) -> Option<f64> {
        Some(self.len() as f64)
    }
}

impl<K, V> Measure for HashMap<K, V> {
    const UNIT: Unit = Unit::Entries;

    fn size(&self) -> Option<f64> {
        Some(self.len() as f64)
    }
}

impl<T: Measure> Measure for Option<T> {
    const UNIT: Unit = T::UNIT;

    fn size(&self) -> Option<f64> {
        self.as_ref().and_then(T::size)
    }
}

macro_rules! numbers {
    ($($number:ty: $read:expr;)*) => {$(
        impl Measure for $number {
            const UNIT: Unit = Unit::Value;

            fn size(&self) -> Option<f64> {
                let read: fn(Self) -> f64 = $read;
                Some(read(*self))
            }
        }
    )*};
}

numbers! {
    u8: f64::from;
    u16: f64::from;
    u32: f64::from;
    i32: f64::from;
    f64: |number| number;
    // Beyond 2^53 it is rounded, far beyond any limit.
    i64: |number| number as f64;
    u64: |number| number as f64;
    Tokens: |tokens| tokens.0 as f64;
}

/// Checks one field against `least..=most`.
///
/// # Errors
///
/// When it is smaller or larger.
pub fn field<T: Measure>(name: &str, value: &T, least: f64, most: f64) -> Result<(), Breach> {
    match value.size() {
        Some(size) if !(least..=most).contains(&size) => {
            let reason = match T::UNIT {
                Unit::Characters => format!("must have {least} to {most} characters"),
                Unit::Entries => format!("must have {least} to {most} entries"),
                Unit::Value => format!("must be {least} to {most}"),
            };
            Err(Breach { field: name.to_owned(), reason })
        }
        _ => Ok(()),
    }
}

/// Checks a number that is 0 or `least..=most`.
///
/// # Errors
///
/// When it is neither.
pub fn zero_or<T: Measure>(name: &str, value: &T, least: f64, most: f64) -> Result<(), Breach> {
    match value.size() {
        Some(0.0) => Ok(()),
        _ => field(name, value, least, most)
            .map_err(|breach| Breach { reason: format!("{}, or 0", breach.reason), ..breach }),
    }
}

/// A list, perhaps an absent one, which is empty.
pub trait List {
    /// What it lists.
    type Entry: Measure;

    /// Its entries.
    fn entries(&self) -> &[Self::Entry];
}

impl<T: Measure> List for Vec<T> {
    type Entry = T;

    fn entries(&self) -> &[T] {
        self
    }
}

impl<L: List> List for Option<L> {
    type Entry = L::Entry;

    fn entries(&self) -> &[L::Entry] {
        self.as_ref().map_or(&[], L::entries)
    }
}

/// Checks every entry of a list against `least..=most`.
///
/// # Errors
///
/// For the first that is smaller or larger: `interests[3]`.
pub fn each<L: List>(name: &str, list: &L, least: f64, most: f64) -> Result<(), Breach> {
    let mut values = list.entries().iter().enumerate();
    values.try_for_each(|(index, value)| field(&format!("{name}[{index}]"), value, least, most))
}

/// What may hold models with limits of their own.
pub trait Nested {
    /// Checks the models inside, which stand at `name`.
    ///
    /// # Errors
    ///
    /// For the first field that is out of its limits.
    fn check_at(&self, name: &str) -> Result<(), Breach>;
}

impl<M: Model> Nested for M {
    fn check_at(&self, name: &str) -> Result<(), Breach> {
        self.check().map_err(|breach| Breach { field: format!("{name}.{}", breach.field), ..breach })
    }
}

impl<M: Model> Nested for Option<M> {
    fn check_at(&self, name: &str) -> Result<(), Breach> {
        self.as_ref().map_or(Ok(()), |model| model.check_at(name))
    }
}

impl<M: Model> Nested for Vec<M> {
    fn check_at(&self, name: &str) -> Result<(), Breach> {
        let mut models = self.iter().enumerate();
        models.try_for_each(|(index, model)| model.check_at(&format!("{name}[{index}]")))
    }
}

#[cfg(test)]
mod tests {
    use avalo_sdk_macros::model;

    use super::Breach;
    use crate::{model::Tokens, operation::Model};

    /// A field of each sort.
    #[model]
    struct Sample {
        /// Text.
        #[length(1..=3)]
        short_text: Option<String>,
        /// A list of texts.
        #[length(..=2)]
        #[each(1..=4)]
        words: Vec<String>,
        /// A number.
        #[range(5..=10)]
        price: Tokens,
        /// Another model.
        #[nested]
        inner: Vec<Inner>,
    }

    /// A model inside another.
    #[model]
    struct Inner {
        /// A fraction.
        #[range(0..=1)]
        share: f64,
    }

    fn sample() -> Sample {
        Sample { short_text: None, words: Vec::new(), price: Tokens(5), inner: vec![Inner { share: 0.5 }] }
    }

    fn breach(sample: &Sample) -> (String, String) {
        let Breach { field, reason } = sample.check().expect_err("out of its limits");
        (field, reason)
    }

    #[test]
    fn what_is_within_its_limits_passes() {
        assert_eq!(sample().check(), Ok(()));
        let full = Sample {
            short_text: Some("äöü".into()),
            words: vec!["four".into(); 2],
            price: Tokens(10),
            ..sample()
        };
        assert_eq!(full.check(), Ok(()));
    }

    #[test]
    fn what_is_nested_is_known_by_name() {
        let [inner] = Sample::NESTED else { panic!("one field holds models") };
        assert_eq!((inner.name, inner.fields, inner.nested.len()), ("inner", Inner::FIELDS, 0));
    }

    #[test]
    fn zero_stands_beside_a_range() {
        for (words, fits) in [(0, true), (4, false), (5, true), (20, true), (21, false)] {
            assert_eq!(super::zero_or("words", &words, 5.0, 20.0).is_ok(), fits, "{words}");
        }
    }

    #[test]
    fn what_is_not_is_named_with_what_it_must_be() {
        for (wrong, field, reason) in [
            (
                Sample { short_text: Some(String::new()), ..sample() },
                "shortText",
                "must have 1 to 3 characters",
            ),
            (Sample { words: vec!["a".into(); 3], ..sample() }, "words", "must have 0 to 2 entries"),
            (
                Sample { words: vec!["a".into(), "fives".into()], ..sample() },
                "words[1]",
                "must have 1 to 4 characters",
            ),
            (Sample { price: Tokens(11), ..sample() }, "price", "must be 5 to 10"),
            (
                Sample { inner: vec![Inner { share: f64::NAN }], ..sample() },
                "inner[0].share",
                "must be 0 to 1",
            ),
        ] {
            assert_eq!(breach(&wrong), (field.to_owned(), reason.to_owned()));
        }
    }
}
