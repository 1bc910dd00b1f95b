//! The contract as TypeScript has it: the types of requests and answers, and for each domain its
//! functions and its handle.

mod comment;
mod kind;
mod names;
mod topic;

use avalo_sdk::{Code, schema::prose};
use serde_json::Value;

use self::{
    comment::comment,
    kind::Side,
    names::Names,
    topic::{Topic, topic},
};
use crate::{
    contract::{Contract, Operation},
    files::Files,
    javascript::{FOLDER, HEAD, Manner, name},
    reference::words,
    types::{self, Types},
};

/// Adds the declarations of all modules.
pub(crate) fn declarations(contract: &Contract, files: &mut Files) {
    files.add(format!("{FOLDER}/types.d.ts"), all_types(contract));
    let mut handles = String::from(HEAD);
    for (domain, operations) in contract.domains() {
        files.add(format!("{FOLDER}/{domain}.d.ts"), module(&operations, contract));
        handles += &format!("export type {{ {} }} from \"./{domain}.js\";\n", handle_name(domain));
    }
    files.add(format!("{FOLDER}/handles.d.ts"), handles + "\n" + &sdk(contract));
}

/// `chat` gives the handle `ChatApi`.
fn handle_name(domain: &str) -> String {
    let (first, rest) = domain.split_at(1);
    format!("{}{rest}Api", first.to_uppercase())
}

/// All domains at a client.
fn sdk(contract: &Contract) -> String {
    let domains = contract.domains();
    let mut text = String::new();
    for (domain, _) in &domains {
        text += &format!("import type {{ {} }} from \"./{domain}.js\";\n", handle_name(domain));
    }
    text += "\n/** The ten domains of the API. */\nexport interface Handles {\n";
    for (domain, operations) in &domains {
        let about = operations.first().map(|operation| prose(operation.spec.about)).unwrap_or_default();
        text += &comment(&about, "  ");
        text += &format!("  readonly {domain}: {};\n", handle_name(domain));
    }
    text + "}\n"
}

/// The requests, the types in them and in answers, and the words that tell what went wrong.
fn all_types(contract: &Contract) -> String {
    let mut text = format!("{HEAD}import type {{ Open }} from \"../types.js\";\n\n");
    for operation in &contract.operations {
        if Manner::of(operation.spec) != Manner::Subscription {
            text += &request(operation, &contract.types);
        }
    }
    for (name, schema) in &contract.types {
        if name == "Problem" || name == "Code" {
            continue;
        }
        // What is only asked with takes no other fields.
        let side = if schema["additionalProperties"] == false { Side::Asked } else { Side::Answered };
        text += &comment(schema["description"].as_str().unwrap_or_default(), "");
        if schema["enum"].is_array() {
            text += &format!("export type {name} = {};\n\n", kind::words(schema));
            continue;
        }
        text += &format!("export interface {name} {{\n");
        for (field, inside) in types::fields(schema) {
            text += &member(&field, &inside, types::is_required(schema, &field), side, &contract.types);
        }
        text += "}\n\n";
    }
    text += "/**\n * What a server's problem is called: decide by it.\n *\n";
    for code in Code::ALL {
        text += &format!(" * - `{}` ({}): {}.\n", code.as_str(), code.status(), code.title());
    }
    let codes: Vec<String> = Code::ALL.iter().map(|code| format!("\n  | \"{}\"", code.as_str())).collect();
    text + &format!(" */\nexport type ProblemCode ={};\n", codes.concat())
}

fn request(operation: &Operation, types: &Types) -> String {
    let mut text = comment(&operation.about, "");
    if operation.fields.is_empty() {
        return text + &format!("export type {} = Record<string, never>;\n\n", operation.request);
    }
    text += &format!("export interface {} {{\n", operation.request);
    for field in &operation.fields {
        text += &member(&field.name, &field.schema, field.required, Side::Asked, types);
    }
    text + "}\n\n"
}

fn member(name: &str, schema: &Value, required: bool, side: Side, types: &Types) -> String {
    let absent = if required { "" } else { "?" };
    let limits = words::limits(schema);
    let mut about = schema["description"].as_str().unwrap_or_default().to_owned();
    if side == Side::Asked && !limits.is_empty() {
        about += &format!("\n\nLimits: {limits}.");
    }
    format!("{}  {name}{absent}: {};\n", comment(&about, "  "), kind::of(schema, side, types))
}

/// A domain: a function for each operation, and the handle with the same as methods.
fn module(operations: &[&Operation], contract: &Contract) -> String {
    let domain = operations.first().map_or("", |operation| operation.spec.domain());
    let about = operations.first().map(|operation| prose(operation.spec.about)).unwrap_or_default();
    let mut text = format!(
        "{HEAD}import type {{ AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, \
         SubscribeOptions }} from \"../types.js\";\nimport type * as t from \"./types.js\";\n\n"
    );
    let names = Names::of(contract);
    let mut handle = comment(&about, "");
    handle += &format!("export interface {} {{\n", handle_name(domain));
    for operation in operations {
        let about = documentation(operation, &names);
        let (name, signature) = (name(operation.spec), signature(operation, &contract.types));
        text += &comment(&about, "");
        text += &format!("export declare function {name}(client: AvaloClient, {signature};\n\n");
        handle += &comment(&about, "  ");
        handle += &format!("  {name}({signature};\n");
    }
    text + &handle + "}\n"
}

/// From its parameters on.
fn signature(operation: &Operation, types: &Types) -> String {
    let request = format!("t.{}", operation.request);
    let absent = if operation.fields.iter().any(|field| field.required) { "" } else { "?" };
    let answer = operation.response.as_ref().map_or_else(
        || "null".to_owned(),
        |schema| kind::qualified(&kind::of(schema, Side::Answered, types)),
    );
    match Manner::of(operation.spec) {
        Manner::Call => {
            format!("params{absent}: {request}, options?: CallOptions): Promise<ApiResponse<{answer}>>")
        }
        Manner::Subscription => {
            let Topic { params, item, .. } = topic(operation);
            format!(
                "{params}on{item}?: (item: t.{item}) => void, options?: SubscribeOptions): \
                 LiveSubscription<t.{item}>"
            )
        }
        Manner::Reply => format!(
            "params{absent}: {request}, onDelta?: (delta: string) => void, options?: CallOptions): ReplyStream"
        ),
    }
}

fn documentation(operation: &Operation, names: &Names) -> String {
    let spec = operation.spec;
    let mut text = match Manner::of(spec) {
        Manner::Subscription => topic(operation).about.to_owned(),
        Manner::Call => names.spoken(&prose(spec.doc)),
        // How the parts travel is nothing to those who are given them.
        Manner::Reply => {
            let parts = prose(spec.doc);
            let parts = parts.split("\n\n").filter(|part| !part.contains("text/event-stream"));
            names.spoken(&parts.collect::<Vec<_>>().join("\n\n"))
        }
    };
    text += &format!("\n\n`{} {}`", spec.method.as_str(), spec.path);
    text += &format!("; for {}", words::caller(spec.auth));
    if spec.step_up {
        text += "; needs a second factor that was proved in the last ten minutes";
    }
    if let Some(seconds) = spec.cache {
        text += &format!("; its answer may be used again for {seconds} s");
    }
    let codes: Vec<String> = operation.codes.iter().map(|code| format!("`{}`", code.as_str())).collect();
    text + &format!(".\n\nProblems: {}.", codes.join(", "))
}

#[cfg(test)]
mod tests;
