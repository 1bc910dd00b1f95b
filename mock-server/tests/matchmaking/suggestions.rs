//! Who is suggested to whom, and in which order.

use avalo_sdk::{
    Code,
    api::{
        matchmaking::{AgeRange, GetSuggestions, MatchReason, Position, UpdateMatchPreferences},
        profiles::{FollowUser, ProfileVisibility, UpdateProfile, UpdateSettings},
    },
};

use crate::stage::{Person, Stage, code};

fn interests(words: &[&str]) -> UpdateProfile {
    let list = words.iter().map(|word| (*word).to_owned()).collect();
    UpdateProfile { interests: Some(list), ..Default::default() }
}

fn at(latitude: f64, longitude: f64) -> UpdateMatchPreferences {
    UpdateMatchPreferences { position: Some(Position { latitude, longitude }), ..Default::default() }
}

async fn cast(stage: &Stage) -> Vec<Person> {
    let mut cast = Vec::new();
    for number in 1..=6 {
        cast.push(stage.person(number).await);
    }
    cast
}

#[tokio::test]
async fn everyone_unmet_is_suggested_the_best_fit_first_and_level_ones_by_id() {
    let stage = Stage::start().await;
    let one = stage.person(1).await;
    // Born in 1980; the others in 1981 to 1989, and of those 2 to 10 nobody has said anything.
    let names = stage.names(&one).await;
    let expected = ["usr_2", "usr_3", "usr_4", "usr_5", "usr_6", "usr_7", "usr_8", "usr_9", "usr_10"];
    assert_eq!(names, expected, "the nearer in age the better");
    assert_eq!(stage.names(&one).await, names, "and the same when asked again");
    let eighth = stage.person(8).await;
    stage.describe(&one, interests(&["Chess", "tea"])).await;
    stage.describe(&eighth, interests(&["TEA", "chess"])).await;
    let first = stage.suggested(&one).await.remove(0);
    assert_eq!((&first.user.id, first.age), (&eighth.id, Some(38)));
    assert_eq!(first.shared_interests, ["TEA", "chess"], "in their words");
    assert!(first.reasons.contains(&MatchReason::SharedInterests), "{first:?}");
    // Two of one age, and all else the same: the smaller id comes first.
    let crowd = stage.crowd(4).await;
    let ids: Vec<_> =
        stage.names(&one).await.into_iter().filter(|id| !id.contains("_1") && id.len() > 7).collect();
    let mut sorted = crowd.iter().map(|id| id.0.clone()).filter(|id| ids.contains(id)).collect::<Vec<_>>();
    sorted.sort();
    assert_eq!(ids, sorted);
}

#[tokio::test]
async fn who_was_met_is_not_suggested_again() {
    let stage = Stage::start().await;
    let cast = cast(&stage).await;
    let one = &cast[0];
    stage.like(one, &cast[1]).await;
    stage.pass(one, &cast[2]).await;
    stage.matched(one, &cast[3]).await;
    let names = stage.names(one).await;
    for met in &cast[..4] {
        assert!(!names.contains(&met.id.0), "{} in {names:?}", met.id);
    }
    assert!(names.contains(&cast[4].id.0));
    assert!(stage.names(&cast[1]).await.contains(&one.id.0), "the other has yet to meet them");
}

#[tokio::test]
async fn who_is_away_closed_blocked_or_gone_is_not_suggested() {
    let stage = Stage::start().await;
    let cast = cast(&stage).await;
    let one = &cast[0];
    let seen = async || stage.names(one).await;
    stage.block(one, &cast[1]).await;
    stage.block(&cast[2], one).await;
    let private = UpdateSettings { visibility: Some(ProfileVisibility::Private), ..Default::default() };
    stage.settle(&cast[3], private).await;
    let away = UpdateMatchPreferences { discoverable: Some(false), ..Default::default() };
    stage.prefer(&cast[4], away).await;
    stage.delete(&cast[5]).await;
    assert_eq!(seen().await, ["usr_7", "usr_8", "usr_9", "usr_10"]);
    let friends = UpdateSettings { visibility: Some(ProfileVisibility::Friends), ..Default::default() };
    stage.settle(&cast[3], friends).await;
    assert_eq!(seen().await, ["usr_7", "usr_8", "usr_9", "usr_10"], "the caller is no friend");
    stage.call(&cast[3], FollowUser { user_id: one.id.clone() }).await.expect("a follow");
    assert_eq!(seen().await, ["usr_4", "usr_7", "usr_8", "usr_9", "usr_10"]);
}

#[tokio::test]
async fn preferences_decide_who_is_suggested() {
    let stage = Stage::start().await;
    let one = stage.person(1).await;
    let prefer = async |preferences: UpdateMatchPreferences| {
        stage.prefer(&one, preferences).await;
        stage.names(&one).await
    };
    let ages =
        |min, max| UpdateMatchPreferences { age_range: Some(AgeRange { min, max }), ..Default::default() };
    assert_eq!(prefer(ages(40, 41)).await, ["usr_5", "usr_6"], "born in 1984 and 1985");
    assert!(prefer(ages(18, 30)).await.is_empty());
    let verified = UpdateMatchPreferences { verified_only: Some(true), ..Default::default() };
    assert_eq!(prefer(verified).await, ["usr_2", "usr_3", "usr_4", "usr_5", "usr_6"]);
    stage.describe(&stage.person(9).await, interests(&["Sailing"])).await;
    let sailors = UpdateMatchPreferences { interests: vec!["sailing".into()], ..Default::default() };
    assert_eq!(prefer(sailors).await, ["usr_9"]);
    let secret = UpdateSettings { show_age: Some(false), ..Default::default() };
    stage.settle(&stage.person(5).await, secret).await;
    assert_eq!(prefer(ages(40, 41)).await, ["usr_6", "usr_5"], "not shown, and 41 all the same");
}

#[tokio::test]
async fn distance_counts_where_both_positions_are_known() {
    let stage = Stage::start().await;
    let cast = cast(&stage).await;
    stage.prefer(&cast[1], at(52.25, 21.05)).await;
    stage.prefer(&cast[2], at(51.76, 19.46)).await;
    stage.prefer(&cast[3], at(52.23, 21.01)).await;
    let near = async |km: u32| {
        let here = at(52.23, 21.01);
        stage.prefer(&cast[0], UpdateMatchPreferences { distance_km: Some(km), ..here }).await;
        stage.suggested(&cast[0]).await
    };
    let suggestions = near(50).await;
    let km = |id: &str| suggestions.iter().find(|of| of.user.id.as_str() == id).map(|of| of.distance_km);
    assert_eq!(km("usr_2"), Some(Some(4)));
    assert_eq!(km("usr_3"), None, "118 km are too far");
    assert_eq!(km("usr_4"), Some(Some(1)), "never nearer than a kilometre");
    assert_eq!(km("usr_5"), Some(None), "nobody knows where they are");
    assert!(
        suggestions
            .iter()
            .find(|of| of.user.id.as_str() == "usr_2")
            .expect("it")
            .reasons
            .contains(&MatchReason::Nearby)
    );
    assert!(near(150).await.iter().any(|of| of.user.id.as_str() == "usr_3"));
    // Who does not show where they are is nowhere, whatever the distance.
    let secret = UpdateSettings { show_location: Some(false), show_age: Some(false), ..Default::default() };
    stage.settle(&cast[2], secret).await;
    let hidden = near(1).await.into_iter().find(|of| of.user.id.as_str() == "usr_3").expect("suggested");
    assert_eq!((hidden.distance_km, hidden.age), (None, None));
}

#[tokio::test]
async fn suggestions_are_read_in_pages() {
    let stage = Stage::start().await;
    let one = stage.person(1).await;
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let request = GetSuggestions { limit: Some(4), cursor };
        let page = stage.call(&one, request).await.expect("a page");
        seen.extend(page.suggestions.into_iter().map(|of| of.user.id.0));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, stage.names(&one).await);
    let wrong = GetSuggestions { limit: None, cursor: Some(avalo_sdk::model::Cursor("x".into())) };
    assert_eq!(code(stage.call(&one, wrong).await), Code::InvalidCursor);
}
