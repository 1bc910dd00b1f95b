//! People who pay a creator.

use avalo_sdk::{
    api::{
        auth::{CompleteStepUp, StartStepUp},
        chat::{CreateChat, Deposit, SendMessage},
        feed::{CreatePost, Post, PostKind, UnlockPost},
        payments::{SendGift, SendTip, SubscribeToCreator, Subscription},
        profiles::{CreateSubscriptionTier, DeleteAccount, TierDuration},
    },
    model::{PostId, TierId, Tokens},
};

use crate::{
    stage::{Person, Stage},
    support::PASSWORD,
};

pub(crate) const DAY: u64 = 24 * 3_600;
pub(crate) const DAY_MS: i64 = 24 * 3_600_000;

impl Stage {
    pub(crate) async fn post(&self, author: &Person, content: &str, price: Option<i64>) -> Post {
        let post = CreatePost {
            kind: PostKind::Text,
            content: content.to_owned(),
            media_urls: Vec::new(),
            visibility: None,
            unlock_price: price.map(Tokens),
        };
        self.call(author, post).await.expect("a post")
    }

    pub(crate) async fn unlock(&self, who: &Person, post_id: &PostId) {
        self.call(who, UnlockPost { post_id: post_id.clone() }).await.expect("an unlock");
    }

    pub(crate) async fn tip(&self, who: &Person, whom: &Person, amount: i64, post: Option<&PostId>) {
        let tip = SendTip {
            recipient_id: whom.id.clone(),
            amount: Tokens(amount),
            note: None,
            post_id: post.cloned(),
        };
        self.call(who, tip).await.expect("a tip");
    }

    pub(crate) async fn tier(&self, creator: &Person, price: i64) -> TierId {
        let tier = CreateSubscriptionTier {
            name: format!("Friends at {price}"),
            price: Tokens(price),
            duration: TierDuration::Monthly,
            benefits: vec!["A thank-you".to_owned()],
        };
        self.call(creator, tier).await.expect("a tier").id
    }

    pub(crate) async fn subscribe(&self, who: &Person, creator: &Person, tier: &TierId) -> Subscription {
        let subscribe = SubscribeToCreator { creator_id: creator.id.clone(), tier_id: tier.clone() };
        self.call(who, subscribe).await.expect("a subscription")
    }

    /// Four free messages, a deposit and one of twelve words, which costs two tokens.
    pub(crate) async fn talk(&self, who: &Person, creator: &Person) {
        let chat = self.call(who, CreateChat { user_id: creator.id.clone() }).await.expect("a chat").id;
        for number in 1..=5 {
            if number == 5 {
                self.call(who, Deposit { chat_id: chat.clone() }).await.expect("a deposit");
            }
            let content = format!("message {number} of some ten words and two to go on");
            let message = SendMessage { chat_id: chat.clone(), content, ..Default::default() };
            self.call(who, message).await.expect("a message");
        }
        let content = "an answer to all of that".to_owned();
        let answer = SendMessage { chat_id: chat, content, ..Default::default() };
        self.call(creator, answer).await.expect("an answer");
    }

    /// Everything that brings a creator something, once: 20 by an unlock, 80 by a tip, 65 by a gift, 70 by a
    /// subscription of user 6, and 1 or 2 by a message of user 7. Returns user 1, 6, 7 and the post.
    pub(crate) async fn busy(&self) -> (Person, Person, Person, Post) {
        let (creator, fan, talker) = (self.person(1).await, self.person(6).await, self.person(7).await);
        let post = self.post(&creator, "A secret that is worth its price", Some(25)).await;
        self.unlock(&fan, &post.id).await;
        self.tip(&fan, &creator, 100, Some(&post.id)).await;
        let gift = SendGift { recipient_id: creator.id.clone(), gift_id: "crown".into() };
        self.call(&fan, gift).await.expect("a gift");
        let tier = self.tier(&creator, 100).await;
        self.subscribe(&fan, &creator, &tier).await;
        self.talk(&talker, &creator).await;
        (creator, fan, talker, post)
    }

    pub(crate) async fn delete(&self, who: &Person) {
        let challenge = self.call(who, StartStepUp {}).await.expect("a challenge").challenge_id;
        let proof = CompleteStepUp { challenge_id: challenge, proof: PASSWORD.into() };
        self.call(who, proof).await.expect("a step-up");
        self.call(who, DeleteAccount {}).await.expect("deleted");
    }
}
