//! Photos of companions.

use avalo_sdk::{
    Code,
    api::{
        ai::{AiTier, GetCompanion, UnlockGalleryPhoto},
        profiles::UpdateProfile,
    },
    model::Tokens,
};
use serde_json::json;

use crate::stage::{Stage, code};

fn photo(companion: &str, number: u32) -> UnlockGalleryPhoto {
    UnlockGalleryPhoto {
        companion_id: companion.into(),
        photo_id: format!("pho_{companion}_{number}").into(),
    }
}

#[tokio::test]
async fn a_photo_is_paid_once_at_the_price_of_the_tier() {
    let stage = Stage::start().await;
    for (number, tier, price) in [
        (7, None, 5),
        (8, Some(AiTier::Plus), 2),
        (9, Some(AiTier::Intimate), 3),
        (10, Some(AiTier::Creator), 2),
    ] {
        let user = stage.person(number).await;
        if let Some(tier) = tier {
            stage.subscribe(&user, tier).await.expect("a plan");
        }
        let before = stage.balance(&user).await;
        let nora = stage.call(&user, GetCompanion { companion_id: "cmp_nora".into() }).await.expect("Nora");
        assert!(nora.gallery.iter().all(|photo| photo.url.is_none() && photo.price == Tokens(price)));
        let unlocked = stage.call(&user, photo("cmp_nora", 1)).await.expect("unlocked");
        assert_eq!((unlocked.charged, unlocked.already_unlocked), (Tokens(price), false));
        let again = stage.call(&user, photo("cmp_nora", 1)).await.expect("open already");
        assert_eq!((again.charged, again.already_unlocked), (Tokens(0), true));
        assert_eq!(again.photo, unlocked.photo);
        assert_eq!(stage.balance(&user).await, before - price);
        let url = unlocked.photo.url.expect("its address");
        assert_ne!(
            stage.api.get("", &url).await.body,
            stage.api.get("", &unlocked.photo.blurred_url).await.body
        );
    }
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_photo_for_adults_asks_for_what_nsfw_content_asks_for() {
    let stage = Stage::start().await;
    let (user, unverified) = (stage.person(6).await, stage.person(7).await);
    assert_eq!(code(stage.call(&unverified, photo("cmp_sol", 3)).await), Code::VerificationRequired);
    assert_eq!(code(stage.call(&user, photo("cmp_sol", 3)).await), Code::TierRequired);
    stage.subscribe(&user, AiTier::Intimate).await.expect("a plan");
    assert_eq!(code(stage.call(&user, photo("cmp_sol", 3)).await), Code::TerritoryBlocked);
    let home = UpdateProfile { country: Some("PL".into()), ..Default::default() };
    stage.call(&user, home).await.expect("a profile");
    assert_eq!(stage.call(&user, photo("cmp_sol", 3)).await.expect("unlocked").charged, Tokens(3));
    stage.call(&unverified, photo("cmp_sol", 1)).await.expect("the others are for everyone");
}

#[tokio::test]
async fn what_is_not_there_and_too_few_tokens_are_refused() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    assert_eq!(code(stage.call(&user, photo("cmp_nora", 4)).await), Code::NotFound);
    let of_another = UnlockGalleryPhoto { companion_id: "cmp_nora".into(), photo_id: "pho_cmp_leo_1".into() };
    assert_eq!(code(stage.call(&user, of_another).await), Code::NotFound);
    let nobody = UnlockGalleryPhoto { companion_id: "cmp_none".into(), photo_id: "pho_cmp_nora_1".into() };
    assert_eq!(code(stage.call(&user, nobody).await), Code::NotFound);
    stage.leave(&user, 4).await;
    assert_eq!(code(stage.call(&user, photo("cmp_nora", 1)).await), Code::InsufficientBalance);
    assert_eq!(stage.balance(&user).await, 4);
}

#[tokio::test]
async fn one_key_pays_once() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let path = "/v1/ai/companions/cmp_nora/gallery/pho_cmp_nora_1/unlock";
    let send = || stage.api.request("POST", path).token(&user.token).key("k-1").json(&json!({})).send();
    let (first, again) = (send().await, send().await);
    assert_eq!((first.status, &first.body), (200, &again.body));
    assert_eq!((&first.json()["charged"], stage.balance(&user).await), (&json!(5), 995));
}
