//! Finding people.

use avalo_sdk::{
    Code,
    api::profiles::{BlockUser, ProfileVisibility, SearchProfiles, UpdateProfile, UpdateSettings},
};

use crate::stage::{Person, Stage, blamed, code};

fn text(text: &str) -> SearchProfiles {
    SearchProfiles { text: text.into(), limit: None, cursor: None }
}

async fn found(stage: &Stage, who: &Person, wanted: &str) -> Vec<String> {
    let page = stage.call(who, text(wanted)).await.expect("a page");
    page.users.into_iter().map(|user| user.id.0).collect()
}

#[tokio::test]
async fn names_contain_the_text_and_interests_are_it() {
    let stage = Stage::start().await;
    let (seeker, owner) = (stage.person(6).await, stage.person(7).await);
    let update = UpdateProfile {
        display_name: Some("Łucja Nowak".into()),
        interests: Some(vec!["Chess".into(), "100 % cocoa".into()]),
        ..Default::default()
    };
    stage.call(&owner, update).await.expect("a profile");
    for wanted in ["łucja", "NOWAK", "cja no", "  Łucja ", "chess", "CHESS", "100 % cocoa"] {
        assert_eq!(found(&stage, &seeker, wanted).await, ["usr_7"], "{wanted}");
    }
    for wanted in ["lucja", "chess boxing", "%", "_", "usr_7", "user7@avalo.test"] {
        assert!(found(&stage, &seeker, wanted).await.is_empty(), "{wanted}");
    }
}

#[tokio::test]
async fn pages_lead_through_all_of_it_in_one_order() {
    let stage = Stage::start().await;
    let seeker = stage.person(6).await;
    let all = found(&stage, &seeker, "user").await;
    assert_eq!(all.len(), 9, "everyone but the seeker: {all:?}");
    let (mut seen, mut request) = (Vec::new(), SearchProfiles { limit: Some(4), ..text("USER") });
    loop {
        let page = stage.call(&seeker, request.clone()).await.expect("a page");
        seen.extend(page.users.into_iter().map(|user| user.id.0));
        request.cursor = page.next_cursor;
        if request.cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, all);
    let cursor =
        stage.call(&seeker, SearchProfiles { limit: Some(1), ..text("user") }).await.expect("a page");
    let mixed = SearchProfiles { cursor: cursor.next_cursor, ..text("User 1") };
    assert_eq!(code(stage.call(&seeker, mixed).await), Code::InvalidCursor);
}

#[tokio::test]
async fn who_is_not_for_everyone_is_not_found() {
    let stage = Stage::start().await;
    let seeker = stage.person(6).await;
    let (private, blocked, blocking) = (stage.person(7).await, stage.person(8).await, stage.person(9).await);
    for visibility in [ProfileVisibility::Private, ProfileVisibility::Friends] {
        let settings = UpdateSettings { visibility: Some(visibility), ..Default::default() };
        stage.call(&private, settings).await.expect("settings");
        assert!(found(&stage, &seeker, "user 7").await.is_empty(), "{visibility:?}");
    }
    assert_eq!(found(&stage, &seeker, "user 8").await, ["usr_8"]);
    stage.call(&seeker, BlockUser { user_id: blocked.id.clone() }).await.expect("a block");
    stage.call(&blocking, BlockUser { user_id: seeker.id.clone() }).await.expect("a block");
    for name in ["user 8", "user 9"] {
        assert!(found(&stage, &seeker, name).await.is_empty(), "{name}");
    }
    assert!(found(&stage, &blocked, "user 6").await.is_empty(), "nor the other way round");
}

#[tokio::test]
async fn a_text_has_something_to_read() {
    let stage = Stage::start().await;
    let seeker = stage.person(6).await;
    for wanted in ["", "   ", &"x".repeat(101)] {
        assert_eq!(blamed(stage.call(&seeker, text(wanted)).await), "text", "{wanted:?}");
    }
    assert!(found(&stage, &seeker, &"ż|%&?".repeat(20)).await.is_empty());
    let answer = stage.api.get(&seeker.token, "/v1/profiles").await;
    assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{answer}");
    assert_eq!(stage.api.get("", "/v1/profiles?text=user").await.status, 401);
}
