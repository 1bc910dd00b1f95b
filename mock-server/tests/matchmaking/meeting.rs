//! People who meet.

use avalo_sdk::{
    Problem,
    api::{
        auth::{CompleteStepUp, StartStepUp},
        matchmaking::{
            GetLikesReceived, GetMatches, GetSuggestions, LikeProfile, LikeReceipt, Match, PassProfile,
            Suggestion, UpdateMatchPreferences,
        },
        profiles::{BlockUser, DeleteAccount, UpdateProfile, UpdateSettings},
    },
    model::{ChatId, MatchId, UserId},
};
use serde_json::json;

use crate::{
    stage::{Person, Stage},
    support::PASSWORD,
};

pub(crate) fn like(whom: &UserId) -> LikeProfile {
    LikeProfile { user_id: whom.clone(), super_like: None }
}

pub(crate) fn super_like(whom: &UserId) -> LikeProfile {
    LikeProfile { user_id: whom.clone(), super_like: Some(true) }
}

impl Stage {
    pub(crate) async fn like(&self, who: &Person, whom: &Person) -> LikeReceipt {
        self.try_like(who, whom).await.expect("a like")
    }

    pub(crate) async fn try_like(&self, who: &Person, whom: &Person) -> Result<LikeReceipt, Problem> {
        self.call(who, like(&whom.id)).await
    }

    pub(crate) async fn pass(&self, who: &Person, whom: &Person) {
        self.call(who, PassProfile { user_id: whom.id.clone() }).await.expect("a pass");
    }

    /// Two who like each other, the first one first.
    pub(crate) async fn matched(&self, first: &Person, second: &Person) -> (MatchId, ChatId) {
        assert!(!self.like(first, second).await.matched);
        let receipt = self.like(second, first).await;
        (receipt.match_id.expect("a match"), receipt.chat_id.expect("a chat"))
    }

    pub(crate) async fn matches(&self, who: &Person) -> Vec<Match> {
        self.call(who, GetMatches::default()).await.expect("matches").matches
    }

    pub(crate) async fn suggested(&self, who: &Person) -> Vec<Suggestion> {
        let request = GetSuggestions { limit: Some(100), cursor: None };
        self.call(who, request).await.expect("suggestions").suggestions
    }

    /// The numbers of the seeded users who are suggested, in that order.
    pub(crate) async fn names(&self, who: &Person) -> Vec<String> {
        self.suggested(who).await.into_iter().map(|of| of.user.id.0).collect()
    }

    pub(crate) async fn likers(&self, who: &Person) -> Vec<String> {
        let page = self.call(who, GetLikesReceived::default()).await.expect("likes");
        page.likes.into_iter().map(|of| of.user.id.0).collect()
    }

    pub(crate) async fn prefer(&self, who: &Person, preferences: UpdateMatchPreferences) {
        self.call(who, preferences).await.expect("preferences");
    }

    pub(crate) async fn describe(&self, who: &Person, profile: UpdateProfile) {
        self.call(who, profile).await.expect("a profile");
    }

    pub(crate) async fn settle(&self, who: &Person, settings: UpdateSettings) {
        self.call(who, settings).await.expect("settings");
    }

    pub(crate) async fn block(&self, who: &Person, whom: &Person) {
        self.call(who, BlockUser { user_id: whom.id.clone() }).await.expect("a block");
    }

    pub(crate) async fn delete(&self, who: &Person) {
        let challenge = self.call(who, StartStepUp {}).await.expect("a challenge").challenge_id;
        let proof = CompleteStepUp { challenge_id: challenge, proof: PASSWORD.into() };
        self.call(who, proof).await.expect("a step-up");
        self.call(who, DeleteAccount {}).await.expect("deleted");
    }

    /// Newcomers, as many as are asked for.
    pub(crate) async fn crowd(&self, count: usize) -> Vec<UserId> {
        let mut crowd = Vec::new();
        for number in 0..count {
            let body = json!({
                "email": format!("crowd{number}@avalo.test"), "password": PASSWORD,
                "displayName": format!("One of {count}"), "dateOfBirth": "1990-01-01", "acceptTerms": true,
            });
            let answer = self.api.post("", "/v1/auth/register", body).await;
            let id = answer.json()["session"]["userId"].as_str().map(UserId::from);
            let id = id.or_else(|| answer.json()["userId"].as_str().map(UserId::from));
            crowd.push(id.unwrap_or_else(|| panic!("{answer}")));
        }
        crowd
    }
}
