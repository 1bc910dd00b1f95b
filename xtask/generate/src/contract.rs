//! The contract as a generator sees it: operations whose fields are sorted by where they travel, and types.

use std::collections::BTreeSet;

use avalo_sdk::{
    Code, Problem, api,
    operation::{Method, Spec},
    schema::prose,
};
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::{
    problems::{self, Places},
    types::{self, Types},
};

/// Everything that documents are made of.
pub(crate) struct Contract {
    pub(crate) operations: Vec<Operation>,
    /// The types that answers consist of and requests refer to.
    pub(crate) types: Types,
}

/// An operation with its fields.
pub(crate) struct Operation {
    pub(crate) spec: &'static Spec,
    /// The name of its request's type: `SendMessage`.
    pub(crate) request: String,
    /// What the request is, in a sentence.
    pub(crate) about: String,
    pub(crate) fields: Vec<Field>,
    /// The schema of its answer, unless it answers nothing.
    pub(crate) response: Option<Value>,
    pub(crate) codes: Vec<Code>,
}

/// A field of a request.
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) required: bool,
    pub(crate) schema: Value,
}

/// Where a field travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Body,
}

impl Place {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Body => "body",
        }
    }
}

impl Operation {
    /// What it does, in its first sentence or so, without the full stop.
    pub(crate) fn summary(&self) -> String {
        let text = prose(self.spec.doc);
        let first = text.split("\n\n").next().unwrap_or_default();
        let end = first.find(". ").unwrap_or(first.len());
        first.get(..end).unwrap_or(first).trim_end_matches('.').to_owned()
    }

    pub(crate) fn at(&self, place: Place) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |field| field.place == place)
    }

    /// Whether a request has a body; it may still be empty.
    pub(crate) fn has_body(&self) -> bool {
        self.at(Place::Body).next().is_some()
    }
}

impl Contract {
    /// Reads all rows.
    ///
    /// # Errors
    ///
    /// When two types have one name, or a row's request is no struct.
    pub(crate) fn read() -> Result<Self, String> {
        let settings = SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = "/components/schemas".into();
            settings.meta_schema = None;
        });
        let mut generator = settings.into_generator();
        generator.subschema_for::<Problem>();
        let rows: Vec<(&Spec, Value, Value)> = api::operations()
            .map(|spec| {
                let (request, response) = ((spec.request)(&mut generator), (spec.response)(&mut generator));
                (spec, request.into(), response.into())
            })
            .collect();
        let mut types: Types = generator.take_definitions(true).into_iter().collect();
        for name in types.keys() {
            if let Some(other) = name.strip_suffix(|digit: char| digit.is_ascii_digit())
                && types.contains_key(other)
            {
                return Err(format!("two types of the contract are called {other}"));
            }
        }
        separate(&rows, &mut types);
        let operations =
            rows.iter().map(|(spec, request, response)| operation(spec, request, response, &types));
        let operations = operations.collect::<Result<Vec<_>, _>>()?;
        let mut used = BTreeSet::from(["Problem".to_owned()]);
        types::reachable(&types["Problem"], &types, &mut used);
        for operation in &operations {
            operation.fields.iter().for_each(|field| types::reachable(&field.schema, &types, &mut used));
            operation.response.iter().for_each(|schema| types::reachable(schema, &types, &mut used));
        }
        types.retain(|name, _| used.contains(name));
        Ok(Self { operations, types })
    }

    /// The domains in the order of the contract, with the operations of each.
    pub(crate) fn domains(&self) -> Vec<(&'static str, Vec<&Operation>)> {
        let mut domains: Vec<(&'static str, Vec<&Operation>)> = Vec::new();
        for operation in &self.operations {
            let domain = operation.spec.domain();
            match domains.iter_mut().find(|(name, _)| *name == domain) {
                Some((_, operations)) => operations.push(operation),
                None => domains.push((domain, vec![operation])),
            }
        }
        domains
    }
}

/// Makes exact what holds only where a type is answered, or only where it is asked with.
fn separate(rows: &[(&'static Spec, Value, Value)], types: &mut Types) {
    let mut inside = (BTreeSet::new(), BTreeSet::from(["Problem".to_owned()]));
    types::reachable(&types["Problem"], types, &mut inside.1);
    for (_, request, response) in rows {
        types::reachable(request, types, &mut inside.0);
        types::reachable(response, types, &mut inside.1);
    }
    let (requests, answers) = inside;
    // A struct that is asked with and answered is two types: the server refuses what it does not know.
    let both: BTreeSet<String> =
        requests.intersection(&answers).filter(|name| types[*name]["type"] == "object").cloned().collect();
    for name in &both {
        let mut input = types[name].clone();
        types::asked(&mut input);
        types::refer_to_inputs(&mut input, &both);
        types.insert(types::input(name), input);
    }
    for (name, schema) in types {
        if answers.contains(name) {
            types::answered(schema);
        } else if requests.contains(name) {
            types::asked(schema);
            types::refer_to_inputs(schema, &both);
        }
    }
}

fn operation(
    spec: &'static Spec,
    request: &Value,
    response: &Value,
    types: &Types,
) -> Result<Operation, String> {
    let name = types::name_of(request).ok_or_else(|| format!("{}: the request is no struct", spec.id))?;
    let model = types.get(name).ok_or_else(|| format!("{}: there is no type {name}", spec.id))?;
    let fields: Vec<Field> = types::fields(model)
        .into_iter()
        .map(|(name, mut schema)| {
            let place = match spec.method {
                _ if spec.path.contains(&format!("{{{name}}}")) => Place::Path,
                Method::Get | Method::Delete => Place::Query,
                Method::Post | Method::Put | Method::Patch => Place::Body,
            };
            // Only JSON has a word for nothing.
            if place != Place::Body {
                types::without_null(&mut schema);
            }
            Field { required: types::is_required(model, &name), name, place, schema }
        })
        .collect();
    let has = |place| fields.iter().any(|field| field.place == place);
    let places = Places { path: has(Place::Path), query: has(Place::Query), body: has(Place::Body) };
    let nothing = response["type"] == json!("null");
    Ok(Operation {
        spec,
        request: name.to_owned(),
        about: model["description"].as_str().unwrap_or_default().to_owned(),
        fields,
        response: (!nothing).then(|| response.clone()),
        codes: problems::of(spec, places),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::Contract;
    use crate::types;

    /// What has no limit, named by its place.
    fn unlimited(place: &str, schema: &Value, contract: &Contract, found: &mut Vec<String>) {
        if let Some(name) = types::name_of(schema) {
            let inside = &contract.types[name];
            for (field, schema) in types::fields(inside) {
                unlimited(&format!("{place}.{field}"), &schema, contract, found);
            }
            return;
        }
        let is = |kind: &str| match &schema["type"] {
            Value::String(only) => only == kind,
            Value::Array(kinds) => kinds.iter().any(|known| known == kind),
            _ => false,
        };
        let has = |words: &[&str]| words.iter().any(|word| schema.get(word).is_some());
        let limited = match () {
            () if is("string") => {
                // A pattern bounds a text only when it counts.
                let counts = schema["pattern"].as_str().is_some_and(|pattern| pattern.contains('{'));
                has(&["maxLength", "enum"]) || counts || schema["format"] == "date-time"
            }
            () if is("array") => has(&["maxItems"]),
            () if is("object") => has(&["maxProperties"]),
            () if is("integer") || is("number") => has(&["maximum", "anyOf"]),
            () => true,
        };
        if !limited {
            found.push(place.to_owned());
        }
        if let Some(items) = schema.get("items") {
            unlimited(&format!("{place}[]"), items, contract, found);
        }
    }

    #[test]
    fn every_text_list_and_number_of_a_request_has_a_limit() {
        let contract = Contract::read().expect("a contract");
        let mut found = Vec::new();
        for operation in &contract.operations {
            for field in &operation.fields {
                unlimited(
                    &format!("{}: {}", operation.spec.id, field.name),
                    &field.schema,
                    &contract,
                    &mut found,
                );
            }
        }
        assert!(found.is_empty(), "no limit is stated at:\n{}", found.join("\n"));
    }

    #[test]
    fn a_type_says_of_itself_what_holds_where_it_stands() {
        let contract = Contract::read().expect("a contract");
        let message = &contract.types["Message"];
        assert!(types::is_required(message, "id") && !types::is_required(message, "mediaUrl"));
        assert_eq!(
            message["properties"]["mediaUrl"]["type"], "string",
            "an answer leaves out what it has not"
        );
        let sending = contract.operations.iter().find(|operation| operation.spec.id == "chat.sendMessage");
        let sending = sending.expect("an operation");
        let price = sending.fields.iter().find(|field| field.name == "maxPrice").expect("a field");
        assert_eq!(price.schema["maximum"], 9_007_199_254_740_991_i64);
        assert_eq!(price.schema["type"], serde_json::json!(["integer", "null"]));
    }
}
