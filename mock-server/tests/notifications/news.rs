//! Who is told what: each domain's news, and what is none.

use avalo_sdk::{
    api::{
        chat::{CreateChat, MarkAsRead, PresenceStatus, SendMessage, SetPresence},
        feed::{CommentOnPost, CreatePost, LikePost, PostKind, UnlikePost, UnlockPost},
        notifications::NotificationCategory,
        payments::{SendGift, SendTip},
        profiles::{FollowUser, UnfollowUser},
    },
    model::{ChatId, CommentId, PostId, Tokens},
};

use crate::stage::{Person, Stage};

impl Stage {
    async fn write(&self, author: &Person, price: Option<i64>) -> PostId {
        let post = CreatePost {
            kind: PostKind::Text,
            content: "Something to talk about".into(),
            media_urls: Vec::new(),
            visibility: None,
            unlock_price: price.map(Tokens),
        };
        self.call(author, post).await.expect("a post").id
    }

    async fn comment(&self, who: &Person, post: &PostId, parent: Option<&CommentId>) -> CommentId {
        let comment = CommentOnPost {
            post_id: post.clone(),
            content: "Well said".into(),
            parent_comment_id: parent.cloned(),
        };
        self.call(who, comment).await.expect("a comment").id
    }

    async fn say(&self, who: &Person, chat: &ChatId, content: &str) {
        let message = SendMessage { chat_id: chat.clone(), content: content.into(), ..Default::default() };
        self.call(who, message).await.expect("a message");
    }

    async fn titles(&self, who: &Person) -> Vec<String> {
        self.inbox(who).await.into_iter().map(|entry| entry.title).collect()
    }
}

#[tokio::test]
async fn a_like_and_a_follow_are_news_once() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    let post_id = stage.write(&owner, None).await;
    for _ in 0..2 {
        stage.call(&fan, LikePost { post_id: post_id.clone() }).await.expect("a like");
        stage.call(&fan, UnlikePost { post_id: post_id.clone() }).await.expect("none");
        stage.call(&fan, FollowUser { user_id: owner.id.clone() }).await.expect("a follow");
        stage.call(&fan, UnfollowUser { user_id: owner.id.clone() }).await.expect("none");
    }
    stage.call(&owner, LikePost { post_id: post_id.clone() }).await.expect("one's own");
    assert_eq!(stage.titles(&owner).await, ["Someone follows you", "Someone likes your post"]);
    let like = stage.inbox(&owner).await.remove(1);
    assert_eq!((like.post_id, like.from_id), (Some(post_id), Some(fan.id.clone())));
    let other = stage.write(&owner, None).await;
    stage.call(&fan, LikePost { post_id: other }).await.expect("a like");
    assert_eq!(stage.inbox(&owner).await.len(), 3, "another post is another thing");
}

#[tokio::test]
async fn comments_reach_the_author_and_whoever_is_answered() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    let other = stage.person(8).await;
    let post_id = stage.write(&owner, None).await;
    let first = stage.comment(&fan, &post_id, None).await;
    stage.comment(&other, &post_id, Some(&first)).await;
    stage.comment(&fan, &post_id, Some(&first)).await;
    assert_eq!(stage.titles(&owner).await, ["A comment on your post"; 3]);
    assert_eq!(stage.titles(&fan).await, ["An answer to your comment"]);
    stage.comment(&owner, &post_id, Some(&first)).await;
    assert_eq!(stage.inbox(&owner).await.len(), 3, "one's own are no news");
    let told = stage.newest(&fan).await;
    assert_eq!(
        (told.body.as_str(), told.from_id, told.post_id),
        ("Well said", Some(owner.id), Some(post_id))
    );
}

#[tokio::test]
async fn tokens_that_come_are_news_with_their_amount() {
    let stage = Stage::start().await;
    let (fan, author) = (stage.person(6).await, stage.person(1).await);
    let before = stage.inbox(&author).await.len();
    let tip = SendTip {
        recipient_id: author.id.clone(),
        amount: Tokens(100),
        note: Some("For the song".into()),
        post_id: None,
    };
    stage.call(&fan, tip).await.expect("a tip");
    let gift = SendGift { recipient_id: author.id.clone(), gift_id: "rose".into() };
    stage.call(&fan, gift).await.expect("a gift");
    let post_id = stage.write(&author, Some(25)).await;
    stage.call(&fan, UnlockPost { post_id: post_id.clone() }).await.expect("unlocked");
    let inbox = stage.inbox(&author).await;
    let told: Vec<_> =
        inbox.iter().take(inbox.len() - before).map(|entry| (entry.title.as_str(), entry.amount)).collect();
    assert_eq!(
        told,
        [
            ("Someone unlocked your post", Some(Tokens(20))),
            ("A gift: Rose", Some(Tokens(4))),
            ("A tip of 100 tokens", Some(Tokens(80))),
        ]
    );
    assert_eq!((inbox[0].post_id.as_ref(), inbox[2].body.as_str()), (Some(&post_id), "For the song"));
    assert!(inbox.iter().take(3).all(|entry| entry.category == NotificationCategory::Payments));
}

#[tokio::test]
async fn a_chat_is_news_until_it_is_read_and_not_to_who_is_there() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    let chat = stage.call(&fan, CreateChat { user_id: owner.id.clone() }).await.expect("a chat").id;
    stage.say(&fan, &chat, "the first of several").await;
    stage.say(&fan, &chat, "and another one").await;
    assert_eq!(stage.titles(&owner).await, ["A new message"]);
    assert_eq!(stage.newest(&owner).await.chat_id.as_ref(), Some(&chat));

    let read = MarkAsRead { chat_id: chat.clone(), message_ids: Vec::new() };
    stage.call(&owner, read.clone()).await.expect("read");
    stage.say(&fan, &chat, "something new to read").await;
    assert_eq!(stage.inbox(&owner).await.len(), 2);

    stage.call(&owner, read).await.expect("read");
    let here = SetPresence { status: PresenceStatus::Online, custom_status: None };
    stage.call(&owner, here).await.expect("there");
    stage.say(&fan, &chat, "you are reading this live").await;
    assert_eq!(stage.inbox(&owner).await.len(), 2);
    assert!(stage.inbox(&fan).await.is_empty(), "one's own messages are no news");
}
