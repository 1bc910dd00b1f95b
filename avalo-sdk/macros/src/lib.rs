//! `#[model]`: what every type of the contract has in common, said once.

#![forbid(unsafe_code)]

mod limit;
mod schema;

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{
    Data, DataEnum, DeriveInput, Error, Field, Fields, FieldsNamed, Result, Type, parse_macro_input,
    parse_quote,
};

/// Makes a struct or an enum part of the contract.
///
/// A struct gets `Clone`, `PartialEq`, serde in camelCase, the list of its wire names
/// (`Model::FIELDS`) and a `Debug` that prints fields marked `#[secret]` as `[redacted]`.
/// Absent optional fields and absent lists are accepted and left out again.
///
/// A field may state its limits: `#[length(1..=500)]` of a text's characters or a list's entries,
/// `#[each(1..=30)]` of every entry, `#[range(0..=1000)]` of a number, `#[zero_or(5..=20)]` of one that may also be 0; `#[form(Date)]` what a text is, a
/// variant of `operation::form::Form`; `#[nested]` says that the model inside has some. `Model::check`
/// checks them, and with the feature `schema` they are in the type's JSON schema.
///
/// An enum of plain names gets the same with names in snake_case, and a last variant `Unknown`
/// that takes every name this version does not know: a server may grow.
#[proc_macro_attribute]
pub fn model(attribute: TokenStream, item: TokenStream) -> TokenStream {
    if !attribute.is_empty() {
        let message = "#[model] takes no arguments";
        return Error::new(proc_macro2::Span::call_site(), message).into_compile_error().into();
    }
    let input = parse_macro_input!(item as DeriveInput);
    let expanded = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => record(&input, fields),
            other => Err(Error::new_spanned(other, "a model names its fields")),
        },
        Data::Enum(data) => choice(&input, data),
        Data::Union(data) => Err(Error::new_spanned(data.union_token, "a model is no union")),
    };
    expanded.unwrap_or_else(Error::into_compile_error).into()
}

fn record(input: &DeriveInput, fields: &FieldsNamed) -> Result<Tokens> {
    if !input.generics.params.is_empty() {
        return Err(Error::new_spanned(&input.generics, "a model has no generics"));
    }
    let (attributes, visibility, name) = (&input.attrs, &input.vis, &input.ident);
    let label = name.to_string();
    let mut declared = Vec::new();
    let mut wire = Vec::new();
    let mut shown = Vec::new();
    let mut limits = Vec::new();
    let mut nested = Vec::new();
    let mut described = Vec::new();
    let mut hides = false;
    for field in &fields.named {
        let secret = field.attrs.iter().any(|attribute| attribute.path().is_ident("secret"));
        let ident = field.ident.as_ref().expect("a named field");
        let printed = ident.to_string();
        limits.extend(limit::checks(field, &camel(&printed))?);
        nested.extend(limit::nest(field, &camel(&printed)));
        described.push(schema::field(field, &camel(&printed), secret)?);
        wire.push(camel(&printed));
        shown.push(if secret {
            quote! { .field(#printed, &::core::format_args!("[redacted]")) }
        } else {
            quote! { .field(#printed, &self.#ident) }
        });
        hides |= secret;
        declared.push(tolerant(field));
    }
    let debug_derive = if hides { quote!() } else { quote!(#[derive(Debug)]) };
    let debug_impl = hides.then(|| {
        quote! {
            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.debug_struct(#label) #(#shown)* .finish()
                }
            }
        }
    });
    // Swift and Kotlin would print every field of their own accord.
    let debug_export = hides.then(|| quote!(#[cfg_attr(feature = "uniffi", ::uniffi::export(Debug))]));
    let described = schema::record(input, &described);
    Ok(quote! {
        #described
        #debug_export
        #(#attributes)*
        #debug_derive
        #[derive(Clone, PartialEq, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "uniffi", derive(::uniffi::Record))]
        #[serde(rename_all = "camelCase")]
        #visibility struct #name { #(#declared),* }
        #debug_impl
        impl crate::operation::Model for #name {
            const FIELDS: &'static [&'static str] = &[#(#wire),*];
            const NESTED: &'static [crate::operation::Nest] = &[#(#nested),*];

            fn check(&self) -> ::core::result::Result<(), crate::operation::limit::Breach> {
                #(#limits)*
                Ok(())
            }
        }
    })
}

/// The field without the attributes that are ours, and with absence accepted where the type has a word for it.
fn tolerant(field: &Field) -> Field {
    let mut field = field.clone();
    let ours = ["secret"].into_iter().chain(limit::NAMES);
    field.attrs.retain(|attribute| ours.clone().all(|name| !attribute.path().is_ident(name)));
    match outer_type(&field.ty).as_deref() {
        Some("Option") => {
            field.attrs.push(parse_quote!(#[serde(default, skip_serializing_if = "Option::is_none")]));
            field.attrs.push(parse_quote!(#[cfg_attr(feature = "uniffi", uniffi(default = None))]));
        }
        Some("Vec" | "HashMap") => {
            field.attrs.push(parse_quote!(#[serde(default)]));
            field.attrs.push(parse_quote!(#[cfg_attr(feature = "uniffi", uniffi(default))]));
        }
        _ => {}
    }
    field
}

fn outer_type(ty: &Type) -> Option<String> {
    let Type::Path(path) = ty else { return None };
    Some(path.path.segments.last()?.ident.to_string())
}

fn choice(input: &DeriveInput, data: &DataEnum) -> Result<Tokens> {
    if let Some(full) = data.variants.iter().find(|variant| !variant.fields.is_empty()) {
        return Err(Error::new_spanned(full, "a model's enum is a list of names"));
    }
    let (attributes, visibility, name) = (&input.attrs, &input.vis, &input.ident);
    let variants = &data.variants;
    let names: Vec<_> = variants.iter().map(|variant| &variant.ident).collect();
    let words: Vec<_> = names.iter().map(|ident| snake(&ident.to_string())).collect();
    let described = schema::choice(input, variants, &words);
    let comma = (!variants.empty_or_trailing()).then(|| quote!(,));
    Ok(quote! {
        #described
        #(#attributes)*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "uniffi", derive(::uniffi::Enum))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        #visibility enum #name {
            #variants #comma
            /// A name that this version of the SDK does not know.
            #[serde(other)]
            Unknown,
        }
        impl #name {
            /// The names that this version knows, in the order of their declaration.
            pub const ALL: &'static [Self] = &[#(Self::#names),*];

            /// The name on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { #(Self::#names => #words,)* Self::Unknown => "unknown" }
            }

            /// The variant with this name on the wire, `Unknown` for any other.
            pub fn from_name(name: &str) -> Self {
                Self::ALL.iter().copied().find(|known| known.as_str() == name).unwrap_or(Self::Unknown)
            }
        }
    })
}

fn camel(snake: &str) -> String {
    let mut upper = false;
    let mut name = String::new();
    for letter in snake.chars() {
        if letter == '_' {
            upper = true;
        } else if std::mem::take(&mut upper) {
            name.extend(letter.to_uppercase());
        } else {
            name.push(letter);
        }
    }
    name
}

/// As serde's `snake_case` does it: an underscore before every capital but the first.
fn snake(camel: &str) -> String {
    let mut name = String::new();
    for (index, letter) in camel.char_indices() {
        if letter.is_uppercase() && index > 0 {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}
