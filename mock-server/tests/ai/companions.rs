//! Who is there, and companions that users make.

use crate::{
    DAY,
    stage::{Person, Stage, blamed, code},
    support::PASSWORD,
};
use avalo_sdk::{
    Code,
    api::{
        ai::{
            AiCompanion, AiTier, CompanionClass, CompanionRelationship, CompanionTone, CompanionVisibility,
            CreateCompanion, DeleteCompanion, GetCompanion, GetCompanions, UpdateCompanion,
        },
        auth::{CompleteStepUp, StartStepUp},
        profiles::{BlockUser, DeleteAccount},
    },
    model::CompanionId,
};

/// A companion of someone's own.
pub(crate) fn companion(name: &str) -> CreateCompanion {
    CreateCompanion {
        name: name.to_owned(),
        description: "Sings before sunrise.".to_owned(),
        persona: vec!["early".to_owned()],
        tone: CompanionTone::Casual,
        relationship: CompanionRelationship::Friend,
        languages: vec!["en".to_owned()],
        boundaries: Vec::new(),
        nsfw_available: None,
        public: None,
    }
}

async fn find(stage: &Stage, who: &Person, id: &CompanionId) -> Result<AiCompanion, avalo_sdk::Problem> {
    stage.call(who, GetCompanion { companion_id: id.clone() }).await
}

#[tokio::test]
async fn the_platforms_own_are_on_every_tier_and_labelled() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let page = stage.call(&user, GetCompanions::default()).await.expect("a page");
    let names: Vec<_> = page.companions.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Nora", "Leo", "Iris", "Mika", "Sol", "Vesper"], "the best liked first");
    assert!(page.companions.iter().all(|one| one.is_ai && one.gallery.len() == 3 && one.owner_id.is_none()));
    let open: Vec<_> = page.companions.iter().map(|one| one.accessible).collect();
    assert_eq!(open, [true, true, true, false, false, false]);
    let raw = stage.api.get(&user.token, "/v1/ai/companions").await.json().to_string();
    assert!(!raw.to_lowercase().contains("gender"), "{raw}");
    for class in [CompanionClass::Basic, CompanionClass::Premium, CompanionClass::Nsfw] {
        let some = GetCompanions { class: Some(class), ..Default::default() };
        let page = stage.call(&user, some).await.expect("a page");
        assert!(page.companions.len() == 2 && page.companions.iter().all(|one| one.class == class));
    }
    let first =
        stage.call(&user, GetCompanions { limit: Some(4), ..Default::default() }).await.expect("a page");
    let rest = GetCompanions { limit: Some(4), cursor: first.next_cursor, ..Default::default() };
    let rest = stage.call(&user, rest).await.expect("a page");
    assert_eq!((rest.companions.len(), rest.companions[0].name.as_str(), rest.next_cursor), (2, "Sol", None));
    let image = page.companions[0].image_url.clone().expect("a picture");
    assert_eq!(stage.api.get("", &image).await.status, 200, "pictures are there");
}

#[tokio::test]
async fn only_the_tier_creator_makes_companions() {
    let stage = Stage::start().await;
    let user = stage.person(1).await;
    assert_eq!(code(stage.call(&user, companion("Wren")).await), Code::TierRequired);
    stage.subscribe(&user, AiTier::Plus).await.expect("a plan");
    assert_eq!(code(stage.call(&user, companion("Wren")).await), Code::TierRequired);
    stage.subscribe(&user, AiTier::Creator).await.expect("a plan");
    let made = stage.call(&user, companion("Wren")).await.expect("a companion");
    assert_eq!((made.visibility, made.class), (CompanionVisibility::Private, CompanionClass::Premium));
    assert_eq!(made.owner_id.as_ref(), Some(&user.id));
    let mine = GetCompanions { mine: Some(true), ..Default::default() };
    assert_eq!(stage.call(&user, mine).await.expect("a page").companions, std::slice::from_ref(&made));
    let other = stage.person(6).await;
    assert_eq!(code(find(&stage, &other, &made.id).await), Code::NotFound);
    let listed = stage.call(&other, GetCompanions::default()).await.expect("a page");
    assert_eq!(listed.companions.len(), 6);
}

#[tokio::test]
async fn what_a_companion_says_of_itself_has_limits() {
    let stage = Stage::start().await;
    let user = stage.person(1).await;
    stage.subscribe(&user, AiTier::Creator).await.expect("a plan");
    let words = |count: usize, length: usize| vec!["x".repeat(length); count];
    for (wrong, field) in [
        (CreateCompanion { name: String::new(), ..companion("") }, "name"),
        (CreateCompanion { name: " ".into(), ..companion("") }, "name"),
        (companion(&"x".repeat(51)), "name"),
        (CreateCompanion { description: "x".repeat(501), ..companion("A") }, "description"),
        (CreateCompanion { persona: Vec::new(), ..companion("A") }, "persona"),
        (CreateCompanion { persona: words(7, 1), ..companion("A") }, "persona"),
        (CreateCompanion { persona: words(1, 31), ..companion("A") }, "persona[0]"),
        (CreateCompanion { persona: vec![" ".into()], ..companion("A") }, "persona[0]"),
        (CreateCompanion { languages: words(6, 2), ..companion("A") }, "languages"),
        (CreateCompanion { languages: vec!["EN".into()], ..companion("A") }, "languages"),
        (CreateCompanion { languages: vec!["eng".into()], ..companion("A") }, "languages[0]"),
        (CreateCompanion { boundaries: words(11, 1), ..companion("A") }, "boundaries"),
        (CreateCompanion { boundaries: words(1, 101), ..companion("A") }, "boundaries[0]"),
    ] {
        assert_eq!(blamed(stage.call(&user, wrong.clone()).await), field, "{wrong:?}");
    }
    for bad in ["naked and nude", "a sexy teenager", "pay for sex", "vermin, go back to your country"] {
        let wrong = CreateCompanion { description: bad.into(), ..companion("A") };
        assert_eq!(code(stage.call(&user, wrong).await), Code::ContentBlocked, "{bad}");
    }
    let most = CreateCompanion {
        description: "é".repeat(500),
        persona: words(6, 30),
        languages: vec!["en".into(); 5],
        boundaries: words(10, 100),
        ..companion(&"é".repeat(50))
    };
    stage.call(&user, most).await.expect("the most of everything");
}

#[tokio::test]
async fn what_everyone_may_find_is_looked_at_first() {
    let stage = Stage::start().await;
    let (maker, other) = (stage.person(1).await, stage.person(6).await);
    stage.subscribe(&maker, AiTier::Creator).await.expect("a plan");
    let public = CreateCompanion { public: Some(true), ..companion("Wren") };
    let made = stage.call(&maker, public).await.expect("a companion");
    assert_eq!(made.visibility, CompanionVisibility::PendingModeration);
    assert_eq!(code(find(&stage, &other, &made.id).await), Code::NotFound);
    let doubtful = CreateCompanion {
        description: "Calls everyone an idiot.".into(),
        public: Some(true),
        ..companion("Crow")
    };
    let doubtful = stage.call(&maker, doubtful).await.expect("a companion");
    stage.advance(DAY).await;
    let (maker, other) = (stage.person(1).await, stage.person(6).await);
    assert_eq!(find(&stage, &other, &made.id).await.expect("found").visibility, CompanionVisibility::Public);
    // One that was stopped is there for its owner only, and answers nobody.
    assert_eq!(code(find(&stage, &other, &doubtful.id).await), Code::NotFound);
    assert!(find(&stage, &maker, &doubtful.id).await.expect("its owner's").flagged);
    assert_eq!(code(stage.start_chat(&maker, doubtful.id.as_str()).await), Code::NotFound);
    let better = UpdateCompanion {
        companion_id: doubtful.id.clone(),
        description: Some("Calls everyone a friend.".into()),
        ..Default::default()
    };
    let better = stage.call(&maker, better).await.expect("changed");
    assert_eq!((better.flagged, better.visibility), (false, CompanionVisibility::PendingModeration));
    stage.advance(DAY).await;
    let (maker, other) = (stage.person(1).await, stage.person(6).await);
    find(&stage, &other, &doubtful.id).await.expect("public now");
    // A block hides it, and so does the end of its owner's account.
    stage.call(&maker, BlockUser { user_id: other.id.clone() }).await.expect("blocked");
    assert_eq!(code(find(&stage, &other, &made.id).await), Code::NotFound);
    let private =
        UpdateCompanion { companion_id: made.id.clone(), public: Some(false), ..Default::default() };
    assert_eq!(
        stage.call(&maker, private).await.expect("private again").visibility,
        CompanionVisibility::Private
    );
}

#[tokio::test]
async fn the_companion_of_a_deleted_account_is_not_found() {
    let stage = Stage::start().await;
    let maker = stage.person(1).await;
    stage.subscribe(&maker, AiTier::Creator).await.expect("a plan");
    let public = CreateCompanion { public: Some(true), ..companion("Wren") };
    let made = stage.call(&maker, public).await.expect("a companion");
    stage.advance(DAY).await;
    let (maker, other) = (stage.person(1).await, stage.person(6).await);
    find(&stage, &other, &made.id).await.expect("found");
    stage.subscribe(&other, AiTier::Plus).await.expect("a plan");
    let chat = stage.start_chat(&other, made.id.as_str()).await.expect("a chat");
    let challenge = stage.call(&maker, StartStepUp {}).await.expect("a challenge").challenge_id;
    let proof = CompleteStepUp { challenge_id: challenge, proof: PASSWORD.into() };
    stage.call(&maker, proof).await.expect("proved");
    stage.call(&maker, DeleteAccount {}).await.expect("deleted");
    assert_eq!(code(find(&stage, &other, &made.id).await), Code::NotFound);
    assert_eq!(code(stage.say(&other, &chat.id, "Hello?").await), Code::NotFound);
    stage.advance(31 * DAY).await;
    let other = stage.person(6).await;
    let list = stage.api.get(&other.token, "/v1/ai/chats").await.json();
    assert_eq!(list["chats"][0]["companion"]["name"], "Deleted companion", "{list}");
}

#[tokio::test]
async fn only_who_made_a_companion_changes_and_deletes_it() {
    let stage = Stage::start().await;
    let (maker, other) = (stage.person(1).await, stage.person(2).await);
    stage.subscribe(&maker, AiTier::Creator).await.expect("a plan");
    stage.subscribe(&other, AiTier::Creator).await.expect("a plan");
    let made = stage.call(&maker, companion("Wren")).await.expect("a companion");
    let update = |id: &CompanionId| UpdateCompanion {
        companion_id: id.clone(),
        name: Some("Lark".into()),
        ..Default::default()
    };
    let delete = |id: &CompanionId| DeleteCompanion { companion_id: id.clone() };
    let nora = CompanionId::from("cmp_nora");
    assert_eq!(code(stage.call(&other, update(&made.id)).await), Code::NotFound);
    assert_eq!(code(stage.call(&other, update(&nora)).await), Code::NotAuthor);
    assert_eq!(code(stage.call(&other, delete(&nora)).await), Code::NotAuthor);
    stage.call(&other, delete(&made.id)).await.expect("what cannot be found is gone");
    let changed = stage.call(&maker, update(&made.id)).await.expect("still there");
    assert_eq!((changed.name.as_str(), changed.description), ("Lark", made.description));
    assert_eq!(changed.persona, made.persona, "what is absent stays");
    for _ in 0..2 {
        stage.call(&maker, delete(&made.id)).await.expect("deleted");
    }
    assert_eq!(code(stage.call(&maker, update(&made.id)).await), Code::NotFound);
    assert_eq!(code(find(&stage, &maker, &made.id).await), Code::NotFound);
    assert_eq!(code(stage.start_chat(&maker, made.id.as_str()).await), Code::NotFound);
}

#[tokio::test]
async fn nsfw_companions_are_made_by_verified_adults() {
    let stage = Stage::start().await;
    let (verified, unverified) = (stage.person(6).await, stage.person(7).await);
    let bold = || CreateCompanion { nsfw_available: Some(true), ..companion("Wren") };
    for who in [&verified, &unverified] {
        stage.subscribe(who, AiTier::Creator).await.expect("a plan");
    }
    assert_eq!(code(stage.call(&unverified, bold()).await), Code::VerificationRequired);
    let made = stage.call(&verified, bold()).await.expect("a companion");
    assert_eq!((made.class, made.nsfw_available), (CompanionClass::Nsfw, true));
    assert_eq!(made.tier_access, [AiTier::Intimate, AiTier::Creator]);
    let loud = CreateCompanion { description: "Naked and nude.".into(), ..bold() };
    assert_eq!(code(stage.call(&verified, loud).await), Code::ContentBlocked, "everyone may come upon it");
    let kept = CreateCompanion { boundaries: vec!["No porn, no nudes".into()], ..bold() };
    stage.call(&verified, kept).await.expect("what it keeps away from has to be named");
    let hateful = CreateCompanion { boundaries: vec!["vermin, go back to your country".into()], ..bold() };
    assert_eq!(code(stage.call(&verified, hateful).await), Code::ContentBlocked);
}
