//! A small map: sorted, in one piece of memory.

use std::sync::Arc;

/// Values by their keys.
///
/// Its few hundred entries are found by halving; a hash map is no faster here, and costs a browser
/// 6 kB. The values are in boxes, so that tables of everything are the same machine code.
#[derive(Debug)]
pub(crate) struct Table<V>(Vec<(Arc<str>, Box<V>)>);

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Table<V> {
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(kept, _)| (**kept).cmp(key))
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        let place = self.place(key).ok()?;
        self.0.get_mut(place).map(|(_, value)| &mut **value)
    }

    /// Puts a value in place of the one before, which it returns.
    pub(crate) fn insert(&mut self, key: Arc<str>, value: Box<V>) -> Option<Box<V>> {
        match self.place(&key) {
            Ok(place) => self.0.get_mut(place).map(|(_, kept)| std::mem::replace(kept, value)),
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<Box<V>> {
        let place = self.place(key).ok()?;
        Some(self.0.remove(place).1)
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &V)> {
        self.0.iter().map(|(key, value)| (key, &**value))
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn what_is_put_in_is_found_under_its_key_alone() {
        let mut table = Table::default();
        for (key, value) in [("b", 1), ("a", 2), ("c", 3), ("b", 4)] {
            let before = table.insert(key.into(), Box::new(value)).map(|before| *before);
            assert_eq!(before, (value == 4).then_some(1));
        }
        let all: Vec<_> = table.iter().map(|(key, value)| (&**key, *value)).collect();
        assert_eq!(all, [("a", 2), ("b", 4), ("c", 3)]);
        assert_eq!((table.remove("a"), table.remove("a")), (Some(Box::new(2)), None));
        assert_eq!(table.get_mut("c").copied(), Some(3));
        table.retain(|key| key != "c");
        assert!(table.get_mut("c").is_none());
    }
}
