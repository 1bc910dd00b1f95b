//! The operations as JavaScript has them: a module with one row for each.

use avalo_sdk::{api, operation::Spec};

/// Where the module is in the workspace.
pub(crate) const PATH: &str = "npm/src/generated/operations.mjs";

const HEAD: &str = "\
// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.
//
// A row tells the engine how an operation travels. What a page does not import, it does not load.

";

/// The module's text.
pub(crate) fn module() -> String {
    let lines = api::operations().map(|spec| format!("export const {} = {:?};\n", name(spec), spec.row()));
    let names: Vec<_> = api::operations().map(name).collect();
    let all = format!(
        "\n/** All rows, for a client that calls by id. */\nexport const operations = [\n  {},\n];\n",
        names.join(",\n  ")
    );
    [HEAD, &lines.collect::<String>(), &all].concat()
}

/// The constant's name: `chat.sendMessage` is `chatSendMessage`.
fn name(spec: &Spec) -> String {
    let (domain, method) = spec.id.split_once('.').unwrap_or(("", spec.id));
    let (first, rest) = method.split_at(1);
    [domain, &first.to_uppercase(), rest].concat()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_operations_share_a_name() {
        let names: HashSet<_> = api::operations().map(name).collect();
        assert_eq!(names.len(), api::operations().count());
        assert!(names.contains("chatSendMessage"));
    }
}
