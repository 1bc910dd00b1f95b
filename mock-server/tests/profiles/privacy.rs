//! Who sees how much of a profile.

use avalo_sdk::{
    Code,
    api::profiles::{GetFollowers, GetFollowing, ProfileVisibility, UpdateProfile, UpdateSettings},
};
use serde_json::json;

use crate::stage::{Person, Stage, code};

/// User 7, who says where they are and what they like.
async fn talkative(stage: &Stage) -> Person {
    let person = stage.person(7).await;
    let words = UpdateProfile {
        bio: Some("I am here.".into()),
        interests: Some(vec!["maps".into()]),
        city: Some("Gdynia".into()),
        country: Some("PL".into()),
        ..Default::default()
    };
    stage.call(&person, words).await.expect("a profile");
    person
}

fn visible_to(visibility: ProfileVisibility) -> UpdateSettings {
    UpdateSettings { visibility: Some(visibility), ..Default::default() }
}

#[tokio::test]
async fn settings_begin_open_and_change_one_by_one() {
    let stage = Stage::start().await;
    let person = stage.person(7).await;
    let open = stage.call(&person, UpdateSettings::default()).await.expect("settings");
    assert_eq!(open.visibility, ProfileVisibility::Public);
    assert!(open.show_location && open.show_age && open.allow_messages);
    let change = UpdateSettings { show_age: Some(false), ..Default::default() };
    let after = stage.call(&person, change).await.expect("settings");
    assert!(after.show_location && !after.show_age && after.allow_messages);
    let words = UpdateProfile { bio: Some("Here".into()), ..Default::default() };
    stage.call(&person, words).await.expect("a profile");
    let still = stage.call(&person, UpdateSettings::default()).await.expect("settings");
    assert_eq!(still, after, "words do not touch settings");
}

#[tokio::test]
async fn place_and_age_show_if_their_owner_wants() {
    let stage = Stage::start().await;
    let (person, other) = (talkative(&stage).await, stage.person(8).await);
    let hide = UpdateSettings { show_location: Some(false), show_age: Some(false), ..Default::default() };
    stage.call(&person, hide).await.expect("settings");
    let seen = stage.profile(&other, &person).await.expect("a profile");
    assert_eq!((seen.city, seen.country, seen.age), (None, None, None));
    assert_eq!(seen.bio.as_deref(), Some("I am here."));
    let own = stage.profile(&person, &person).await.expect("a profile");
    assert_eq!((own.city.as_deref(), own.age), (Some("Gdynia"), Some(39)));
}

#[tokio::test]
async fn a_private_profile_is_a_name_and_numbers() {
    let stage = Stage::start().await;
    let (person, other) = (talkative(&stage).await, stage.person(8).await);
    stage.follow(&other, &person).await;
    stage.follow(&person, &other).await;
    stage.call(&person, visible_to(ProfileVisibility::Private)).await.expect("settings");
    let seen = stage.profile(&other, &person).await.expect("a profile");
    assert_eq!((seen.display_name.as_str(), seen.followers, seen.following), ("User 7", 1, 6));
    assert_eq!((seen.bio, seen.city, seen.age), (None, None, None));
    assert!(seen.interests.is_empty() && seen.photos.is_empty());
    let followers = GetFollowers { user_id: person.id.clone(), limit: None, cursor: None };
    let following = GetFollowing { user_id: person.id.clone(), limit: None, cursor: None };
    assert_eq!(code(stage.call(&other, followers.clone()).await), Code::ProfilePrivate);
    assert_eq!(code(stage.call(&other, following).await), Code::ProfilePrivate);
    assert_eq!(stage.call(&person, followers.clone()).await.expect("one's own").users.len(), 1);
    let staff = stage.person(10).await;
    assert_eq!(stage.call(&staff, followers).await.expect("the staff sees it").users.len(), 1);
    assert!(stage.profile(&staff, &person).await.expect("a profile").bio.is_some());
}

#[tokio::test]
async fn friends_are_those_whom_the_owner_follows() {
    let stage = Stage::start().await;
    let (person, other) = (talkative(&stage).await, stage.person(8).await);
    stage.call(&person, visible_to(ProfileVisibility::Friends)).await.expect("settings");
    stage.follow(&other, &person).await;
    let followers = GetFollowers { user_id: person.id.clone(), limit: None, cursor: None };
    assert_eq!(stage.profile(&other, &person).await.expect("a profile").bio, None);
    assert_eq!(code(stage.call(&other, followers.clone()).await), Code::ProfilePrivate);
    stage.follow(&person, &other).await;
    let seen = stage.profile(&other, &person).await.expect("a profile");
    assert_eq!((seen.bio.as_deref(), seen.city.as_deref()), (Some("I am here."), Some("Gdynia")));
    assert_eq!(stage.call(&other, followers).await.expect("a page").users[0].id, other.id);
}

#[tokio::test]
async fn settings_take_only_what_they_know() {
    let stage = Stage::start().await;
    let person = stage.person(7).await;
    for (body, field) in [
        (json!({ "visibility": "everyone" }), "visibility"),
        (json!({ "visibility": "unknown" }), "visibility"),
        (json!({ "visibility": 1 }), "visibility"),
        (json!({ "showAge": "yes" }), "showAge"),
        (json!({ "allowMessages": 0 }), "allowMessages"),
    ] {
        let answer = stage.api.patch(&person.token, "/v1/profiles/me/settings", body).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{answer}");
        assert!(answer.json()["errors"][field].is_string(), "{field}: {answer}");
    }
}
