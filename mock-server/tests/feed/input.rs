//! What no SDK would send.

use serde_json::{Value, json};

use crate::{stage::Stage, words};

#[tokio::test]
async fn what_is_no_identifier_is_refused_wherever_a_path_names_something() {
    let stage = Stage::start().await;
    let token = stage.person(10).await.token;
    let long = "x".repeat(65);
    for id in ["%F0%9F%98%80", "..%2F..%2Ffeed", "%2e%2e", "a%20b", "a%00", "a%3Fb", "%FF", &long] {
        for (method, path) in [
            ("GET", "/v1/posts/{}"),
            ("PATCH", "/v1/posts/{}"),
            ("DELETE", "/v1/posts/{}"),
            ("PUT", "/v1/posts/{}/like"),
            ("DELETE", "/v1/posts/{}/like"),
            ("GET", "/v1/posts/{}/comments"),
            ("POST", "/v1/posts/{}/comments"),
            ("DELETE", "/v1/posts/post_1/comments/{}"),
            ("POST", "/v1/posts/{}/unlock"),
            ("POST", "/v1/stories/{}/unlock"),
            ("DELETE", "/v1/stories/{}"),
        ] {
            let path = path.replace("{}", id);
            let answer = stage.api.request(method, &path).token(&token).new_key().send().await;
            assert_eq!(answer.refusal(), (400, "invalid_request".into()), "{method} {path}: {answer}");
        }
    }
    for path in ["/v1/posts/../feed", "/v1/posts//like", "/v1/posts/a/like/b"] {
        let answer = stage.api.get(&token, path).await;
        assert!((400..500).contains(&answer.status), "{path}: {answer}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
    }
}

#[tokio::test]
async fn fields_of_another_type_are_named() {
    let stage = Stage::start().await;
    let token = stage.person(1).await.token;
    let good = json!({ "kind": "text", "content": "x", "mediaUrls": [] });
    for (field, value, blamed) in [
        ("kind", json!("movie"), "kind"),
        ("kind", json!("unknown"), "kind"),
        ("kind", json!(""), "kind"),
        ("kind", json!(1), "kind"),
        ("kind", Value::Null, "kind"),
        ("content", json!(7), "content"),
        ("content", json!(["x"]), "content"),
        ("mediaUrls", json!("/media/x"), "mediaUrls"),
        ("mediaUrls", json!([7]), "mediaUrls[0]"),
        ("mediaUrls", Value::Null, "mediaUrls"),
        ("visibility", json!("friends"), "visibility"),
        ("visibility", json!("unknown"), "visibility"),
    ] {
        let mut body = good.clone();
        body[field] = value;
        let answer = stage.api.post(&token, "/v1/posts", body.clone()).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{body}: {answer}");
        assert!(answer.json()["errors"][blamed].is_string(), "{body}: {answer}");
    }
    for field in ["kind", "content"] {
        let mut body = good.clone();
        body.as_object_mut().expect("fields").remove(field);
        let answer = stage.api.post(&token, "/v1/posts", body).await;
        assert!(answer.json()["errors"][field].is_string(), "{field}: {answer}");
    }
    let least = json!({ "kind": "text", "content": "x" });
    for body in [good, least] {
        assert_eq!(stage.api.post(&token, "/v1/posts", body).await.status, 200, "no list is an empty one");
    }
}

#[tokio::test]
async fn what_is_no_object_is_no_request() {
    let stage = Stage::start().await;
    let person = stage.person(1).await;
    let post_id = stage.publish(&person, words("Here")).await.id;
    for (method, path) in [
        ("POST", "/v1/posts".to_owned()),
        ("PATCH", format!("/v1/posts/{post_id}")),
        ("POST", format!("/v1/posts/{post_id}/comments")),
        ("POST", "/v1/stories".to_owned()),
        ("POST", "/v1/media/uploads".to_owned()),
    ] {
        for body in ["[]", "7", "null", "{", "\u{feff}{}"] {
            let request = stage.api.request(method, &path).token(&person.token).new_key();
            let answer = request.header("content-type", "application/json").body(body).send().await;
            assert_eq!(answer.refusal(), (400, "invalid_json".into()), "{method} {path} {body}: {answer}");
        }
        let request = stage.api.request(method, &path).token(&person.token);
        let answer = request.json(&json!({ "content": "x" })).send().await;
        assert_eq!(answer.refusal(), (400, "idempotency_key_missing".into()), "{method} {path}: {answer}");
        let answer = stage.api.request(method, &path).new_key().json(&json!({})).send().await;
        assert_eq!(answer.refusal(), (401, "unauthenticated".into()), "{method} {path}: {answer}");
    }
}

#[tokio::test]
async fn huge_and_odd_texts_do_no_harm() {
    let stage = Stage::start().await;
    let person = stage.person(1).await;
    let huge = json!({ "kind": "text", "content": "ż".repeat(400_000), "mediaUrls": [] });
    let answer = stage.api.post(&person.token, "/v1/posts", huge).await;
    assert_eq!(answer.refusal(), (422, "validation_failed".into()));
    let many = json!({ "kind": "image", "content": "x", "mediaUrls": vec!["/media/x"; 50_000] });
    let answer = stage.api.post(&person.token, "/v1/posts", many).await;
    assert_eq!(answer.refusal(), (422, "validation_failed".into()));
    for text in ["'; DROP TABLE posts; --", "nul \0 inside", "\u{202e}backwards", "e\u{301}", "<script>"] {
        let post = stage.publish(&person, words(text)).await;
        assert_eq!(post.content, text);
        assert_eq!(stage.read(&person, &post.id).await, Ok(post));
    }
}
