//! What people say about themselves.

use avalo_sdk::{
    Code,
    api::profiles::{GetProfile, UpdateProfile},
};
use serde_json::json;

use crate::stage::{Stage, blamed, code};

fn everything() -> UpdateProfile {
    UpdateProfile {
        display_name: Some("Ada L.".into()),
        bio: Some("Weaves algebra.".into()),
        interests: Some(vec!["looms".into(), "numbers".into()]),
        city: Some("London".into()),
        country: Some("GB".into()),
    }
}

#[tokio::test]
async fn what_is_said_shows_to_others_at_once() {
    let stage = Stage::start().await;
    let (ada, other) = (stage.person(1).await, stage.person(6).await);
    let own = stage.call(&ada, everything()).await.expect("a profile");
    assert_eq!((own.display_name.as_str(), own.bio.as_deref()), ("Ada L.", Some("Weaves algebra.")));
    let seen = stage.profile(&other, &ada).await.expect("a profile");
    assert_eq!(seen.interests, ["looms", "numbers"]);
    assert_eq!((seen.city.as_deref(), seen.country.as_deref()), (Some("London"), Some("GB")));
    assert_eq!((seen.is_creator, seen.is_verified, seen.age), (true, true, Some(45)));
    assert_eq!((seen.followed_by_me, seen.follows_me), (true, false));
    assert_eq!((seen.followers, seen.following, seen.posts), (5, 0, 10));
}

#[tokio::test]
async fn absent_fields_stay_and_empty_ones_are_taken_away() {
    let stage = Stage::start().await;
    let ada = stage.person(1).await;
    let before = stage.call(&ada, everything()).await.expect("a profile");
    let after = stage.call(&ada, UpdateProfile::default()).await.expect("nothing to change");
    assert_eq!(after, before);
    let emptied = UpdateProfile {
        bio: Some(String::new()),
        interests: Some(vec![]),
        city: Some(String::new()),
        country: Some(String::new()),
        ..Default::default()
    };
    let after = stage.call(&ada, emptied).await.expect("a profile");
    assert_eq!((after.bio, after.city, after.country), (None, None, None));
    assert_eq!((after.interests.len(), after.display_name.as_str()), (0, "Ada L."));
}

#[tokio::test]
async fn every_field_has_its_length() {
    let stage = Stage::start().await;
    let ada = stage.person(1).await;
    let longest = UpdateProfile {
        display_name: Some("ż".repeat(50)),
        bio: Some("😀".repeat(500)),
        interests: Some(vec!["ł".repeat(30); 20]),
        city: Some("ó".repeat(100)),
        country: None,
    };
    let own = stage.call(&ada, longest).await.expect("the longest of all");
    assert_eq!((own.display_name, own.bio), ("ż".repeat(50), Some("😀".repeat(500))));
    let nothing = UpdateProfile::default;
    let cases = [
        (UpdateProfile { display_name: Some("x".into()), ..nothing() }, "displayName"),
        (UpdateProfile { display_name: Some("   x   ".into()), ..nothing() }, "displayName"),
        (UpdateProfile { display_name: Some("ż".repeat(51)), ..nothing() }, "displayName"),
        (UpdateProfile { bio: Some("😀".repeat(501)), ..nothing() }, "bio"),
        (UpdateProfile { city: Some("ó".repeat(101)), ..nothing() }, "city"),
        (UpdateProfile { country: Some("gb".into()), ..nothing() }, "country"),
        (UpdateProfile { country: Some("GBR".into()), ..nothing() }, "country"),
        (UpdateProfile { country: Some("Ż".into()), ..nothing() }, "country"),
        (UpdateProfile { interests: Some(vec!["x".into(); 21]), ..nothing() }, "interests"),
        (UpdateProfile { interests: Some(vec!["ł".repeat(31)]), ..nothing() }, "interests[0]"),
        (UpdateProfile { interests: Some(vec![String::new()]), ..nothing() }, "interests[0]"),
        (UpdateProfile { interests: Some(vec![" ".into()]), ..nothing() }, "interests[0]"),
    ];
    for (request, field) in cases {
        assert_eq!(blamed(stage.call(&ada, request.clone()).await), field, "{request:?}");
    }
}

#[tokio::test]
async fn one_wrong_field_changes_none() {
    let stage = Stage::start().await;
    let ada = stage.person(1).await;
    let mixed = UpdateProfile { bio: Some("x".repeat(501)), ..everything() };
    assert_eq!(blamed(stage.call(&ada, mixed).await), "bio");
    let own = stage.profile(&ada, &ada).await.expect("a profile");
    assert_eq!((own.display_name.as_str(), own.bio), ("User 1", None));
}

#[tokio::test]
async fn a_profile_never_tells_addresses_or_birthdays() {
    let stage = Stage::start().await;
    let (ada, other) = (stage.person(1).await, stage.person(6).await);
    for who in [&ada, &other] {
        let text = stage.api.get(&who.token, "/v1/profiles/usr_1").await.to_string();
        for secret in ["avalo.test", "1980", "email", "dateOfBirth", "password"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
}

#[tokio::test]
async fn nobody_has_no_profile() {
    let stage = Stage::start().await;
    let ada = stage.person(1).await;
    let nobody = GetProfile { user_id: "usr_nobody".into() };
    assert_eq!(code(stage.call(&ada, nobody).await), Code::NotFound);
    let answer = stage.api.get("", "/v1/profiles/usr_1").await;
    assert_eq!(answer.refusal(), (401, "unauthenticated".into()));
}

#[tokio::test]
async fn a_year_older_on_the_birthday_itself() {
    const DAY: u64 = 24 * 3_600;
    let stage = Stage::start().await;
    // The world begins on 1 January 2026, user 1 was born on 15 June 1980.
    for (days, age) in [(164, 45), (1, 46)] {
        stage.advance(days * DAY).await;
        let viewer = stage.person(6).await;
        let answer = stage.api.get(&viewer.token, "/v1/profiles/usr_1").await;
        assert_eq!(answer.json()["age"], json!(age), "{answer}");
    }
}
