//! Posts that have a price.

use avalo_sdk::{
    Code,
    api::{
        feed::{CreatePost, GetFeed, PostKind, UnlockPost},
        payments::SendTip,
    },
    model::{PostId, Tokens},
};
use serde_json::json;

use crate::{
    gated,
    stage::{Person, Stage, blamed, code},
    words,
};

async fn unlock(
    stage: &Stage,
    who: &Person,
    post_id: &PostId,
) -> Result<avalo_sdk::api::feed::UnlockedPost, avalo_sdk::Problem> {
    stage.call(who, UnlockPost { post_id: post_id.clone() }).await
}

#[tokio::test]
async fn a_price_is_a_creators_and_5_to_10_000_tokens() {
    let stage = Stage::start().await;
    let (creator, other) = (stage.person(1).await, stage.person(6).await);
    for price in [5, 10_000] {
        assert_eq!(stage.publish(&creator, gated("Words", price)).await.unlock_price, Some(Tokens(price)));
    }
    for price in [0, 4, 10_001] {
        assert_eq!(blamed(stage.call(&creator, gated("Words", price)).await), "unlockPrice");
    }
    assert_eq!(code(stage.call(&other, gated("Words", 5)).await), Code::CreatorRequired);
    for price in [json!(-5), json!(1_i64 << 53), json!(5.5), json!("5"), json!(true), json!([5])] {
        let body = json!({ "kind": "text", "content": "x", "mediaUrls": [], "unlockPrice": price });
        let answer = stage.api.post(&creator.token, "/v1/posts", body).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{price}: {answer}");
        assert!(answer.json()["errors"]["unlockPrice"].is_string(), "{answer}");
    }
}

#[tokio::test]
async fn who_has_not_paid_sees_a_teaser_and_a_price() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let content = "ż".repeat(200);
    let image = stage.image(&creator).await;
    let post = CreatePost { kind: PostKind::Image, media_urls: vec![image.clone()], ..gated(&content, 25) };
    let own = stage.publish(&creator, post).await;
    assert_eq!((own.locked, own.gated, own.content.as_str()), (false, true, content.as_str()));
    let feed = stage.call(&fan, GetFeed { limit: Some(1), cursor: None }).await.expect("a feed");
    let read = stage.read(&fan, &own.id).await.expect("a post");
    for seen in [&read, &feed.posts[0]] {
        assert_eq!((seen.locked, seen.gated, seen.unlock_price), (true, true, Some(Tokens(25))));
        assert_eq!(seen.content, format!("{}…", "ż".repeat(80)));
        assert!(seen.media_urls.is_empty());
    }
    let text = stage.api.get(&fan.token, "/v1/feed?limit=1").await.to_string();
    assert!(!text.contains(&image), "{text}");
}

#[tokio::test]
async fn eighty_percent_go_to_the_author_and_the_remainder_to_the_platform() {
    for (price, share) in [(5, 4), (7, 5), (99, 79), (101, 80)] {
        let stage = Stage::start().await;
        let (creator, fan) = (stage.person(1).await, stage.person(6).await);
        let image = stage.image(&creator).await;
        let post = CreatePost {
            kind: PostKind::Image,
            media_urls: vec![image.clone()],
            ..gated("All of the words", price)
        };
        let post_id = stage.publish(&creator, post).await.id;
        let unlocked = unlock(&stage, &fan, &post_id).await.expect("paid");
        assert_eq!((unlocked.charged, unlocked.already_unlocked), (Tokens(price), false));
        assert_eq!((unlocked.post.content.as_str(), unlocked.post.locked), ("All of the words", false));
        assert_eq!(unlocked.post.media_urls, [image]);
        assert_eq!(stage.balance(&fan).await, 1_000 - price);
        assert_eq!(stage.balance(&creator).await, 1_000 + share);
        assert_eq!(stage.read(&fan, &post_id).await.expect("a post"), unlocked.post);
        stage.check_ledger().await;
    }
}

#[tokio::test]
async fn nothing_is_paid_twice_and_nothing_for_what_is_open() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&creator, gated("Words", 100)).await.id;
    unlock(&stage, &fan, &post_id).await.expect("paid");
    let open = stage.publish(&creator, words("For everyone")).await.id;
    for (who, post) in [(&fan, &post_id), (&fan, &open), (&creator, &post_id), (&creator, &open)] {
        let again = unlock(&stage, who, post).await.expect("nothing to pay");
        assert_eq!((again.charged, again.already_unlocked, again.post.locked), (Tokens(0), true, false));
    }
    assert_eq!((stage.balance(&fan).await, stage.balance(&creator).await), (900, 1_080));
    let staff = stage.person(10).await;
    assert!(stage.read(&staff, &post_id).await.expect("a post").locked, "the staff pays like everyone");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_repeated_key_pays_once_and_says_the_same() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&creator, gated("Words", 100)).await.id;
    let path = format!("/v1/posts/{post_id}/unlock");
    let send = || stage.api.request("POST", &path).token(&fan.token).key("k-1").json(&json!({}));
    let (first, second) = (send().send().await, send().send().await);
    assert_eq!((first.status, &first.body), (200, &second.body));
    assert_eq!((&second.json()["charged"], second.header("idempotent-replayed")), (&json!(100), "true"));
    assert_eq!(stage.balance(&fan).await, 900);
    stage.check_ledger().await;
}

#[tokio::test]
async fn too_few_tokens_buy_nothing() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let dear = stage.publish(&creator, gated("Words that cost", 1_001)).await.id;
    assert_eq!(code(unlock(&stage, &fan, &dear).await), Code::InsufficientBalance);
    assert!(stage.read(&fan, &dear).await.expect("a post").locked);
    let all = stage.publish(&creator, gated("Words that cost", 1_000)).await.id;
    unlock(&stage, &fan, &all).await.expect("the last token counts");
    assert_eq!((stage.balance(&fan).await, stage.balance(&creator).await), (0, 1_800));
    // Somebody helps out, and the same post can be had.
    let helper = stage.person(2).await;
    let tip = SendTip { recipient_id: fan.id.clone(), amount: Tokens(1_000), note: None, post_id: None };
    stage.call(&helper, tip).await.expect("a tip");
    assert_eq!(code(unlock(&stage, &fan, &dear).await), Code::InsufficientBalance, "800 arrive");
    stage.check_ledger().await;
}

#[tokio::test]
async fn an_unlock_shows_in_both_histories() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&creator, gated("Words", 50)).await.id;
    unlock(&stage, &fan, &post_id).await.expect("paid");
    for (who, expected) in [
        (&fan, json!({ "amount": 50, "incoming": false })),
        (&creator, json!({ "amount": 40, "incoming": true })),
    ] {
        let newest = stage.api.get(&who.token, "/v1/wallet/transactions?limit=1").await.json();
        let newest = &newest["transactions"][0];
        assert_eq!((&newest["kind"], &newest["reference"]), (&json!("unlock"), &json!(post_id)));
        assert_eq!((&newest["amount"], &newest["incoming"]), (&expected["amount"], &expected["incoming"]));
    }
}
