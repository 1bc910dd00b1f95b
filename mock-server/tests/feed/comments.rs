//! Writing, reading and paging comments.

use avalo_sdk::{
    Code,
    api::feed::{CommentOnPost, GetComments},
    model::{Cursor, PostId},
};

use crate::{
    stage::{Person, Stage, blamed, code},
    words,
};

fn comment(post_id: &PostId, content: &str) -> CommentOnPost {
    CommentOnPost { post_id: post_id.clone(), content: content.to_owned(), parent_comment_id: None }
}

async fn contents(stage: &Stage, viewer: &Person, post_id: &PostId) -> Vec<String> {
    let request = GetComments { post_id: post_id.clone(), limit: None, cursor: None };
    let page = stage.call(viewer, request).await.expect("comments");
    page.comments.into_iter().map(|comment| comment.content).collect()
}

#[tokio::test]
async fn comments_are_read_oldest_first_and_counted() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&author, words("What do you say?")).await.id;
    for content in ["First", "Second", "Third"] {
        let written = stage.call(&fan, comment(&post_id, content)).await.expect("a comment");
        assert_eq!((&written.post_id, &written.author.id), (&post_id, &fan.id));
        assert_eq!((written.content.as_str(), written.parent_comment_id), (content, None));
    }
    assert_eq!(contents(&stage, &author, &post_id).await, ["First", "Second", "Third"]);
    assert_eq!(stage.read(&author, &post_id).await.expect("a post").comments, 3);
}

#[tokio::test]
async fn a_comment_has_1_to_2_000_characters() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&author, words("What do you say?")).await.id;
    for content in ["ż".repeat(2_000), "😀".into()] {
        stage.call(&fan, comment(&post_id, &content)).await.expect("a comment");
    }
    for content in [String::new(), " \t\n".into(), "ż".repeat(2_001), "x".repeat(500_000)] {
        assert_eq!(blamed(stage.call(&fan, comment(&post_id, &content)).await), "content");
    }
    let banned = comment(&post_id, "Send me your CARD number");
    assert_eq!(code(stage.call(&fan, banned).await), Code::ContentBlocked);
    let none = comment(&"post_none".into(), "Hello?");
    assert_eq!(code(stage.call(&fan, none).await), Code::NotFound);
    assert_eq!(contents(&stage, &fan, &post_id).await.len(), 2);
}

#[tokio::test]
async fn pages_join_while_comments_arrive() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&author, words("Count with me")).await.id;
    for number in 0..5 {
        stage.call(&fan, comment(&post_id, &format!("{number}"))).await.expect("a comment");
    }
    let mut seen = Vec::new();
    let mut cursor = None;
    for round in 5.. {
        let request = GetComments { post_id: post_id.clone(), limit: Some(2), cursor };
        let page = stage.call(&author, request).await.expect("a page");
        seen.extend(page.comments.into_iter().map(|comment| comment.content));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
        if round < 7 {
            stage.call(&fan, comment(&post_id, &format!("{round}"))).await.expect("a comment");
        }
    }
    assert_eq!(seen, ["0", "1", "2", "3", "4", "5", "6"]);
}

#[tokio::test]
async fn a_cursor_belongs_to_the_comments_of_one_post() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&author, words("One")).await.id;
    let other = stage.publish(&author, words("Other")).await.id;
    for content in ["First", "Second"] {
        stage.call(&fan, comment(&post_id, content)).await.expect("a comment");
    }
    let read = |post_id: &PostId, limit, cursor| GetComments { post_id: post_id.clone(), limit, cursor };
    let page = stage.call(&fan, read(&post_id, Some(1), None)).await.expect("a page");
    assert!(page.next_cursor.is_some());
    let wrong = read(&other, None, page.next_cursor);
    assert_eq!(code(stage.call(&fan, wrong).await), Code::InvalidCursor);
    for text in ["x", "Y29tbWVudHM", "Y29tbWVudHN8MXw"] {
        let wrong = read(&post_id, None, Some(Cursor(text.into())));
        assert_eq!(code(stage.call(&fan, wrong).await), Code::InvalidCursor, "{text}");
    }
    for limit in [0, 101] {
        assert_eq!(blamed(stage.call(&fan, read(&post_id, Some(limit), None)).await), "limit");
    }
    assert_eq!(stage.call(&fan, read(&post_id, Some(100), None)).await.expect("a page").comments.len(), 2);
}

#[tokio::test]
async fn a_block_hides_comments_below_the_posts_of_others() {
    let stage = Stage::start().await;
    let (author, one, other) = (stage.person(1).await, stage.person(6).await, stage.person(7).await);
    let post_id = stage.publish(&author, words("Be nice to each other")).await.id;
    stage.call(&one, comment(&post_id, "from one")).await.expect("a comment");
    let of_other = stage.call(&other, comment(&post_id, "from the other")).await.expect("a comment");
    stage.block(&one, &other).await;
    assert_eq!(contents(&stage, &one, &post_id).await, ["from one"]);
    assert_eq!(contents(&stage, &other, &post_id).await, ["from the other"]);
    assert_eq!(contents(&stage, &author, &post_id).await.len(), 2);
    let answer = CommentOnPost { parent_comment_id: Some(of_other.id), ..comment(&post_id, "still here?") };
    assert_eq!(code(stage.call(&one, answer).await), Code::NotFound);
}
