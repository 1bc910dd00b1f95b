//! Texts for creators.

use std::collections::BTreeSet;

use avalo_sdk::{
    Code,
    api::ai::{AiTier, ContentLength, ContentTone, GenerateContent},
    model::Tokens,
};

use crate::stage::{Stage, blamed, code};

fn about(prompt: &str, count: Option<u32>) -> GenerateContent {
    GenerateContent { prompt: prompt.to_owned(), tone: None, length: None, count }
}

#[tokio::test]
async fn a_text_costs_a_token_and_nothing_on_a_plan() {
    let stage = Stage::start().await;
    let user = stage.person(1).await;
    let ten = stage.call(&user, about("my new garden", Some(10))).await.expect("texts");
    assert_eq!((ten.texts.iter().collect::<BTreeSet<_>>().len(), ten.charged), (10, Tokens(10)));
    assert!(ten.is_ai);
    assert_eq!(stage.balance(&user).await, 990);
    let same = stage.call(&user, about("my new garden", None)).await.expect("a text");
    assert_eq!((&same.texts[0], same.texts.len(), same.charged), (&ten.texts[0], 1, Tokens(1)));
    stage.subscribe(&user, AiTier::Plus).await.expect("a plan");
    let loud = GenerateContent {
        tone: Some(ContentTone::Flirty),
        length: Some(ContentLength::Long),
        ..about("my new garden", Some(2))
    };
    assert_eq!(stage.call(&user, loud).await.expect("texts").charged, Tokens(0));
    stage.check_ledger().await;
}

#[tokio::test]
async fn it_is_for_creators_and_for_what_may_be_said() {
    let stage = Stage::start().await;
    let (creator, user) = (stage.person(1).await, stage.person(6).await);
    assert_eq!(code(stage.call(&user, about("my garden", None)).await), Code::CreatorRequired);
    for bad in ["pay for sex", "naked and nude"] {
        assert_eq!(code(stage.call(&creator, about(bad, None)).await), Code::ContentBlocked, "{bad}");
    }
    for (wrong, field) in [
        (about("", None), "prompt"),
        (about(" ", None), "prompt"),
        (about(&"x".repeat(501), None), "prompt"),
        (about("x", Some(0)), "count"),
        (about("x", Some(11)), "count"),
    ] {
        assert_eq!(blamed(stage.call(&creator, wrong).await), field);
    }
    stage.leave(&creator, 2).await;
    assert_eq!(code(stage.call(&creator, about("my garden", Some(3))).await), Code::InsufficientBalance);
    assert_eq!(stage.balance(&creator).await, 2);
}
