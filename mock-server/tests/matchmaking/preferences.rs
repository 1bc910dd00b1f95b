//! Whom somebody wants to meet.

use avalo_sdk::api::matchmaking::{AgeRange, GetMatchPreferences, Position, UpdateMatchPreferences};
use serde_json::json;

use crate::stage::{Stage, blamed};

fn standard() -> UpdateMatchPreferences {
    UpdateMatchPreferences::default()
}

#[tokio::test]
async fn the_standard_is_there_and_comes_back() {
    let stage = Stage::start().await;
    let one = stage.person(7).await;
    let before = stage.call(&one, GetMatchPreferences {}).await.expect("preferences");
    assert_eq!(before.age_range, AgeRange { min: 18, max: 99 });
    assert_eq!((before.distance_km, before.verified_only, before.discoverable), (50, false, true));
    assert_eq!((before.interests.len(), before.position.is_none()), (0, true));
    let set = UpdateMatchPreferences {
        age_range: Some(AgeRange { min: 30, max: 30 }),
        distance_km: Some(500),
        interests: vec!["chess".into(); 30],
        verified_only: Some(true),
        discoverable: Some(false),
        position: Some(Position { latitude: 52.229_676, longitude: -21.012_229 }),
    };
    let after = stage.call(&one, set.clone()).await.expect("preferences");
    assert_eq!((after.age_range.min, after.distance_km, after.interests.len()), (30, 500, 30));
    assert_eq!(after.position, Some(Position { latitude: 52.23, longitude: -21.01 }), "about a kilometre");
    assert_eq!(stage.call(&one, set).await.expect("the same again"), after);
    assert_eq!(stage.call(&one, GetMatchPreferences {}).await.expect("preferences"), after);
    assert_eq!(stage.call(&one, standard()).await.expect("preferences"), before);
}

#[tokio::test]
async fn preferences_have_their_ranges() {
    let stage = Stage::start().await;
    let one = stage.person(7).await;
    let ages = |min, max| UpdateMatchPreferences { age_range: Some(AgeRange { min, max }), ..standard() };
    let away = |km| UpdateMatchPreferences { distance_km: Some(km), ..standard() };
    let cares = |interests: Vec<String>| UpdateMatchPreferences { interests, ..standard() };
    let at = |latitude, longitude| UpdateMatchPreferences {
        position: Some(Position { latitude, longitude }),
        ..standard()
    };
    for (request, field) in [
        (ages(17, 30), "ageRange.min"),
        (ages(30, 100), "ageRange.max"),
        (ages(31, 30), "ageRange"),
        (away(0), "distanceKm"),
        (away(501), "distanceKm"),
        (cares(vec!["x".into(); 31]), "interests"),
        (cares(vec!["y".repeat(31)]), "interests[0]"),
        (cares(vec!["ok".into(), String::new()]), "interests[1]"),
        (cares(vec![" ".into()]), "interests[0]"),
        (at(90.1, 0.0), "position.latitude"),
        (at(0.0, -180.1), "position.longitude"),
    ] {
        assert_eq!(blamed(stage.call(&one, request).await), field);
    }
    for body in [
        json!({ "gender": ["any"] }),
        json!({ "ageRange": [18, 30] }),
        json!({ "ageRange": { "min": 18 } }),
        json!({ "ageRange": { "min": 18, "max": 30, "mid": 24 } }),
        json!({ "distanceKm": "far" }),
        json!({ "position": { "latitude": "north", "longitude": 0 } }),
    ] {
        let answer = stage.api.put(&one.token, "/v1/matchmaking/preferences", body.clone()).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{body}: {answer}");
    }
    for request in [ages(18, 99), away(1), away(500), at(-90.0, 180.0)] {
        stage.call(&one, request).await.expect("the edge is in");
    }
}
