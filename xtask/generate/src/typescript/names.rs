//! Names in documentation: written for Rust, read in JavaScript.

use std::collections::HashSet;

use avalo_sdk::Code;

use crate::{contract::Contract, problems::camel};

/// The operations and fields, as JavaScript calls them.
pub(super) struct Names(HashSet<String>);

impl Names {
    pub(super) fn of(contract: &Contract) -> Self {
        let operations = contract.operations.iter().map(|operation| super::name(operation.spec).to_owned());
        let fields = contract
            .operations
            .iter()
            .flat_map(|operation| operation.fields.iter().map(|field| field.name.clone()));
        Self(operations.chain(fields).collect())
    }

    /// The text with the names of operations and fields as JavaScript has them.
    pub(super) fn spoken(&self, text: &str) -> String {
        let parts = text.split('`').enumerate().map(|(index, part)| {
            // The word of a problem is the same everywhere.
            let is_code = Code::ALL.iter().any(|code| code.as_str() == part);
            let is_name = index % 2 == 1 && part.is_ascii() && !is_code;
            let name = if is_name { self.0.get(&camel(part)) } else { None };
            name.map_or(part, String::as_str)
        });
        parts.collect::<Vec<_>>().join("`")
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::contract::Contract;

    #[test]
    fn names_are_those_of_javascript_and_codes_stay() {
        let names = Names::of(&Contract::read().expect("the contract"));
        let text = names.spoken("Fails as `get_chat`, with `chat_closed`; give `max_price`. Not get_chat.");
        assert_eq!(text, "Fails as `getChat`, with `chat_closed`; give `maxPrice`. Not get_chat.");
    }
}
