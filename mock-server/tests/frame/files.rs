use std::{env, fs, path::PathBuf, process, time::Duration};

use avalo_mock_server::{Builder, MockServer};
use serde_json::json;

use crate::support::Api;

/// A file of this test alone, gone when it ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("avalo-{}-{name}", process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn file(&self) -> PathBuf {
        self.0.join("world.db")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

async fn open(file: PathBuf) -> Result<MockServer, String> {
    MockServer::builder().data(file).start().await.map_err(|error| error.to_string())
}

#[tokio::test]
async fn a_world_in_a_file_goes_on_where_it_stopped() {
    let scratch = Scratch::new("restart");
    let server = open(scratch.file()).await.expect("a new world");
    let api = Api::new(&server.url());
    let token = api.sign_in("user6@avalo.test").await;
    let chat = api.post(&token, "/v1/chats", json!({ "userId": "usr_10" })).await.json();
    server.advance(Duration::from_secs(100)).await.expect("time passes");
    server.stop().await;

    let server = open(scratch.file()).await.expect("the same world");
    let api = Api::new(&server.url());
    let path = format!("/v1/chats/{}", chat["id"].as_str().expect("an id"));
    assert_eq!(api.get(&token, &path).await.json()["id"], chat["id"]);
    assert_eq!(api.get("", "/health").await.header("date"), "Thu, 01 Jan 2026 00:01:40 GMT");
    let invariants = server.invariants().await.expect("invariants");
    assert!(invariants.hold(), "{invariants:?}");
    server.stop().await;
}

#[tokio::test]
async fn a_file_belongs_to_one_server_at_a_time() {
    let scratch = Scratch::new("owner");
    let server = open(scratch.file()).await.expect("a new world");
    let second = open(scratch.file()).await.map(|_| ()).expect_err("it is taken");
    assert!(second.contains("another process uses it"), "{second}");
    server.stop().await;
    open(scratch.file()).await.expect("it is free again").stop().await;
}

#[tokio::test]
async fn a_file_that_is_no_world_is_left_alone() {
    let scratch = Scratch::new("foreign");
    let text = "Dear diary, today I wrote about the sea. ".repeat(40);
    fs::write(scratch.file(), &text).expect("a text");
    let error = open(scratch.file()).await.map(|_| ()).expect_err("no database");
    assert!(error.contains("not a database"), "{error}");
    assert_eq!(fs::read_to_string(scratch.file()).expect("still there"), text);
    let nowhere = scratch.0.join("no/such/folder/world.db");
    let error = open(nowhere).await.map(|_| ()).expect_err("no folder");
    assert!(error.ends_with("no/such/folder does not exist"), "{error}");
    let error = open(scratch.0.clone()).await.map(|_| ()).expect_err("no file");
    assert!(error.ends_with("it is a folder, not a file"), "{error}");
    let error = open(scratch.file().join("below.db")).await.map(|_| ()).expect_err("no folder");
    assert!(error.ends_with("world.db is no folder"), "{error}");
}

#[tokio::test]
async fn a_world_in_a_file_is_not_asked_in_vain_for_another_beginning() {
    let scratch = Scratch::new("beginning");
    let start = async |builder: Builder| match builder.data(scratch.file()).start().await {
        Ok(server) => {
            server.stop().await;
            Ok(())
        }
        Err(error) => Err(error.to_string()),
    };
    start(MockServer::builder().seed(9)).await.expect("a new world");
    start(MockServer::builder().seed(9)).await.expect("the same seed");
    start(MockServer::builder()).await.expect("whatever its seed is");
    let error = start(MockServer::builder().seed(7)).await.expect_err("another seed");
    assert!(error.ends_with("world.db goes on with seed 9; another seed takes a new file"), "{error}");
    let error = start(MockServer::builder().empty()).await.expect_err("a full world");
    assert!(error.ends_with("has the seeded users; an empty world takes a new file"), "{error}");
    start(MockServer::builder()).await.expect("nothing was changed");
}
