//! JSON schemas of the contract's types: what `#[model]` makes of their fields, limits and comments.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::operation::form::Form;

/// Where a struct's schema lists its fields in the order of their declaration, which maps of JSON forget.
pub const ORDER: &str = "x-order";

/// Makes the schema of one type, in or through a generator.
pub type Describe = fn(&mut SchemaGenerator) -> Schema;

/// The schema of a type.
pub fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// The schema of a struct while it is made.
#[derive(Debug)]
pub struct Record {
    doc: String,
    fields: Map<String, Value>,
    order: Vec<&'static str>,
    required: Vec<&'static str>,
}

impl Record {
    /// Begins with the struct's comment.
    pub fn new(doc: &str) -> Self {
        Self { doc: prose(doc), fields: Map::new(), order: Vec::new(), required: Vec::new() }
    }

    /// Adds a field.
    #[must_use]
    pub fn field(mut self, name: &'static str, required: bool, field: Field) -> Self {
        self.fields.insert(name.to_owned(), field.0.into());
        self.order.push(name);
        if required {
            self.required.push(name);
        }
        self
    }

    /// The schema with all its fields.
    pub fn finish(self) -> Schema {
        let mut schema = json_schema!({ "type": "object", "description": self.doc });
        schema.insert("properties".to_owned(), self.fields.into());
        schema.insert(ORDER.to_owned(), self.order.into());
        if !self.required.is_empty() {
            schema.insert("required".to_owned(), self.required.into());
        }
        schema
    }
}

/// The schema of a field while it is made.
#[derive(Debug)]
pub struct Field(Schema);

impl Field {
    /// Begins with the field's type and comment.
    pub fn of<T: JsonSchema>(generator: &mut SchemaGenerator, doc: &str) -> Self {
        let mut schema = of::<T>(generator);
        schema.insert("description".to_owned(), prose(doc).into());
        Self(schema)
    }

    /// Limits a text's characters, a list's or a map's entries, or a number.
    #[must_use]
    pub fn limit(mut self, least: f64, most: f64) -> Self {
        limit(&mut self.0, least, most);
        self
    }

    /// Limits a number that may also be 0.
    #[must_use]
    pub fn zero_or(mut self, least: f64, most: f64) -> Self {
        let others = json!({ "minimum": number(least), "maximum": number(most) });
        self.0.insert("anyOf".to_owned(), json!([{ "const": 0 }, others]));
        self
    }

    /// Limits every entry of a list.
    #[must_use]
    pub fn each(mut self, least: f64, most: f64) -> Self {
        if let Some(items) = self.0.get_mut("items").and_then(|items| <&mut Schema>::try_from(items).ok()) {
            limit(items, least, most);
        }
        self
    }

    /// Says what a text is.
    #[must_use]
    pub fn form(mut self, form: Form) -> Self {
        for (name, value) in form.schema() {
            match self.0.get_mut("items").and_then(Value::as_object_mut) {
                Some(items) => drop(items.insert(name.to_owned(), value)),
                None => drop(self.0.insert(name.to_owned(), value)),
            }
        }
        self
    }

    /// Marks a text, or every text of a list, as one not to be shown.
    #[must_use]
    pub fn secret(mut self) -> Self {
        match self.0.get_mut("items").and_then(Value::as_object_mut) {
            Some(items) => drop(items.insert("format".to_owned(), json!("password"))),
            None => drop(self.0.insert("format".to_owned(), json!("password"))),
        }
        self
    }
}

fn limit(schema: &mut Schema, least: f64, most: f64) {
    let is = |name: &str| match schema.get("type") {
        Some(Value::String(kind)) => kind == name,
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == name),
        _ => false,
    };
    let (low, high) = match () {
        () if is("string") => ("minLength", "maxLength"),
        () if is("array") => ("minItems", "maxItems"),
        () if is("object") => ("minProperties", "maxProperties"),
        () => ("minimum", "maximum"),
    };
    let is_size = low != "minimum";
    if least != 0.0 || !is_size {
        schema.insert(low.to_owned(), number(least));
    }
    schema.insert(high.to_owned(), number(most));
}

/// A limit, without a fraction where it has none.
fn number(limit: f64) -> Value {
    if limit.fract() == 0.0 { json!(limit as i64) } else { json!(limit) }
}

/// The schema of an enum: the names that this version knows.
pub fn names(doc: &str, names: &[(&str, &str)]) -> Schema {
    let mut about = prose(doc);
    about += "\n";
    for (name, doc) in names {
        about += &format!("\n- `{name}`: {}", prose(doc));
    }
    about += "\n\nAn answer of a later version may have other names: a reader takes them for `unknown`. In a \
              request they are refused.";
    let names: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
    json_schema!({ "type": "string", "enum": names, "description": about })
}

/// A comment as text: its lines without the space that they begin with.
pub fn prose(doc: &str) -> String {
    let lines: Vec<&str> = doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let paragraphs = lines.split(|line| line.is_empty()).map(|paragraph| paragraph.join(" "));
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The schema of an identifier; the format says of what.
pub fn id(name: &str) -> Schema {
    let of = name.strip_suffix("Id").unwrap_or(name).to_lowercase();
    json_schema!({ "type": "string", "format": format!("{of}-id"), "pattern": Form::Id.pattern() })
}

/// Gives value types, which write themselves, a schema that is written out wherever they stand.
macro_rules! described {
    ($($name:ty: $schema:tt;)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

described! {
    crate::model::Tokens: { "type": "integer", "format": "int64", "minimum": 0, "maximum": crate::model::MAX_EXACT };
    crate::model::Timestamp: { "type": "string", "format": "date-time" };
    crate::model::Cursor: { "type": "string", "minLength": 1, "maxLength": 512, "pattern": "^[A-Za-z0-9_-]+$" };
}
