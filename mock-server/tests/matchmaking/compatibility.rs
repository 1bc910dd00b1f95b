//! How well two people fit.

use avalo_sdk::{
    Code,
    api::{
        matchmaking::{Compatibility, GetCompatibility, MatchReason},
        profiles::{ProfileVisibility, UpdateProfile, UpdateSettings},
    },
};

use crate::stage::{Person, Stage, code};

async fn fit(stage: &Stage, who: &Person, whom: &Person) -> Compatibility {
    stage.call(who, GetCompatibility { user_id: whom.id.clone() }).await.expect("a score")
}

#[tokio::test]
async fn the_score_can_be_worked_out_from_its_components() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(6).await);
    let profile = |interests: &[&str]| UpdateProfile {
        interests: Some(interests.iter().map(|word| (*word).to_owned()).collect()),
        city: Some("Gdynia".into()),
        country: Some("PL".into()),
        ..Default::default()
    };
    stage.describe(&one, profile(&["tea", "chess"])).await;
    stage.describe(&other, profile(&["Chess"])).await;
    let mine = fit(&stage, &one, &other).await;
    assert_eq!((mine.interests, mine.location, mine.age), (66, 100, 75));
    assert!(mine.activity >= 99, "{mine:?}");
    assert_eq!(mine.score, (30 * 66 + 20 * 100 + 20 * 75 + 30 * mine.activity + 50) / 100);
    assert_eq!(mine.reasons, MatchReason::ALL);
    let theirs = fit(&stage, &other, &one).await;
    assert_eq!((theirs.score, theirs.interests, theirs.user_id), (mine.score, 66, one.id.clone()));
    let secret = UpdateSettings { show_location: Some(false), show_age: Some(false), ..Default::default() };
    stage.settle(&other, secret).await;
    for (who, whom) in [(&one, &other), (&other, &one)] {
        let fit = fit(&stage, who, whom).await;
        assert_eq!((fit.location, fit.age), (0, 0), "what is not shown does not count");
    }
}

#[tokio::test]
async fn who_was_not_here_for_long_fits_less() {
    let stage = Stage::start().await;
    stage.person(6).await;
    stage.advance(5 * 24 * 3_600).await;
    let one = stage.person(1).await;
    let absent = Person { id: "usr_6".into(), token: String::new() };
    let fit = fit(&stage, &one, &absent).await;
    assert_eq!((fit.activity, fit.reasons.contains(&MatchReason::ActiveRecently)), (28, false));
}

#[tokio::test]
async fn it_is_told_of_people_in_sight_only() {
    let stage = Stage::start().await;
    let (one, closed, other) = (stage.person(1).await, stage.person(2).await, stage.person(3).await);
    let ask = |id: &str| GetCompatibility { user_id: id.into() };
    assert_eq!(code(stage.call(&one, ask("usr_1")).await), Code::CannotTargetSelf);
    assert_eq!(code(stage.call(&one, ask("usr_nobody")).await), Code::NotFound);
    let private = UpdateSettings { visibility: Some(ProfileVisibility::Private), ..Default::default() };
    stage.settle(&closed, private).await;
    assert_eq!(code(stage.call(&one, ask("usr_2")).await), Code::ProfilePrivate);
    stage.block(&other, &one).await;
    assert_eq!(code(stage.call(&one, ask("usr_3")).await), Code::NotFound);
}
