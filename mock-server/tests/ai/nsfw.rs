//! Who may open a chat to NSFW content, and what that changes.

use avalo_sdk::{
    Code, Problem,
    api::{
        ai::{AiChat, AiTier, CancelAiSubscription, CloseAiChat, EnableNsfw, GetAiChat},
        profiles::UpdateProfile,
    },
    model::AiChatId,
};

use crate::{
    MONTH,
    stage::{Person, Stage, code},
};

async fn enable(stage: &Stage, who: &Person, chat: &AiChatId) -> Result<AiChat, Problem> {
    stage.call(who, EnableNsfw { chat_id: chat.clone(), enabled: None }).await
}

async fn live_in(stage: &Stage, who: &Person, country: &str) {
    let profile = UpdateProfile { country: Some(country.into()), ..Default::default() };
    stage.call(who, profile).await.expect("a profile");
}

#[tokio::test]
async fn every_condition_is_asked_for() {
    let stage = Stage::start().await;
    let (verified, unverified) = (stage.person(6).await, stage.person(7).await);
    let nora = stage.start_chat(&verified, "cmp_nora").await.expect("a chat");
    assert_eq!(code(enable(&stage, &unverified, &nora.id).await), Code::VerificationRequired);
    assert_eq!(code(enable(&stage, &verified, &nora.id).await), Code::TierRequired);
    stage.subscribe(&verified, AiTier::Intimate).await.expect("a plan");
    let nowhere = enable(&stage, &verified, &nora.id).await.expect_err("nobody knows where");
    assert_eq!((nowhere.code, nowhere.status), (Code::TerritoryBlocked, 451));
    live_in(&stage, &verified, "US").await;
    assert_eq!(code(enable(&stage, &verified, &nora.id).await), Code::TerritoryBlocked);
    live_in(&stage, &verified, "PL").await;
    assert_eq!(code(enable(&stage, &verified, &nora.id).await), Code::FailedPrecondition, "Nora has none");
    let sol = stage.start_chat(&verified, "cmp_sol").await.expect("a chat");
    let other = stage.person(1).await;
    assert_eq!(code(enable(&stage, &other, &sol.id).await), Code::NotParticipant, "its owner's alone");
    for _ in 0..2 {
        assert!(enable(&stage, &verified, &sol.id).await.expect("open").nsfw_enabled);
    }
    let off = EnableNsfw { chat_id: sol.id.clone(), enabled: Some(false) };
    assert!(!stage.call(&verified, off).await.expect("closed to it").nsfw_enabled);
    stage.call(&verified, CloseAiChat { chat_id: sol.id.clone() }).await.expect("closed");
    assert_eq!(code(enable(&stage, &verified, &sol.id).await), Code::ChatClosed);
    assert_eq!(code(enable(&stage, &verified, &"aic_none".into()).await), Code::NotFound);
}

#[tokio::test]
async fn plus_is_not_enough() {
    let stage = Stage::start().await;
    let user = stage.person(6).await;
    live_in(&stage, &user, "PL").await;
    stage.subscribe(&user, AiTier::Plus).await.expect("a plan");
    assert_eq!(code(stage.start_chat(&user, "cmp_sol").await), Code::TierRequired);
    let nora = stage.start_chat(&user, "cmp_nora").await.expect("a chat");
    assert_eq!(code(enable(&stage, &user, &nora.id).await), Code::TierRequired);
}

#[tokio::test]
async fn open_to_it_allows_that_and_nothing_else() {
    let stage = Stage::start().await;
    let user = stage.person(6).await;
    live_in(&stage, &user, "PL").await;
    stage.subscribe(&user, AiTier::Intimate).await.expect("a plan");
    let sol = stage.start_chat(&user, "cmp_sol").await.expect("a chat");
    let words = "naked and nude, a kiss in the bedroom";
    let closed = stage.say(&user, &sol.id, words).await.expect_err("not open");
    assert_eq!(closed.code, Code::ContentBlocked);
    enable(&stage, &user, &sol.id).await.expect("open");
    stage.say(&user, &sol.id, words).await.expect("allowed now");
    for bad in ["a sexy teenager", "naked at 16 years old", "pay for sex", "You stupid, pathetic loser"] {
        assert_eq!(code(stage.say(&user, &sol.id, bad).await), Code::ContentBlocked, "{bad}");
    }
}

#[tokio::test]
async fn it_holds_only_while_every_condition_does() {
    let stage = Stage::start().await;
    let user = stage.person(6).await;
    live_in(&stage, &user, "PL").await;
    stage.subscribe(&user, AiTier::Intimate).await.expect("a plan");
    let sol = stage.start_chat(&user, "cmp_sol").await.expect("a chat");
    enable(&stage, &user, &sol.id).await.expect("open");
    live_in(&stage, &user, "US").await;
    let read = GetAiChat { chat_id: sol.id.clone() };
    assert!(!stage.call(&user, read.clone()).await.expect("a chat").nsfw_enabled, "moved away");
    assert_eq!(code(stage.say(&user, &sol.id, "naked and nude").await), Code::ContentBlocked);
    live_in(&stage, &user, "DE").await;
    assert!(stage.call(&user, read.clone()).await.expect("a chat").nsfw_enabled);
    stage.call(&user, CancelAiSubscription {}).await.expect("cancelled");
    stage.advance(MONTH).await;
    let user = stage.person(6).await;
    assert!(!stage.call(&user, read).await.expect("a chat").nsfw_enabled, "the plan has ended");
    assert_eq!(code(stage.say(&user, &sol.id, "naked and nude").await), Code::ContentBlocked);
}
