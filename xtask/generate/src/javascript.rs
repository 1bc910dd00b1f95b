//! The operations as JavaScript has them: a function for each, by domain, and all rows as one table.

use avalo_sdk::{
    api::chat::SubscribeToMessages,
    operation::{Method, Operation as _, Spec},
};

use crate::{contract::Contract, files::Files};

/// Where the modules are in the workspace.
pub(crate) const FOLDER: &str = "npm/src/generated";

pub(crate) const HEAD: &str =
    "// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.\n\n";

/// Adds a module for each domain, and the table.
pub(crate) fn modules(contract: &Contract, files: &mut Files) {
    let mut table = format!(
        "{HEAD}// All operations by domain, one row a line. What a row says: avalo-sdk/src/operation/row.rs.\n\n"
    );
    table += "export const table = {\n";
    for (domain, operations) in contract.domains() {
        let functions = operations.iter().map(|operation| function(operation.spec));
        files.add(format!("{FOLDER}/{domain}.mjs"), [HEAD, &functions.collect::<String>()].concat());
        table += &format!("  {domain}: `\n");
        for operation in operations {
            let row = operation.spec.row();
            table += row.strip_prefix(&format!("{domain}.")).unwrap_or(&row);
            table.push('\n');
        }
        table += "`,\n";
    }
    table += "};\n";
    let events = SubscribeToMessages::SPEC.row();
    files.add(
        format!("{FOLDER}/events.mjs"),
        format!(
            "{HEAD}/** Everything that happens to the user: one connection carries every subscription. */\n\
             export const EVENTS = {events:?};\n"
        ),
    );
    files.add(format!("{FOLDER}/table.mjs"), table);
}

/// How an operation is called in JavaScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// One request, one answer.
    Call,
    /// Events, until somebody has heard enough.
    Subscription,
    /// An answer that comes in parts.
    Reply,
}

impl Manner {
    pub(crate) fn of(spec: &Spec) -> Self {
        match (spec.stream, spec.method) {
            (false, _) => Self::Call,
            (true, Method::Get) => Self::Subscription,
            (true, _) => Self::Reply,
        }
    }
}

/// `chat.sendMessage` is `sendMessage` in the module `chat`.
pub(crate) fn name(spec: &Spec) -> &'static str {
    spec.id.split_once('.').map_or(spec.id, |(_, name)| name)
}

/// It names nothing but its own row, so that what a page does not import, it does not load.
fn function(spec: &Spec) -> String {
    let (name, row) = (name(spec), spec.row());
    match Manner::of(spec) {
        Manner::Call => format!(
            "export const {name} = (client, params, options) =>\n  client.call({row:?}, params, options);\n"
        ),
        Manner::Subscription => {
            format!("export const {name} = (client, ...args) =>\n  client.subscribe({row:?}, ...args);\n")
        }
        Manner::Reply => format!(
            "export const {name} = (client, params, onDelta, options) =>\n  \
             client.reply({row:?}, params, onDelta, options);\n"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_in_its_module_and_in_the_table() {
        let contract = Contract::read().expect("the contract");
        let mut files = Files::default();
        modules(&contract, &mut files);
        let table = files.get(&format!("{FOLDER}/table.mjs")).expect("the table");
        for operation in &contract.operations {
            let spec = operation.spec;
            let module = files.get(&format!("{FOLDER}/{}.mjs", spec.domain())).expect("a module");
            assert!(module.contains(&format!("export const {} = ", name(spec))), "{}", spec.id);
            assert!(module.contains(&format!("{:?}", spec.row())), "{}", spec.id);
            let line = format!("\n{}\n", spec.row().replacen(&format!("{}.", spec.domain()), "", 1));
            assert!(table.contains(&line), "{}", spec.id);
        }
    }
}
