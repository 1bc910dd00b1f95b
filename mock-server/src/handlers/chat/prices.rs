//! What a creator asks for chats, and what that makes of one chat.

use avalo_sdk::{
    Code, Problem,
    api::chat::{ChatPricing, UpdatePricing},
    model::{Tokens, UserId},
};
use rusqlite::{OptionalExtension, params};

use super::{
    pricing::{ROYAL_WORDS, STANDARD_WORDS},
    room::Room,
};
use crate::{
    context::Ctx,
    handlers::people,
    refusal::{Answer, refuse},
};

/// What a creator asks; 0 stands for the standard.
#[derive(Clone, Copy, Debug)]
struct Asked {
    words_per_token: i64,
    base_price: i64,
    media_price: i64,
    intro_price: i64,
    earns: bool,
}

impl Asked {
    const STANDARD: Self =
        Self { words_per_token: 0, base_price: 0, media_price: 0, intro_price: 0, earns: true };

    fn by(ctx: &Ctx<'_>, creator: &UserId) -> Answer<Self> {
        let asked = ctx
            .db
            .prepare_cached(
                "SELECT words_per_token, base_price, media_price, intro_price, earns FROM chat_prices
                 WHERE user_id = ?1",
            )?
            .query_row([creator.as_str()], |row| {
                Ok(Self {
                    words_per_token: row.get(0)?,
                    base_price: row.get(1)?,
                    media_price: row.get(2)?,
                    intro_price: row.get(3)?,
                    earns: row.get(4)?,
                })
            })
            .optional()?;
        Ok(asked.unwrap_or(Self::STANDARD))
    }

    fn save(self, ctx: &Ctx<'_>, creator: &UserId) -> Answer<()> {
        ctx.db
            .prepare_cached("INSERT OR REPLACE INTO chat_prices VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute(params![
                creator.as_str(),
                self.words_per_token,
                self.base_price,
                self.media_price,
                self.intro_price,
                self.earns,
            ])?;
        Ok(())
    }

    fn pricing(self, royal: bool) -> ChatPricing {
        let standard = if royal { ROYAL_WORDS } else { STANDARD_WORDS };
        ChatPricing {
            words_per_token: u32::try_from(self.words_per_token)
                .ok()
                .filter(|words| *words > 0)
                .unwrap_or(standard),
            base_price: Tokens(self.base_price),
            media_price: Tokens(self.media_price),
            intro_price: Tokens(self.intro_price),
        }
    }
}

/// What the messages of a chat cost: its own prices, else its earner's, else the standard.
pub(super) fn of(ctx: &Ctx<'_>, room: &Room) -> Answer<ChatPricing> {
    let Some(earner) = &room.earner else { return Ok(Asked::STANDARD.pricing(false)) };
    let asked = Asked::by(ctx, earner)?;
    let [words_per_token, base_price, media_price] = room.own_prices;
    let asked = Asked {
        words_per_token: words_per_token.unwrap_or(asked.words_per_token),
        base_price: base_price.unwrap_or(asked.base_price),
        media_price: media_price.unwrap_or(asked.media_price),
        ..asked
    };
    Ok(asked.pricing(people::is_royal(ctx, earner)?))
}

/// Whether a user earns from the chats that others open.
pub(super) fn earns(ctx: &Ctx<'_>, user: &UserId) -> Answer<bool> {
    Ok(people::is_creator(ctx, user)? && Asked::by(ctx, user)?.earns)
}

/// What a first message to a user costs.
pub(super) fn intro(ctx: &Ctx<'_>, user: &UserId) -> Answer<i64> {
    Ok(if earns(ctx, user)? { Asked::by(ctx, user)?.intro_price } else { 0 })
}

pub(crate) fn update_pricing(ctx: &mut Ctx<'_>, request: UpdatePricing) -> Answer<ChatPricing> {
    match &request.chat_id {
        Some(chat_id) => {
            let (room, caller) = Room::of_caller(ctx, chat_id)?;
            update_one(ctx, room, &caller, &request)
        }
        None => update_all(ctx, &request),
    }
}

fn update_one(
    ctx: &mut Ctx<'_>,
    mut room: Room,
    caller: &UserId,
    request: &UpdatePricing,
) -> Answer<ChatPricing> {
    if room.earner.as_ref() != Some(caller) {
        return refuse(Code::PermissionDenied, "only the one who earns in the chat sets its prices");
    }
    for (field, given) in [("introPrice", request.intro_price.is_some()), ("earns", request.earns.is_some())]
    {
        if given {
            return Err(Problem::field(field, "is not for a single chat").into());
        }
    }
    let [words_per_token, base_price, media_price] = room.own_prices;
    room.own_prices = [
        request.words_per_token.map(i64::from).or(words_per_token),
        request.base_price.map(|price| price.0).or(base_price),
        request.media_price.map(|price| price.0).or(media_price),
    ];
    ctx.db
        .prepare_cached(
            "UPDATE chats SET words_per_token = ?2, base_price = ?3, media_price = ?4 WHERE id = ?1",
        )?
        .execute(params![room.id.as_str(), room.own_prices[0], room.own_prices[1], room.own_prices[2]])?;
    room.announce(ctx, caller)?;
    of(ctx, &room)
}

/// All that a creator asks for chats, and whether the number of words is their own.
pub(crate) struct Standing {
    pub(crate) pricing: ChatPricing,
    pub(crate) custom_words: bool,
    pub(crate) earns: bool,
}

/// What a creator asks for chats that have no prices of their own.
pub(crate) fn standing(ctx: &Ctx<'_>, creator: &UserId) -> Answer<Standing> {
    let asked = Asked::by(ctx, creator)?;
    Ok(Standing {
        pricing: asked.pricing(people::is_royal(ctx, creator)?),
        custom_words: asked.words_per_token > 0,
        earns: asked.earns,
    })
}

fn update_all(ctx: &mut Ctx<'_>, request: &UpdatePricing) -> Answer<ChatPricing> {
    let caller = ctx.user()?;
    let asked = Asked::by(ctx, &caller)?;
    let asked = Asked {
        words_per_token: request.words_per_token.map_or(asked.words_per_token, i64::from),
        base_price: request.base_price.map_or(asked.base_price, |price| price.0),
        media_price: request.media_price.map_or(asked.media_price, |price| price.0),
        intro_price: request.intro_price.map_or(asked.intro_price, |price| price.0),
        earns: request.earns.unwrap_or(asked.earns),
    };
    asked.save(ctx, &caller)?;
    Ok(asked.pricing(people::is_royal(ctx, &caller)?))
}
