//! Answers to comments, and who deletes what.

use avalo_sdk::{
    Code,
    api::feed::{Comment, CommentOnPost, CreatePost, DeleteComment, DeletePost, GetComments, Visibility},
    api::profiles::UnfollowUser,
    model::{CommentId, PostId},
};

use crate::{
    stage::{Person, Stage, blamed, code},
    words,
};

impl Stage {
    async fn comment(&self, who: &Person, post_id: &PostId, parent: Option<&CommentId>) -> Comment {
        let request = CommentOnPost {
            post_id: post_id.clone(),
            content: "Some words".into(),
            parent_comment_id: parent.cloned(),
        };
        self.call(who, request).await.expect("a comment")
    }

    async fn comments(&self, who: &Person, post_id: &PostId) -> Vec<Comment> {
        let request = GetComments { post_id: post_id.clone(), limit: None, cursor: None };
        self.call(who, request).await.expect("comments").comments
    }
}

fn delete(comment: &Comment) -> DeleteComment {
    DeleteComment { post_id: comment.post_id.clone(), comment_id: comment.id.clone() }
}

#[tokio::test]
async fn answers_nest_and_stay_when_what_they_answer_is_gone() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&author, words("Talk")).await.id;
    let first = stage.comment(&fan, &post_id, None).await;
    let second = stage.comment(&author, &post_id, Some(&first.id)).await;
    let third = stage.comment(&fan, &post_id, Some(&second.id)).await;
    assert_eq!(
        (&second.parent_comment_id, &third.parent_comment_id),
        (&Some(first.id.clone()), &Some(second.id.clone()))
    );
    stage.call(&fan, delete(&first)).await.expect("gone");
    let left = stage.comments(&fan, &post_id).await;
    let left: Vec<_> = left.iter().map(|comment| (&comment.id, comment.parent_comment_id.as_ref())).collect();
    assert_eq!(left, [(&second.id, None), (&third.id, Some(&second.id))]);
    assert_eq!(stage.read(&fan, &post_id).await.expect("a post").comments, 2);
}

#[tokio::test]
async fn an_answer_belongs_to_a_comment_of_the_same_post() {
    let stage = Stage::start().await;
    let (author, fan) = (stage.person(1).await, stage.person(6).await);
    let post_id = stage.publish(&author, words("One")).await.id;
    let elsewhere = stage.publish(&author, words("Other")).await.id;
    let comment = stage.comment(&fan, &elsewhere, None).await;
    let answer = |parent: &str| CommentOnPost {
        post_id: post_id.clone(),
        content: "An answer".into(),
        parent_comment_id: Some(parent.into()),
    };
    for parent in [comment.id.as_str(), "cmt_none"] {
        assert_eq!(code(stage.call(&fan, answer(parent)).await), Code::NotFound, "{parent}");
    }
    for parent in ["", "😀"] {
        assert_eq!(blamed(stage.call(&fan, answer(parent)).await), "parentCommentId", "{parent}");
    }
    // A comment is deleted by the address of its own post: elsewhere there is nothing to delete.
    let wrong = DeleteComment { post_id, comment_id: comment.id.clone() };
    stage.call(&fan, wrong).await.expect("nothing to delete");
    assert_eq!(stage.comments(&fan, &elsewhere).await, [comment]);
}

#[tokio::test]
async fn its_author_the_posts_author_and_the_staff_delete_a_comment() {
    let stage = Stage::start().await;
    let (author, fan, other) = (stage.person(1).await, stage.person(6).await, stage.person(7).await);
    let staff = stage.person(10).await;
    let post_id = stage.publish(&author, words("Talk")).await.id;
    for deleter in [&fan, &author, &staff] {
        let comment = stage.comment(&fan, &post_id, None).await;
        assert_eq!(code(stage.call(&other, delete(&comment)).await), Code::NotAuthor);
        for _ in 0..2 {
            stage.call(deleter, delete(&comment)).await.expect("what is gone is deleted");
        }
        assert!(stage.comments(&fan, &post_id).await.is_empty());
    }
}

#[tokio::test]
async fn people_take_their_words_back_where_they_see_the_post_no_longer() {
    let stage = Stage::start().await;
    let (author, fan, other) = (stage.person(1).await, stage.person(6).await, stage.person(7).await);
    let post = CreatePost { visibility: Some(Visibility::Followers), ..words("Among friends") };
    let post_id = stage.publish(&author, post).await.id;
    let comment = stage.comment(&fan, &post_id, None).await;
    for who in [&fan, &other] {
        stage.call(who, UnfollowUser { user_id: author.id.clone() }).await.expect("no follow");
    }
    assert_eq!(code(stage.read(&fan, &post_id).await), Code::NotFound);
    assert_eq!(code(stage.call(&other, delete(&comment)).await), Code::NotFound);
    stage.call(&fan, delete(&comment)).await.expect("gone");
    assert!(stage.comments(&author, &post_id).await.is_empty());
    let comment = stage.comment(&author, &post_id, None).await;
    stage.call(&author, DeletePost { post_id }).await.expect("gone");
    stage.call(&author, delete(&comment)).await.expect("gone with its post");
}
