//! The JSON schema of a model, from its fields, their limits and their comments.

use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{Attribute, DeriveInput, Expr, Field, Ident, Meta, Result, Token, Variant, punctuated::Punctuated};

use crate::limit;

/// What a field adds to the schema of its record.
pub(crate) fn field(field: &Field, wire: &str, secret: bool) -> Result<Tokens> {
    let (ty, doc) = (&field.ty, doc(&field.attrs));
    let outer = crate::outer_type(ty);
    let mut required = !matches!(outer.as_deref(), Some("Option" | "Vec" | "HashMap"));
    let mut limits = Vec::new();
    for attribute in &field.attrs {
        let Some(name) = attribute.path().get_ident().map(ToString::to_string) else { continue };
        limits.push(match name.as_str() {
            "length" | "range" => {
                let (least, most) = limit::bounds(attribute)?;
                // An absent list is an empty one, which is too small.
                required |= least > 0.0 && outer.as_deref() != Some("Option");
                quote! { .limit(#least, #most) }
            }
            "zero_or" => {
                let (least, most) = limit::bounds(attribute)?;
                quote! { .zero_or(#least, #most) }
            }
            "each" => {
                let (least, most) = limit::bounds(attribute)?;
                quote! { .each(#least, #most) }
            }
            "form" => {
                let form: Ident = attribute.parse_args()?;
                quote! { .form(crate::operation::form::Form::#form) }
            }
            _ => continue,
        });
    }
    let secret = secret.then(|| quote! { .secret() });
    Ok(quote! {
        .field(#wire, #required, crate::schema::Field::of::<#ty>(generator, #doc) #(#limits)* #secret)
    })
}

/// The schema of a struct with these fields.
pub(crate) fn record(input: &DeriveInput, fields: &[Tokens]) -> Tokens {
    let doc = doc(&input.attrs);
    let generator = if fields.is_empty() { quote!(_) } else { quote!(generator) };
    let schema = quote! { crate::schema::Record::new(#doc) #(#fields)* .finish() };
    described(&input.ident, &generator, &schema)
}

/// The schema of an enum with these names.
pub(crate) fn choice(
    input: &DeriveInput,
    variants: &Punctuated<Variant, Token![,]>,
    words: &[String],
) -> Tokens {
    let about = doc(&input.attrs);
    let docs = variants.iter().map(|variant| doc(&variant.attrs));
    let schema = quote! { crate::schema::names(#about, &[#((#words, #docs)),*]) };
    described(&input.ident, &quote!(_), &schema)
}

fn described(name: &Ident, generator: &Tokens, schema: &Tokens) -> Tokens {
    let label = name.to_string();
    quote! {
        #[cfg(feature = "schema")]
        impl ::schemars::JsonSchema for #name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                #label.into()
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                ::core::concat!(::core::module_path!(), "::", #label).into()
            }

            fn json_schema(#generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                #schema
            }
        }
    }
}

/// The comment, as an expression that is one text.
fn doc(attributes: &[Attribute]) -> Tokens {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => Some(&pair.value),
        _ => None,
    });
    let lines: Vec<&Expr> = lines.collect();
    quote! { ::core::concat!(#(#lines, "\n"),*) }
}
