//! Stories that have a price.

use avalo_sdk::{
    Code, Problem,
    api::feed::{CreateStory, GetStories, UnlockStory, UnlockedStory},
    model::{StoryId, Tokens},
};
use serde_json::json;

use crate::{
    stage::{Person, Stage, blamed, code},
    stories::story,
};

fn paid(media_url: &str, price: i64) -> CreateStory {
    CreateStory { unlock_price: Some(Tokens(price)), ..story(media_url) }
}

async fn told(stage: &Stage, author: &Person, price: i64) -> StoryId {
    let media_url = stage.video(author).await;
    stage.call(author, paid(&media_url, price)).await.expect("a story").id
}

async fn unlock(stage: &Stage, who: &Person, story_id: &StoryId) -> Result<UnlockedStory, Problem> {
    stage.call(who, UnlockStory { story_id: story_id.clone() }).await
}

#[tokio::test]
async fn a_price_is_a_creators_and_50_to_500_tokens() {
    let stage = Stage::start().await;
    let (creator, other) = (stage.person(1).await, stage.person(6).await);
    let media_url = stage.video(&creator).await;
    for price in [0, 49, 501] {
        assert_eq!(blamed(stage.call(&creator, paid(&media_url, price)).await), "unlockPrice");
    }
    for price in [json!(-50), json!(1_i64 << 53), json!("50"), json!(50.5)] {
        let body = json!({ "mediaUrl": media_url, "unlockPrice": price });
        let answer = stage.api.post(&creator.token, "/v1/stories", body).await;
        assert!(answer.json()["errors"]["unlockPrice"].is_string(), "{answer}");
    }
    let own = stage.video(&other).await;
    assert_eq!(code(stage.call(&other, paid(&own, 50)).await), Code::CreatorRequired);
    for price in [50, 500] {
        told(&stage, &creator, price).await;
    }
}

#[tokio::test]
async fn sixty_five_percent_go_to_the_author_and_the_remainder_to_the_platform() {
    for (price, share) in [(50, 32), (77, 50), (100, 65), (499, 324), (500, 325)] {
        let stage = Stage::start().await;
        let (creator, fan) = (stage.person(1).await, stage.person(6).await);
        let story_id = told(&stage, &creator, price).await;
        let seen = stage.call(&fan, GetStories::default()).await.expect("stories").stories;
        assert_eq!((seen[0].locked, &seen[0].media_url), (true, &None));
        assert_eq!(seen[0].unlock_price, Some(Tokens(price)));
        let unlocked = unlock(&stage, &fan, &story_id).await.expect("paid");
        assert_eq!((unlocked.charged, unlocked.already_unlocked), (Tokens(price), false));
        assert!(!unlocked.story.locked && unlocked.story.media_url.is_some());
        assert_eq!(stage.balance(&fan).await, 1_000 - price);
        assert_eq!(stage.balance(&creator).await, 1_000 + share);
        let seen = stage.call(&fan, GetStories::default()).await.expect("stories").stories;
        assert_eq!(seen, [unlocked.story]);
        stage.check_ledger().await;
    }
}

#[tokio::test]
async fn nothing_is_paid_twice_and_nothing_for_what_is_open() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let story_id = told(&stage, &creator, 100).await;
    unlock(&stage, &fan, &story_id).await.expect("paid");
    let open = stage.tell(&creator).await.expect("a story").id;
    for (who, story) in [(&fan, &story_id), (&fan, &open), (&creator, &story_id)] {
        let again = unlock(&stage, who, story).await.expect("nothing to pay");
        assert_eq!((again.charged, again.already_unlocked, again.story.locked), (Tokens(0), true, false));
    }
    assert_eq!((stage.balance(&fan).await, stage.balance(&creator).await), (900, 1_065));
    stage.check_ledger().await;
}

#[tokio::test]
async fn nothing_is_paid_for_what_is_over_gone_or_out_of_sight() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let story_id = told(&stage, &creator, 100).await;
    assert_eq!(code(unlock(&stage, &fan, &"sto_none".into()).await), Code::NotFound);
    stage.block(&creator, &fan).await;
    assert_eq!(code(unlock(&stage, &fan, &story_id).await), Code::NotFound);
    stage.advance(24 * 3_600).await;
    let (fan, late) = (stage.person(6).await, stage.person(7).await);
    assert_eq!(code(unlock(&stage, &late, &story_id).await), Code::StoryExpired);
    assert_eq!(code(unlock(&stage, &fan, &story_id).await), Code::NotFound);
    assert_eq!((stage.balance(&fan).await, stage.balance(&late).await), (1_000, 1_000));
    stage.check_ledger().await;
}

#[tokio::test]
async fn too_few_tokens_buy_nothing() {
    let stage = Stage::start().await;
    let (fan, others) = (stage.person(6).await, [1, 2, 3]);
    for number in others {
        let creator = stage.person(number).await;
        let story_id = told(&stage, &creator, 400).await;
        let expected = if number == 3 { Err(Code::InsufficientBalance) } else { Ok(Tokens(400)) };
        let paid = unlock(&stage, &fan, &story_id).await;
        assert_eq!(paid.map(|paid| paid.charged).map_err(|problem| problem.code), expected);
    }
    assert_eq!(stage.balance(&fan).await, 200);
    stage.check_ledger().await;
}
