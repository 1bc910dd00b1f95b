//! The contract to read: a page for each domain, and one for the problems.

pub(crate) mod words;

use std::collections::BTreeSet;

use avalo_sdk::{Code, schema::prose};
use serde_json::Value;

use crate::{
    contract::{Contract, Operation, Place},
    files::Files,
    openapi::{auth, retry},
    types,
};

const FOLDER: &str = "docs/reference";

/// Adds all pages.
pub(crate) fn pages(contract: &Contract, files: &mut Files) {
    let mut index = String::from(
        "# Reference\n\nWritten by `cargo xtask generate` from the tables in `avalo-sdk/src/api/`. The same as an \
         OpenAPI document: [openapi.json](../openapi.json).\n\n| domain | operations |\n|---|---|\n",
    );
    for (domain, operations) in contract.domains() {
        index += &format!("| [{domain}]({domain}.md) | {} |\n", operations.len());
        files.add(format!("{FOLDER}/{domain}.md"), page(contract, domain, &operations));
    }
    index += "\nWhat goes wrong has a code: [problems](problems.md).\n";
    files.add(format!("{FOLDER}/README.md"), index);
    files.add(format!("{FOLDER}/problems.md"), problems());
}

fn page(contract: &Contract, domain: &str, operations: &[&Operation]) -> String {
    let about = operations.first().map(|operation| prose(operation.spec.about)).unwrap_or_default();
    let mut page = format!("# {domain}\n\n{about}\n\n");
    for operation in operations {
        let method = operation.spec.id.split('.').next_back().unwrap_or_default();
        page += &format!("- [{method}](#{}): {}\n", anchor(operation.spec.id), operation.summary());
    }
    let mut used = BTreeSet::new();
    for operation in operations {
        page += &section(operation);
        operation.response.iter().for_each(|schema| types::reachable(schema, &contract.types, &mut used));
        operation.fields.iter().for_each(|field| types::reachable(&field.schema, &contract.types, &mut used));
    }
    page += "\n## Types\n";
    for name in used {
        if let Some(schema) = contract.types.get(&name) {
            page += &described(&name, schema);
        }
    }
    page
}

fn section(operation: &Operation) -> String {
    let spec = operation.spec;
    let answer = operation.response.as_ref().map_or_else(|| "nothing".to_owned(), words::kind);
    let mut section = format!("\n## {}\n\n", spec.id);
    section += &format!("`{} {}` → {answer}\n\n{}\n\n", spec.method.as_str(), spec.path, prose(spec.doc));
    section += &format!("- Who may call it: {}.\n", words::caller(spec.auth));
    section += &format!("- Sent again: {}.\n", words::repetition(spec.retry));
    if spec.step_up {
        section += "- Needs a second factor that was proved in the last ten minutes.\n";
    }
    if let Some(seconds) = spec.cache {
        section += &format!("- Its answer may be used again for {seconds} s.\n");
    }
    if spec.stream {
        section += "- Its answer is a stream of events.\n";
    }
    section += &format!("- Auth `{}`, retry `{}`.\n", auth(spec.auth), retry(spec.retry));
    if !operation.fields.is_empty() {
        section += "\n| field | in | type | limits | meaning |\n|---|---|---|---|---|\n";
    }
    for place in [Place::Path, Place::Query, Place::Body] {
        for field in operation.at(place) {
            let absent = if field.required { "" } else { "?" };
            section += &format!(
                "| `{}`{absent} | {} | {} | {} | {} |\n",
                field.name,
                place.as_str(),
                words::kind(&field.schema),
                words::limits(&field.schema),
                words::meaning(&field.schema)
            );
        }
    }
    let codes: Vec<String> = operation.codes.iter().map(|code| format!("`{}`", code.as_str())).collect();
    section + &format!("\nProblems: {}.\n", codes.join(", "))
}

/// A type: the fields of a struct, the names of an enum.
fn described(name: &str, schema: &Value) -> String {
    let about = schema["description"].as_str().unwrap_or_default();
    let mut text = format!("\n### {name}\n\n{about}\n");
    let fields = types::fields(schema);
    if !fields.is_empty() {
        text += "\n| field | type | limits | meaning |\n|---|---|---|---|\n";
    }
    for (field, inside) in fields {
        let absent = if types::is_required(schema, &field) { "" } else { "?" };
        text += &format!(
            "| `{field}`{absent} | {} | {} | {} |\n",
            words::kind(&inside),
            words::limits(&inside),
            words::meaning(&inside)
        );
    }
    text
}

fn problems() -> String {
    let mut page = String::from(
        "# Problems\n\nWhat every error says, as `application/problem+json` (RFC 9457). Decide by the code; the \
         detail says what happened and what to do about it.\n\n| code | status | meaning |\n|---|---|---|\n",
    );
    for code in Code::ALL {
        page += &format!("| `{}` | {} | {} |\n", code.as_str(), code.status(), code.title());
    }
    page
}

/// Where a heading is on its page.
fn anchor(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect()
}
