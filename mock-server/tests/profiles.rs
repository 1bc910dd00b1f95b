//! People over HTTP: every operation, every rule and every code of the profiles domain.

#[path = "support/files.rs"]
mod files;
#[path = "support/stage.rs"]
mod stage;
#[path = "support/api.rs"]
mod support;

#[path = "profiles/blocks.rs"]
mod blocks;
#[path = "profiles/creators.rs"]
mod creators;
#[path = "profiles/deletion.rs"]
mod deletion;
#[path = "profiles/face.rs"]
mod face;
#[path = "profiles/follows.rs"]
mod follows;
#[path = "profiles/input.rs"]
mod input;
#[path = "profiles/photos.rs"]
mod photos;
#[path = "profiles/privacy.rs"]
mod privacy;
#[path = "profiles/restoring.rs"]
mod restoring;
#[path = "profiles/search.rs"]
mod search;
#[path = "profiles/tiers.rs"]
mod tiers;

use avalo_sdk::{
    Problem,
    api::profiles::{FollowUser, GetProfile, Profile},
};

use crate::stage::{Person, Stage};

impl Stage {
    /// Somebody's profile as a viewer sees it.
    async fn profile(&self, viewer: &Person, whose: &Person) -> Result<Profile, Problem> {
        self.call(viewer, GetProfile { user_id: whose.id.clone() }).await
    }

    async fn follow(&self, who: &Person, whom: &Person) {
        self.call(who, FollowUser { user_id: whom.id.clone() }).await.expect("a follow");
    }
}
