//! People who may like each other.

use avalo_sdk::{
    Code,
    api::{
        chat::SendMessage,
        matchmaking::{
            AgeRange, GetAllowance, GetCompatibility, GetFreeMessagesStatus, GetLikesReceived,
            GetMatchPreferences, GetMatches, GetSuggestions, LikeProfile, PassProfile, Position, Rewind,
            Unmatch, UpdateMatchPreferences,
        },
        profiles::UpdateProfile,
    },
    model::Tokens,
};

use super::{Cast, showing::id};
use crate::{Stopped, Teller};

pub(super) async fn tell(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    suggest(cast, teller).await?;
    like(cast, teller).await
}

async fn suggest(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let (ada, grace) = (cast.ada.matchmaking(), cast.grace.matchmaking());
    let before = teller
        .call("Ada finds the standard preferences", ada.get_preferences(GetMatchPreferences {}))
        .await?;
    teller.check("anyone of 18 to 99", before.age_range == AgeRange { min: 18, max: 99 })?;
    let preferences = |latitude, longitude| UpdateMatchPreferences {
        age_range: Some(AgeRange { min: 30, max: 60 }),
        position: Some(Position { latitude, longitude }),
        ..Default::default()
    };
    let hers = ada.update_preferences(preferences(51.507, -0.128));
    teller.call("She says whom she wants to meet, and where she is", hers).await?;
    let near = grace.update_preferences(preferences(51.48, -0.02));
    teller.call("Grace is not far away", near).await?;
    let words =
        UpdateProfile { interests: Some(vec!["Engines".into(), "compilers".into()]), ..Default::default() };
    teller.call("And she cares about engines too", cast.grace.profiles().update_profile(words)).await?;
    let page = teller.call("Ada asks who might fit", ada.get_suggestions(GetSuggestions::default())).await?;
    let first = page.suggestions.first().ok_or(Stopped)?;
    teller.check(
        &format!(
            "Grace before all others: {} of 100, {} km away",
            first.score,
            first.distance_km.unwrap_or_default()
        ),
        first.user.id == id(&cast.grace),
    )?;
    let ask = GetCompatibility { user_id: id(&cast.grace) };
    let fit = teller.call("She asks why", ada.get_compatibility(ask)).await?;
    teller.check(&format!("{} reasons", fit.reasons.len()), fit.score == first.score)
}

async fn like(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let (ada, grace, linus) = (cast.ada.matchmaking(), cast.grace.matchmaking(), cast.linus.matchmaking());
    let liked = |user_id, super_like| LikeProfile { user_id, super_like: Some(super_like) };
    teller
        .refused("She likes herself", ada.like_profile(liked(id(&cast.ada), false)), Code::CannotTargetSelf)
        .await?;
    let pass = PassProfile { user_id: id(&cast.grace) };
    teller.call("Her thumb slips, and Grace is passed by", ada.pass_profile(pass)).await?;
    let back = teller.call("She takes it back", ada.rewind(Rewind {})).await?;
    teller.check(&format!("for {} tokens", back.charged), back.charged == Tokens(10))?;
    let like = ada.like_profile(liked(id(&cast.grace), true));
    let receipt = teller.call("And she gives Grace a super like", like).await?;
    teller.check(
        &format!("for {} tokens, and it takes two to match", receipt.charged),
        receipt.charged == Tokens(50) && !receipt.matched,
    )?;
    let allowance = teller.call("She counts her likes", ada.get_allowance(GetAllowance {})).await?;
    let left = allowance.remaining.unwrap_or_default();
    teller.check(&format!("{left} of {} are left", allowance.limit), left == 49)?;
    let likes = grace.get_likes_received(GetLikesReceived::default());
    let likes = teller.call("Grace sees who likes her", likes).await?;
    teller.check("Ada does, very much", likes.likes.first().is_some_and(|like| like.super_like))?;
    let receipt = teller.call("She likes her back", grace.like_profile(liked(id(&cast.ada), false))).await?;
    let (match_id, chat_id) = receipt.match_id.zip(receipt.chat_id).ok_or(Stopped)?;
    teller.check("it is a match, and their chat is open", receipt.matched)?;
    let hello =
        SendMessage { chat_id, content: "Your note on engines kept me up".into(), ..Default::default() };
    teller.call("Ada writes first, for nothing", cast.ada.chat().send_message(hello)).await?;
    let status = GetFreeMessagesStatus { match_id: match_id.clone() };
    let status = teller.call("She counts her free messages", ada.get_free_messages_status(status)).await?;
    teller.check(&format!("{} of {} are left", status.remaining, status.limit), status.remaining == 3)?;
    teller.call("Grace finds her among her matches", grace.get_matches(GetMatches::default())).await?;
    let like = linus.like_profile(liked(id(&cast.grace), false));
    teller.call("Linus likes Grace", like).await?;
    let receipt = teller
        .call("And Grace likes him; she tries it out", grace.like_profile(liked(id(&cast.linus), false)))
        .await?;
    let unmatch = Unmatch { match_id: receipt.match_id.ok_or(Stopped)? };
    teller.call("They part as friends", linus.unmatch(unmatch)).await?;
    teller
        .refused(
            "He likes her again, which is over",
            linus.like_profile(liked(id(&cast.grace), false)),
            Code::FailedPrecondition,
        )
        .await
}
