//! The limits that a field states, as checks of its value.

use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{
    Attribute, Error, Field, GenericArgument, Ident, Lit, PathArguments, Result, Token, Type,
    parse::{Parse, ParseStream},
};

/// The attributes that state limits.
pub(crate) const NAMES: [&str; 6] = ["length", "range", "zero_or", "each", "form", "nested"];

/// The checks of one field, whose name on the wire is `wire`.
pub(crate) fn checks(field: &Field, wire: &str) -> Result<Vec<Tokens>> {
    let ident = &field.ident;
    let mut checks = Vec::new();
    if is_id(&field.ty) {
        checks.push(quote! {
            crate::operation::form::field(#wire, &self.#ident, crate::operation::form::Form::Id)?;
        });
    }
    for attribute in &field.attrs {
        let Some(name) = attribute.path().get_ident().map(ToString::to_string) else { continue };
        checks.push(match name.as_str() {
            "length" | "range" => {
                let (least, most) = bounds(attribute)?;
                quote! { crate::operation::limit::field(#wire, &self.#ident, #least, #most)?; }
            }
            "zero_or" => {
                let (least, most) = bounds(attribute)?;
                quote! { crate::operation::limit::zero_or(#wire, &self.#ident, #least, #most)?; }
            }
            "each" => {
                let (least, most) = bounds(attribute)?;
                quote! { crate::operation::limit::each(#wire, &self.#ident, #least, #most)?; }
            }
            "form" => {
                let form: Ident = attribute.parse_args()?;
                quote! { crate::operation::form::field(#wire, &self.#ident, crate::operation::form::Form::#form)?; }
            }
            "nested" => quote! { crate::operation::limit::Nested::check_at(&self.#ident, #wire)?; },
            _ => continue,
        });
    }
    Ok(checks)
}

/// The models that a field holds, if it says so.
pub(crate) fn nest(field: &Field, wire: &str) -> Option<Tokens> {
    field.attrs.iter().find(|attribute| attribute.path().is_ident("nested"))?;
    let model = innermost(&field.ty);
    Some(quote! {
        crate::operation::Nest {
            name: #wire,
            fields: <#model as crate::operation::Model>::FIELDS,
            nested: <#model as crate::operation::Model>::NESTED,
        }
    })
}

/// The type inside `Option` and `Vec`.
fn innermost(ty: &Type) -> &Type {
    let Type::Path(path) = ty else { return ty };
    let Some(PathArguments::AngleBracketed(inner)) = path.path.segments.last().map(|last| &last.arguments)
    else {
        return ty;
    };
    match inner.args.last() {
        Some(GenericArgument::Type(inner)) => innermost(inner),
        _ => ty,
    }
}

/// Whether a type is an identifier, perhaps an absent one, or a list of them: `ChatId`, `Vec<UserId>`.
fn is_id(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    match &last.arguments {
        PathArguments::AngleBracketed(inner) if last.ident == "Option" || last.ident == "Vec" => {
            inner.args.iter().any(|argument| matches!(argument, GenericArgument::Type(inner) if is_id(inner)))
        }
        PathArguments::None => {
            last.ident.to_string().strip_suffix("Id").is_some_and(|start| !start.is_empty())
        }
        _ => false,
    }
}

/// Reads `(1..=500)`; what is left out at the beginning is 0.
pub(crate) fn bounds(attribute: &Attribute) -> Result<(f64, f64)> {
    let Bounds(least, most) = attribute.parse_args()?;
    Ok((least, most))
}

struct Bounds(f64, f64);

impl Parse for Bounds {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let least = if input.peek(Token![..=]) { 0.0 } else { number(input)? };
        input.parse::<Token![..=]>()?;
        Ok(Self(least, number(input)?))
    }
}

fn number(input: ParseStream<'_>) -> Result<f64> {
    let sign = if input.parse::<Option<Token![-]>>()?.is_some() { -1.0 } else { 1.0 };
    let number: f64 = match input.parse()? {
        Lit::Int(int) => int.base10_parse()?,
        Lit::Float(float) => float.base10_parse()?,
        other => return Err(Error::new_spanned(other, "a limit is a number")),
    };
    Ok(sign * number)
}
