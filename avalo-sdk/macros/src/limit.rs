//! The limits that a field states, as checks of its value.

use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{
    Attribute, Error, Field, Lit, Result, Token,
    parse::{Parse, ParseStream},
};

/// The attributes that state limits.
pub(crate) const NAMES: [&str; 4] = ["length", "range", "each", "nested"];

/// The checks of one field, whose name on the wire is `wire`.
pub(crate) fn checks(field: &Field, wire: &str) -> Result<Vec<Tokens>> {
    let ident = &field.ident;
    let mut checks = Vec::new();
    for attribute in &field.attrs {
        let Some(name) = attribute.path().get_ident().map(ToString::to_string) else { continue };
        checks.push(match name.as_str() {
            "length" | "range" => {
                let (least, most) = bounds(attribute)?;
                quote! { crate::operation::limit::field(#wire, &self.#ident, #least, #most)?; }
            }
            "each" => {
                let (least, most) = bounds(attribute)?;
                quote! { crate::operation::limit::each(#wire, &self.#ident, #least, #most)?; }
            }
            "nested" => quote! { crate::operation::limit::Nested::check_at(&self.#ident, #wire)?; },
            _ => continue,
        });
    }
    Ok(checks)
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
