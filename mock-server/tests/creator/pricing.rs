//! A creator's prices, which are also those of their chats.

use avalo_sdk::{
    Code,
    api::{
        chat::{CreateChat, SendIntroMessage, UpdatePricing},
        creator::{GetContentPricing, SetContentPricing},
    },
    model::Tokens,
};

use crate::stage::{Stage, blamed, code};

fn unchanged() -> UpdatePricing {
    UpdatePricing {
        chat_id: None,
        words_per_token: None,
        base_price: None,
        media_price: None,
        intro_price: None,
        earns: None,
    }
}

#[tokio::test]
async fn the_standard_is_there_before_anything_is_set() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let pricing = stage.call(&creator, GetContentPricing {}).await.expect("prices");
    assert_eq!((pricing.words_per_token, pricing.custom_words_per_token, pricing.earns), (11, false, true));
    let prices = [pricing.base_price, pricing.media_price, pricing.intro_price];
    assert_eq!((prices, pricing.unlock_price), ([Tokens::ZERO; 3], None));
}

#[tokio::test]
async fn the_prices_of_messages_are_those_of_the_chats() {
    let stage = Stage::start().await;
    let (creator, stranger) = (stage.person(1).await, stage.person(6).await);
    let set = SetContentPricing {
        words_per_token: Some(5),
        base_price: Some(Tokens(3)),
        media_price: Some(Tokens(40)),
        intro_price: Some(Tokens(20)),
        earns: None,
        unlock_price: Some(Tokens(30)),
    };
    let pricing = stage.call(&creator, set.clone()).await.expect("prices");
    assert_eq!((pricing.words_per_token, pricing.custom_words_per_token), (5, true));
    assert_eq!((pricing.media_price, pricing.unlock_price), (Tokens(40), Some(Tokens(30))));
    assert_eq!(stage.call(&creator, set).await.expect("the same again"), pricing);
    let chats = stage.call(&creator, unchanged()).await.expect("the chats' prices");
    assert_eq!((chats.words_per_token, chats.base_price, chats.intro_price), (5, Tokens(3), Tokens(20)));
    let intro = SendIntroMessage {
        recipient_id: creator.id.clone(),
        content: "We met at the fair".into(),
        max_price: None,
    };
    assert_eq!(stage.call(&stranger, intro).await.expect("an intro").price, Tokens(20));
    stage.call(&creator, UpdatePricing { base_price: Some(Tokens(9)), ..unchanged() }).await.expect("nine");
    let pricing = stage.call(&creator, GetContentPricing {}).await.expect("prices");
    assert_eq!((pricing.base_price, pricing.unlock_price), (Tokens(9), Some(Tokens(30))));
}

#[tokio::test]
async fn what_is_left_out_returns_to_the_standard() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let before = stage.call(&creator, GetContentPricing {}).await.expect("prices");
    let set = SetContentPricing {
        words_per_token: Some(20),
        earns: Some(false),
        unlock_price: Some(Tokens(5)),
        ..Default::default()
    };
    let set = stage.call(&creator, set).await.expect("prices");
    assert_eq!((set.words_per_token, set.earns, set.unlock_price), (20, false, Some(Tokens(5))));
    let chat = stage.call(&fan, CreateChat { user_id: creator.id.clone() }).await.expect("a chat");
    assert_eq!(chat.earner_id, None);
    let again = stage.call(&creator, SetContentPricing::default()).await.expect("prices");
    assert_eq!(again, before);
}

#[tokio::test]
async fn prices_have_their_ranges() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let none = SetContentPricing::default;
    for (request, field) in [
        (SetContentPricing { words_per_token: Some(4), ..none() }, "wordsPerToken"),
        (SetContentPricing { words_per_token: Some(21), ..none() }, "wordsPerToken"),
        (SetContentPricing { base_price: Some(Tokens(1_001)), ..none() }, "basePrice"),
        (SetContentPricing { media_price: Some(Tokens(1_001)), ..none() }, "mediaPrice"),
        (SetContentPricing { intro_price: Some(Tokens(1_001)), ..none() }, "introPrice"),
        (SetContentPricing { unlock_price: Some(Tokens(4)), ..none() }, "unlockPrice"),
        (SetContentPricing { unlock_price: Some(Tokens(10_001)), ..none() }, "unlockPrice"),
    ] {
        assert_eq!(blamed(stage.call(&creator, request).await), field);
    }
    let user = stage.person(6).await;
    assert_eq!(code(stage.call(&user, none()).await), Code::CreatorRequired);
}
