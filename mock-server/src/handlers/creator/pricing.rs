//! What a creator asks for.
//!
//! The prices of messages are the chats' own, read and written through them.

use avalo_sdk::{
    api::{
        chat::UpdatePricing,
        creator::{ContentPricing, GetContentPricing, SetContentPricing},
    },
    model::{Tokens, UserId},
};
use rusqlite::{OptionalExtension, params};

use crate::{context::Ctx, handlers::chat, refusal::Answer};

pub(super) fn get_content_pricing(ctx: &mut Ctx<'_>, _: GetContentPricing) -> Answer<ContentPricing> {
    let creator = ctx.user()?;
    let standing = chat::standing_prices(ctx, &creator)?;
    Ok(ContentPricing {
        words_per_token: standing.pricing.words_per_token,
        custom_words_per_token: standing.custom_words,
        base_price: standing.pricing.base_price,
        media_price: standing.pricing.media_price,
        intro_price: standing.pricing.intro_price,
        earns: standing.earns,
        unlock_price: unlock_price(ctx, &creator)?.map(Tokens),
    })
}

pub(super) fn set_content_pricing(ctx: &mut Ctx<'_>, request: SetContentPricing) -> Answer<ContentPricing> {
    let creator = ctx.user()?;
    let prices = UpdatePricing {
        chat_id: None,
        words_per_token: Some(request.words_per_token.unwrap_or(0)),
        base_price: Some(request.base_price.unwrap_or_default()),
        media_price: Some(request.media_price.unwrap_or_default()),
        intro_price: Some(request.intro_price.unwrap_or_default()),
        earns: Some(request.earns.unwrap_or(true)),
    };
    chat::update_pricing(ctx, prices)?;
    ctx.db
        .prepare_cached("INSERT OR REPLACE INTO creator_prices (user_id, unlock_price) VALUES (?1, ?2)")?
        .execute(params![creator.as_str(), request.unlock_price.map(|price| price.0)])?;
    get_content_pricing(ctx, GetContentPricing {})
}

/// What a creator's gated content costs if nothing else is said.
pub(super) fn unlock_price(ctx: &Ctx<'_>, creator: &UserId) -> Answer<Option<i64>> {
    let mut read = ctx.db.prepare_cached("SELECT unlock_price FROM creator_prices WHERE user_id = ?1")?;
    Ok(read.query_row([creator.as_str()], |row| row.get(0)).optional()?.flatten())
}
