//! Posts, comments, stories and files over HTTP: every operation, every rule and every code of the
//! feed domain.

#[path = "support/files.rs"]
mod files;
#[path = "support/listener.rs"]
mod listener;
#[path = "support/stage.rs"]
mod stage;
#[path = "support/api.rs"]
mod support;

#[path = "feed/answers.rs"]
mod answers;
#[path = "feed/comments.rs"]
mod comments;
#[path = "feed/events.rs"]
mod events;
#[path = "feed/input.rs"]
mod input;
#[path = "feed/likes.rs"]
mod likes;
#[path = "feed/order.rs"]
mod order;
#[path = "feed/paid_posts.rs"]
mod paid_posts;
#[path = "feed/paid_stories.rs"]
mod paid_stories;
#[path = "feed/posts.rs"]
mod posts;
#[path = "feed/shares.rs"]
mod shares;
#[path = "feed/stories.rs"]
mod stories;
#[path = "feed/uploads.rs"]
mod uploads;
#[path = "feed/user_posts.rs"]
mod user_posts;
#[path = "feed/views.rs"]
mod views;
#[path = "feed/visibility.rs"]
mod visibility;

use avalo_sdk::{
    Problem,
    api::{
        feed::{CreatePost, GetPost, Post, PostKind},
        profiles::{BlockUser, FollowUser},
    },
    model::{PostId, Tokens},
};

use crate::stage::{Person, Stage};

/// A post of words.
fn words(content: &str) -> CreatePost {
    CreatePost {
        kind: PostKind::Text,
        content: content.to_owned(),
        media_urls: Vec::new(),
        visibility: None,
        unlock_price: None,
    }
}

/// The same with a price.
fn gated(content: &str, price: i64) -> CreatePost {
    CreatePost { unlock_price: Some(Tokens(price)), ..words(content) }
}

impl Stage {
    async fn publish(&self, author: &Person, post: CreatePost) -> Post {
        self.call(author, post).await.expect("a post")
    }

    async fn read(&self, viewer: &Person, post_id: &PostId) -> Result<Post, Problem> {
        self.call(viewer, GetPost { post_id: post_id.clone() }).await
    }

    async fn follow(&self, who: &Person, whom: &Person) {
        self.call(who, FollowUser { user_id: whom.id.clone() }).await.expect("a follow");
    }

    async fn block(&self, who: &Person, whom: &Person) {
        self.call(who, BlockUser { user_id: whom.id.clone() }).await.expect("a block");
    }
}
