//! From what an operation makes to the operations that take it: `feed.createPost` to `feed.getPost`.

use serde_json::{Map, Value, json};

use crate::{
    contract::{Contract, Operation, Place},
    types,
};

/// The links of an answer: to each operation whose path names an id that the answer has.
///
/// Only what is made leads on, hence only from a POST; and not to people, whom half of the contract names.
pub(super) fn of(operation: &Operation, contract: &Contract) -> Map<String, Value> {
    let mut links = Map::new();
    let answer =
        operation.response.as_ref().and_then(types::name_of).and_then(|name| contract.types.get(name));
    let (Some(answer), "POST") = (answer, operation.spec.method.as_str()) else { return links };
    for (name, field) in types::fields(answer) {
        let Some(made) = id(&field).filter(|made| *made != "user-id") else { continue };
        for target in &contract.operations {
            let taken = target.at(Place::Path).find(|field| id(&field.schema) == Some(made));
            if let Some(taken) = taken {
                let parameter = format!("path.{}", taken.name);
                links.insert(
                    target.spec.id.to_owned(),
                    json!({
                        "operationId": target.spec.id,
                        "parameters": { parameter: format!("$response.body#/{name}") },
                    }),
                );
            }
        }
    }
    links
}

/// What a field identifies.
fn id(schema: &Value) -> Option<&str> {
    schema["format"].as_str().filter(|format| format.ends_with("-id"))
}
