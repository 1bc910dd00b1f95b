use serde_json::json;

use crate::stage;

#[tokio::test]
async fn what_is_no_request_is_refused_and_says_why() {
    let (_server, api, token) = stage().await;
    let post = |path: &str| api.request("POST", path).token(&token).new_key();
    let chats = "/v1/chats";
    let deep = format!("{{\"userId\":{}1{}}}", "[".repeat(40), "]".repeat(40));
    for (what, request, refusal) in [
        ("no JSON", post(chats).body("userId=usr_2"), (400, "invalid_json")),
        ("no object", post(chats).json(&json!(["usr_2"])), (400, "invalid_json")),
        ("cut off", post(chats).body("{\"userId\":"), (400, "invalid_json")),
        ("not UTF-8", post(chats).body(b"{\"userId\":\"\xff\xfe\"}".to_vec()), (400, "invalid_json")),
        ("nested deep", post(chats).body(deep), (400, "invalid_json")),
        ("another type", post(chats).json(&json!({ "userId": 7 })), (422, "validation_failed")),
        ("nothing", post(chats).json(&json!({})), (422, "validation_failed")),
        ("no body", post(chats), (422, "validation_failed")),
        (
            "a form",
            post(chats).header("content-type", "application/x-www-form-urlencoded").body("userId=usr_2"),
            (415, "unsupported_media_type"),
        ),
        ("an id with a slash", api.request("GET", "/v1/chats/a%2Fb").token(&token), (400, "invalid_request")),
        ("an id with dots", api.request("GET", "/v1/chats/..%2F..").token(&token), (400, "invalid_request")),
        (
            "an id with a question",
            api.request("GET", "/v1/chats/a%3Fb").token(&token),
            (400, "invalid_request"),
        ),
        ("an emoji", api.request("GET", "/v1/chats/%F0%9F%98%80").token(&token), (400, "invalid_request")),
        (
            "a path that is no UTF-8",
            api.request("GET", "/v1/chats/%FF").token(&token),
            (400, "invalid_request"),
        ),
        (
            "a query that is no UTF-8",
            api.request("GET", "/v1/chats?cursor=%FF").token(&token),
            (400, "invalid_request"),
        ),
        (
            "a query that repeats",
            api.request("GET", "/v1/chats?limit=1&limit=2").token(&token),
            (400, "invalid_request"),
        ),
        ("a limit of 0", api.request("GET", "/v1/chats?limit=0").token(&token), (422, "validation_failed")),
        (
            "a limit of 101",
            api.request("GET", "/v1/chats?limit=101").token(&token),
            (422, "validation_failed"),
        ),
        ("a limit of -1", api.request("GET", "/v1/chats?limit=-1").token(&token), (422, "validation_failed")),
        (
            "a limit of words",
            api.request("GET", "/v1/chats?limit=all").token(&token),
            (422, "validation_failed"),
        ),
        (
            "a cursor of nobody",
            api.request("GET", "/v1/chats?cursor=%21%21").token(&token),
            (400, "invalid_cursor"),
        ),
        (
            "a cursor cut off",
            api.request("GET", "/v1/chats?cursor=abc").token(&token),
            (400, "invalid_cursor"),
        ),
        (
            "a field of the path in the body",
            post("/v1/chats/chat_1/read").json(&json!({ "chatId": "chat_2", "messageIds": [] })),
            (422, "validation_failed"),
        ),
        (
            "a field of the path in the query",
            api.request("GET", "/v1/chats/chat_1?chatId=chat_2").token(&token),
            (422, "validation_failed"),
        ),
        ("an id with a space", post(chats).json(&json!({ "userId": "usr 2" })), (422, "validation_failed")),
        ("no such path", api.request("GET", "/v1/nothing").token(&token), (404, "not_found")),
        ("no such method", api.request("DELETE", "/v1/chats").token(&token), (405, "method_not_allowed")),
        ("no token", api.request("GET", "/v1/chats"), (401, "unauthenticated")),
        (
            "another scheme",
            api.request("GET", "/v1/chats").header("authorization", "Basic eDp5"),
            (401, "unauthenticated"),
        ),
        ("a token of nobody", api.request("GET", "/v1/chats").token("avl_at_x"), (401, "unauthenticated")),
    ] {
        let answer = request.send().await;
        assert_eq!(answer.refusal(), (refusal.0, refusal.1.to_owned()), "{what}: {answer}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{what}");
        assert_eq!(answer.json()["requestId"], answer.header("x-request-id"), "{what}");
        assert!(answer.json()["detail"].is_string(), "{what}: {answer}");
    }
    let chats = api.get(&token, "/v1/chats?limit=100").await.json();
    let strangers =
        chats["chats"].as_array().expect("chats").iter().filter(|chat| chat["id"] == "usr_2").count();
    assert_eq!(strangers, 0);
}

/// To JSON they are the same number.
#[tokio::test]
async fn a_whole_number_may_be_written_with_a_fraction_of_nothing() {
    let (_server, api, token) = stage().await;
    for (amount, status) in [(json!(5.0), 200), (json!(1e1), 200), (json!(5.5), 422), (json!(1e300), 422)] {
        let tip = json!({ "recipientId": "usr_2", "amount": amount });
        let answer = api.post(&token, "/v1/payments/tips", tip).await;
        assert_eq!(answer.status, status, "{amount}: {answer}");
    }
}

#[tokio::test]
async fn ten_megabytes_are_refused_and_the_answer_arrives() {
    let (_server, api, token) = stage().await;
    let huge = json!({ "userId": "x".repeat(10 << 20) });
    let answer = api.post(&token, "/v1/chats", huge).await;
    assert_eq!(answer.refusal(), (413, "payload_too_large".into()));
    assert_eq!(api.get(&token, "/v1/auth/me").await.status, 200);
}

#[tokio::test]
async fn a_name_that_this_version_does_not_know_is_refused_by_field() {
    let (_server, api, token) = stage().await;
    for status in ["napping", "unknown", "", "ONLINE"] {
        let answer = api.put(&token, "/v1/presence", json!({ "status": status })).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{status:?}: {answer}");
        assert!(answer.json()["errors"]["status"].is_string(), "{answer}");
    }
}

#[tokio::test]
async fn refusals_speak_of_the_request_and_not_of_this_server() {
    let (_server, api, token) = stage().await;
    let post = |path: &str| api.request("POST", path).token(&token).new_key();
    let get = |path: &str| api.request("GET", path).token(&token);
    let tip = "/v1/payments/tips";
    for (request, detail) in [
        (get("/v1/chats?limit=all"), "limit: must be a whole number"),
        (get("/v1/chats?limit="), "limit: must be a whole number"),
        (get("/v1/chats?limit=-1"), "limit: must not be below 0"),
        (get("/v1/chats?limit=99999999999"), "limit: is too large"),
        (post("/v1/posts").json(&json!({ "kind": "text" })), "content: is missing"),
        (post("/v1/posts").json(&json!({ "kind": "text", "content": 7 })), "content: must be a string"),
        (
            post("/v1/posts").json(&json!({ "kind": "image", "content": "", "mediaUrls": "/media/x" })),
            "mediaUrls: must be a list",
        ),
        (
            post("/v1/posts").json(&json!({ "kind": "image", "content": "", "mediaUrls": [7] })),
            "mediaUrls[0]: must be a string",
        ),
        (
            post(tip).json(&json!({ "recipientId": "usr_1", "amount": "ten" })),
            "amount: must be a whole number",
        ),
    ] {
        let answer = request.send().await;
        assert_eq!(answer.json()["detail"], detail, "{answer}");
    }
}

#[tokio::test]
async fn a_field_that_the_request_does_not_have_is_refused_by_name() {
    let (_server, api, token) = stage().await;
    let chat = api.post(&token, "/v1/chats", json!({ "userId": "usr_1" })).await.json();
    let path = format!("/v1/chats/{}/messages", chat["id"].as_str().expect("an id"));
    let body = json!({ "content": "for a token at most", "maxPrcie": 1 });
    let answer = api.post(&token, &path, body).await;
    assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{answer}");
    let why = answer.json()["errors"]["maxPrcie"].as_str().expect("the field").to_owned();
    assert!(why.contains("chat.sendMessage") && why.contains("maxPrice"), "{why}");

    let in_query = format!("{path}?maxPrice=1");
    let answer = api.post(&token, &in_query, json!({ "content": "for a token at most" })).await;
    assert!(answer.json()["errors"]["maxPrice"].is_string(), "{answer}");
    assert_eq!(api.get(&token, &path).await.json()["messages"], json!([]));

    let answer = api.get(&token, "/v1/chats?limti=5").await;
    assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{answer}");
    assert!(answer.json()["errors"]["limti"].is_string(), "{answer}");
    let long = api.post(&token, "/v1/chats", json!({ "é".repeat(10_000): 1 })).await;
    assert!(long.status == 422 && long.body.len() < 1_000, "{long}");
}

#[tokio::test]
async fn a_path_that_is_not_there_is_named_with_its_likely_mistake() {
    let (_server, api, token) = stage().await;
    let detail = |path: &'static str| {
        let asked = api.get(&token, path);
        async move { asked.await.json()["detail"].as_str().expect("a detail").to_owned() }
    };
    assert_eq!(detail("/v1/nothing?x=1").await, "there is no path /v1/nothing");
    let doubled = "there is no path /v1/v1/feed: the endpoint must not end in /v1";
    assert_eq!(detail("/v1/v1/feed").await, doubled);
    let long = api.get(&token, &format!("/{}", "a".repeat(5_000))).await;
    assert!(long.status == 404 && long.body.len() < 600, "{long}");
}
