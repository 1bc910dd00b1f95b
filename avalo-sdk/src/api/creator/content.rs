//! What content asks and what it brings.

use avalo_sdk_macros::model;

use crate::{
    api::feed::PostKind,
    model::{Cursor, PostId, Timestamp, Tokens},
};

/// What a creator asks for.
#[model]
pub struct ContentPricing {
    /// How many words of a message a token buys.
    pub words_per_token: u32,
    /// Whether the creator set that number, so that it is not the standard.
    pub custom_words_per_token: bool,
    /// The price of a message however long it is; 0 counts words.
    pub base_price: Tokens,
    /// The price of a medium in a message; 0 goes by kind and length.
    pub media_price: Tokens,
    /// The price of an intro message; 0 makes it free.
    pub intro_price: Tokens,
    /// Whether the creator earns from chats opened from now on.
    pub earns: bool,
    /// The price of scheduled gated content that states none.
    pub unlock_price: Option<Tokens>,
}

/// Which posts come first.
#[model]
pub enum ContentOrder {
    /// The newest.
    Newest,
    /// Those that brought most.
    Revenue,
    /// Those that were unlocked most often.
    Unlocks,
}

/// A post and what it brought.
#[model]
pub struct ContentPerformance {
    /// The post.
    pub post_id: PostId,
    /// What it consists of.
    pub kind: PostKind,
    /// How it begins, at most 80 characters.
    pub beginning: String,
    /// The price of a gated post.
    pub unlock_price: Option<Tokens>,
    /// How many users like it.
    pub likes: u32,
    /// How many comments it has.
    pub comments: u32,
    /// How often it was paid for.
    pub unlocks: u32,
    /// How many tips named it.
    pub tips: u32,
    /// What came to the creator by unlocks of it and tips for it.
    pub revenue: Tokens,
    /// When it was published.
    pub published_at: Timestamp,
}

/// A page of posts with what they brought.
#[model]
pub struct ContentPage {
    /// The posts.
    pub posts: Vec<ContentPerformance>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}
