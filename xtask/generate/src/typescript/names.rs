//! Names in documentation: written for Rust, read in JavaScript.

use std::collections::HashMap;

use avalo_sdk::Code;

use crate::contract::Contract;

/// What Rust calls operations and fields, and what JavaScript does.
pub(super) struct Names(HashMap<String, String>);

impl Names {
    pub(super) fn of(contract: &Contract) -> Self {
        let operations = contract.operations.iter().map(|operation| super::name(operation.spec).to_owned());
        let fields = contract
            .operations
            .iter()
            .flat_map(|operation| operation.fields.iter().map(|field| field.name.clone()));
        let mut names: HashMap<String, String> =
            operations.chain(fields).map(|name| (snake(&name), name)).collect();
        // The word of a problem is the same everywhere.
        names.retain(|name, _| Code::ALL.iter().all(|code| code.as_str() != name));
        Self(names)
    }

    /// The text with the names of operations and fields as JavaScript has them.
    pub(super) fn spoken(&self, text: &str) -> String {
        let parts = text.split('`').enumerate().map(|(index, part)| {
            let name = if index % 2 == 1 { self.0.get(part) } else { None };
            name.map_or(part, String::as_str)
        });
        parts.collect::<Vec<_>>().join("`")
    }
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
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
