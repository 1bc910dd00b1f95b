//! JSON as far as the engine needs it: the fields of an object, each value as it was written.
//!
//! The engine passes values on and reads a few of its own; it never needs a tree of them. A general
//! reader costs a browser 40 kB, see `docs/adr/0006`.

use super::text::{cut, hex, place, whole};

/// How deep values may be nested; no type of the contract needs more than four.
const DEPTH_LIMIT: usize = 16;

/// The largest whole number that every language holds exactly, 2^53 - 1.
const MAX_EXACT: u64 = crate::model::MAX_EXACT.unsigned_abs();

/// The fields of one object, by name. Of two with one name the last counts.
#[derive(Debug, Default)]
pub(crate) struct Fields<'a>(Vec<Field<'a>>);

/// One field.
#[derive(Debug)]
pub(crate) struct Field<'a> {
    pub(crate) name: String,
    pub(crate) value: Raw<'a>,
}

/// One value as it was written, known to be JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Raw<'a>(&'a str);

impl<'a> Fields<'a> {
    /// The fields of a text that is one object.
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        let mut reader = Reader { text, at: 0, flaw: None };
        let mut fields = Vec::new();
        reader.space();
        reader.object(0, &mut |field| fields.push(field))?;
        reader.space();
        (reader.at == text.len()).then_some(Self(fields))
    }

    /// The value of a field that is there and not `null`.
    pub(crate) fn get(&self, name: &str) -> Option<Raw<'a>> {
        let field = self.0.iter().rev().find(|field| field.name == name)?;
        (field.value.0 != "null").then_some(field.value)
    }

    /// The value of a field that is text.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.text()
    }

    /// The value of a field that is a whole number from 0 to 2^53 - 1.
    pub(crate) fn whole(&self, name: &str) -> Option<u64> {
        whole(self.get(name)?.0).filter(|whole| *whole <= MAX_EXACT)
    }

    /// The fields of a field that is an object.
    pub(crate) fn fields(&self, name: &str) -> Option<Self> {
        Self::read(self.get(name)?.0)
    }

    /// All fields, sorted by name, without those that are `null`.
    pub(crate) fn into_sorted(self) -> Vec<Field<'a>> {
        let mut sorted: Vec<Field<'a>> = Vec::with_capacity(self.0.len());
        for field in self.0 {
            let place = match sorted.binary_search_by(|kept| kept.name.cmp(&field.name)) {
                Ok(place) => {
                    sorted.remove(place);
                    place
                }
                Err(place) => place,
            };
            if field.value.0 != "null" {
                sorted.insert(place, field);
            }
        }
        sorted
    }
}

impl<'a> IntoIterator for Fields<'a> {
    type Item = Field<'a>;
    type IntoIter = std::vec::IntoIter<Field<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> Raw<'a> {
    /// The value as it was written.
    pub(crate) fn as_str(self) -> &'a str {
        self.0
    }

    /// The text, if it is some.
    pub(crate) fn text(self) -> Option<String> {
        unquote(self.0.strip_prefix("\"")?.strip_suffix("\"")?)
    }

    /// Whether it is a number, `true` or `false`: a value that is its own text.
    pub(crate) fn is_plain(self) -> bool {
        !matches!(self.0.as_bytes(), [b'"' | b'{' | b'[', ..])
    }

    /// What no server would take about it: numbers that are not exact everywhere, too many levels.
    pub(crate) fn flaw(self) -> Option<&'static str> {
        let mut reader = Reader { text: self.0, at: 0, flaw: None };
        reader.value(0);
        reader.flaw
    }
}

/// A text as JSON.
pub(crate) fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    let mut rest = text;
    while let Some(at) = place(rest, &|byte| matches!(byte, b'"' | b'\\' | 0..0x20)) {
        let (plain, marked) = rest.split_at(at);
        let (mark, after) = marked.split_at(1);
        quoted.push_str(plain);
        match mark.as_bytes() {
            [byte @ 0..0x20] => {
                quoted.push_str("\\u00");
                quoted.push(hex(byte >> 4));
                quoted.push(hex(byte & 15));
            }
            _ => {
                quoted.push('\\');
                quoted.push_str(mark);
            }
        }
        rest = after;
    }
    quoted.push_str(rest);
    quoted.push('"');
    quoted
}

/// The text between the quotes, escapes resolved; nothing if half a surrogate pair is in it.
fn unquote(inside: &str) -> Option<String> {
    let mut text = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((plain, escape)) = cut(rest, b'\\') {
        text.push_str(plain);
        let kind = *escape.as_bytes().first()?;
        rest = escape.get(1..)?;
        text.push(match kind {
            b'b' => '\x08',
            b'f' => '\x0c',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => escaped(&mut rest)?,
            other => other as char,
        });
    }
    text.push_str(rest);
    Some(text)
}

/// The letter of an escape after its `\\u`, of two escapes if it takes two.
fn escaped(rest: &mut &str) -> Option<char> {
    let first = unit(rest)?;
    if !(0xd800..0xdc00).contains(&first) {
        return char::from_u32(first);
    }
    *rest = rest.strip_prefix("\\u")?;
    let second = unit(rest).filter(|second| (0xdc00..0xe000).contains(second))?;
    char::from_u32(0x10000 + ((first - 0xd800) << 10 | (second - 0xdc00)))
}

/// The number that the four digits of an escape say.
fn unit(rest: &mut &str) -> Option<u32> {
    let digits = rest.get(..4)?;
    *rest = rest.get(4..)?;
    digits.bytes().try_fold(0, |unit, digit| Some(unit << 4 | (digit as char).to_digit(16)?))
}

/// Goes over a text once. Every step answers nothing where the text is no JSON.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    flaw: Option<&'static str>,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, among: &dyn Fn(u8) -> bool) -> usize {
        let from = self.at;
        while self.peek().is_some_and(among) {
            self.at += 1;
        }
        self.at - from
    }

    fn space(&mut self) {
        self.skip(&|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    fn value(&mut self, depth: usize) -> Option<Raw<'a>> {
        let from = self.at;
        match self.peek()? {
            b'"' => drop(self.string()?),
            b'{' => self.object(depth, &mut |_| ())?,
            b'[' => self.array(depth)?,
            b'-' | b'0'..=b'9' => self.number()?,
            _ => {
                self.skip(&|byte| byte.is_ascii_lowercase());
                let word = self.text.get(from..self.at)?;
                matches!(word, "true" | "false" | "null").then_some(())?;
            }
        }
        self.text.get(from..self.at).map(Raw)
    }

    fn object(&mut self, depth: usize, found: &mut dyn FnMut(Field<'a>)) -> Option<()> {
        self.items(b'{', b'}', depth, &mut |reader| {
            let name = reader.string()?;
            reader.space();
            reader.take(b':')?;
            reader.space();
            let value = reader.value(depth + 1)?;
            found(Field { name, value });
            Some(())
        })
    }

    fn array(&mut self, depth: usize) -> Option<()> {
        self.items(b'[', b']', depth, &mut |reader| reader.value(depth + 1).map(drop))
    }

    fn items(
        &mut self,
        open: u8,
        close: u8,
        depth: usize,
        item: &mut dyn FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.take(open)?;
        if depth > DEPTH_LIMIT {
            self.flaw = Some("is nested too deeply");
            // Deeper than anyone needs, and not so deep that the stack ends first.
            (depth < 8 * DEPTH_LIMIT).then_some(())?;
        }
        self.space();
        if self.take(close).is_some() {
            return Some(());
        }
        loop {
            item(self)?;
            self.space();
            if self.take(close).is_some() {
                return Some(());
            }
            self.take(b',')?;
            self.space();
        }
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"')?;
        let from = self.at;
        loop {
            self.skip(&|byte| !matches!(byte, b'"' | b'\\' | 0..0x20));
            if self.take(b'"').is_some() {
                return unquote(self.text.get(from..self.at - 1)?);
            }
            self.take(b'\\')?;
            matches!(self.peek()?, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' | b'u')
                .then_some(())?;
            self.at += 1;
        }
    }

    fn number(&mut self) -> Option<()> {
        let _ = self.take(b'-');
        let from = self.at;
        let digits = |reader: &mut Self| reader.skip(&|byte| byte.is_ascii_digit());
        if self.take(b'0').is_none() {
            (digits(self) > 0).then_some(())?;
        }
        let whole = whole(self.text.get(from..self.at)?);
        let mut exact = whole.is_some_and(|whole| whole <= MAX_EXACT);
        if self.take(b'.').is_some() {
            exact = true;
            (digits(self) > 0).then_some(())?;
        }
        if self.take(b'e').or_else(|| self.take(b'E')).is_some() {
            exact = true;
            let _ = self.take(b'+').or_else(|| self.take(b'-'));
            (digits(self) > 0).then_some(())?;
        }
        if !exact {
            self.flaw = Some("is a number beyond 9007199254740991");
        }
        Some(())
    }
}

#[cfg(test)]
mod tests;
