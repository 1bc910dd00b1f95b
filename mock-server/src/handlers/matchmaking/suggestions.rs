//! Suggestions, and how well two people fit.

use avalo_sdk::{
    Code,
    api::matchmaking::{Compatibility, GetCompatibility, GetSuggestions, Suggestion, SuggestionPage},
    model::UserId,
};

use super::{
    candidates::{self, Candidate},
    compatibility::{self, Fit},
    preferences,
    ranking::ranking,
};
use crate::{
    context::Ctx,
    handlers::{people, profiles},
    page::Page,
    refusal::{Answer, refuse},
};

const LIST: &str = "suggestions";

/// What a super like adds to a place, so that no score comes before it.
const PRIORITY: i64 = 1_000_000;

pub(super) fn get_suggestions(ctx: &mut Ctx<'_>, request: GetSuggestions) -> Answer<SuggestionPage> {
    let page = Page::read(LIST, request.limit, request.cursor.as_ref())?;
    let caller = find(ctx, &ctx.user()?)?;
    let wanted = preferences::of(ctx, &caller.id)?;
    // Who hides where they are is still somewhere when they look for others.
    let position = wanted.position.as_ref().map(|position| (position.latitude, position.longitude));
    let mut placed: Vec<(i64, Fit, Candidate)> = candidates::unmet(ctx, &caller.id)?
        .into_iter()
        .filter(|candidate| candidate.suits(&wanted, position))
        .map(|candidate| {
            let fit = Fit::of(&caller.traits, &candidate.traits, ctx.now.unix_ms);
            (place(fit, &candidate), fit, candidate)
        })
        .collect();
    placed.sort_by(|(one, _, a), (other, _, b)| other.cmp(one).then_with(|| a.id.cmp(&b.id)));
    if let Some((value, id)) = &page.after {
        placed.retain(|(place, _, candidate)| {
            place < value || place == value && candidate.id.as_str() > id.as_str()
        });
    }
    let next_cursor = page.cut(LIST, &mut placed, |(place, _, candidate)| (*place, candidate.id.0.clone()));
    let shown = |(_, fit, candidate): (i64, Fit, Candidate)| -> Answer<Suggestion> {
        Ok(Suggestion {
            user: people::summary(ctx, &candidate.id)?,
            age: candidate.traits.age,
            distance_km: candidate.distance_km(position).map(|km| km.max(1)),
            shared_interests: compatibility::shared(&caller.traits.interests, &candidate.traits.interests),
            score: fit.score(),
            reasons: fit.reasons(),
            super_liked_me: candidate.super_liked,
        })
    };
    Ok(SuggestionPage { suggestions: placed.into_iter().map(shown).collect::<Answer<_>>()?, next_cursor })
}

/// Compatibility times ranking, super likes before all others.
fn place(fit: Fit, candidate: &Candidate) -> i64 {
    let value = i64::from(fit.score()) * i64::from(ranking(&candidate.standing));
    value + PRIORITY * i64::from(candidate.super_liked)
}

pub(super) fn get_compatibility(ctx: &mut Ctx<'_>, request: GetCompatibility) -> Answer<Compatibility> {
    let (caller, other) = (ctx.user()?, request.user_id);
    if caller == other {
        return refuse(Code::CannotTargetSelf, "everyone fits themselves");
    }
    people::find_in_sight(ctx, &other)?;
    if !profiles::is_open(ctx, &other, &caller)? {
        return refuse(Code::ProfilePrivate, "the user shows themselves to friends or to nobody");
    }
    let fit = fit(ctx, &caller, &other)?;
    Ok(Compatibility {
        user_id: other,
        score: fit.score(),
        interests: fit.interests,
        location: fit.location,
        age: fit.age,
        activity: fit.activity,
        reasons: fit.reasons(),
    })
}

/// How well two people fit now.
pub(super) fn fit(ctx: &Ctx<'_>, one: &UserId, other: &UserId) -> Answer<Fit> {
    Ok(Fit::of(&find(ctx, one)?.traits, &find(ctx, other)?.traits, ctx.now.unix_ms))
}

fn find(ctx: &Ctx<'_>, user: &UserId) -> Answer<Candidate> {
    match candidates::one(ctx, user, user)? {
        Some(candidate) => Ok(candidate),
        None => refuse(Code::NotFound, "there is no such user"),
    }
}
