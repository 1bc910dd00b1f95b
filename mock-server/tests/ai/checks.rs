//! The checks of words and images.

use avalo_sdk::{
    Code, Problem,
    api::{
        ai::{DetectNsfw, ImageVerdict, ModerateText, ModerationAction, ModerationFlag},
        feed::UploadKind,
    },
};
use serde_json::json;

use crate::stage::{Person, Stage, blamed, code};

#[tokio::test]
async fn a_text_is_scored_and_judged() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let check = |content: &str| stage.call(&user, ModerateText { content: content.to_owned() });
    let fine = check("Good morning").await.expect("a verdict");
    assert!(fine.safe && fine.flags.is_empty() && fine.reasons.is_empty());
    assert_eq!((fine.action, fine.confidence), (ModerationAction::Allow, 1.0));
    let doubtful = check("You idiot").await.expect("a verdict");
    assert_eq!((doubtful.action, doubtful.safe), (ModerationAction::Review, false));
    let banned = check("Pay for SEX, double your money!").await.expect("a verdict");
    assert_eq!(banned.action, ModerationAction::Block);
    assert_eq!(banned.banned_terms_found, ["pay for sex", "double your money"]);
    assert_eq!(banned.flags, [ModerationFlag::BannedTerm]);
    check(&"é".repeat(10_000)).await.expect("the longest");
    for wrong in [String::new(), "é".repeat(10_001)] {
        assert_eq!(blamed(check(&wrong).await), "content");
    }
    assert_eq!(stage.balance(&user).await, 1_000, "it costs nothing");
    let anyone = stage.api.post("", "/v1/ai/moderate", json!({ "content": "x" })).await;
    assert_eq!(anyone.status, 401);
}

async fn detect(stage: &Stage, who: &Person, bytes: &[u8]) -> Result<ImageVerdict, Problem> {
    let size = i64::try_from(bytes.len()).expect("a size");
    let grant = stage.grant(who, UploadKind::ChatImage, "image/png", size).await;
    assert_eq!(stage.send(&grant, "image/png", bytes).await.status, 204);
    stage.call(who, DetectNsfw { upload_id: grant.id }).await
}

#[tokio::test]
async fn an_image_is_scored_by_its_bytes() {
    let stage = Stage::start().await;
    let (verified, unverified) = (stage.person(6).await, stage.person(7).await);
    let plain = detect(&stage, &unverified, b"\x89PNG a loom").await.expect("a verdict");
    assert!(plain.safe && plain.flags.is_empty(), "{plain:?}");
    assert_eq!(detect(&stage, &verified, b"\x89PNG a loom").await.expect("the same"), plain);
    let nude = b"\x89PNG avalo:adult=0.75";
    let adult = detect(&stage, &verified, nude).await.expect("a verdict");
    assert_eq!((adult.action, adult.escalated), (ModerationAction::Allow, false));
    let other = detect(&stage, &unverified, nude).await.expect("a verdict");
    assert_eq!((other.action, other.escalated, other.confidence), (ModerationAction::Block, true, 0.75));
    let minor = detect(&stage, &verified, b"avalo:minor=0.2 avalo:adult=0.7").await.expect("a verdict");
    assert_eq!(minor.action, ModerationAction::Block, "nobody may see that");
    assert!(minor.flags.contains(&ModerationFlag::Minors));
    let harsh = detect(&stage, &verified, b"avalo:violence=0.5").await.expect("a verdict");
    assert_eq!((harsh.action, harsh.restricted, harsh.safe), (ModerationAction::Allow, true, false));
}

#[tokio::test]
async fn only_an_image_of_ones_own_that_has_arrived_is_checked() {
    let stage = Stage::start().await;
    let (user, other) = (stage.person(6).await, stage.person(7).await);
    let grant = stage.grant(&user, UploadKind::ChatImage, "image/png", 5).await;
    let ask = || DetectNsfw { upload_id: grant.id.clone() };
    assert_eq!(code(stage.call(&user, ask()).await), Code::FailedPrecondition);
    stage.send(&grant, "image/png", b"bytes").await;
    assert_eq!(code(stage.call(&other, ask()).await), Code::NotFound);
    stage.call(&user, ask()).await.expect("a verdict");
    stage.call(&user, ask()).await.expect("as often as one likes");
    let film = stage.grant(&user, UploadKind::ChatVideo, "video/mp4", 5).await;
    stage.send(&film, "video/mp4", b"bytes").await;
    assert_eq!(code(stage.call(&user, DetectNsfw { upload_id: film.id }).await), Code::UnsupportedMediaType);
    assert_eq!(code(stage.call(&user, DetectNsfw { upload_id: "upl_none".into() }).await), Code::NotFound);
}
