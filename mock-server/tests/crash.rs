//! `kill -9` in the middle of a load of transfers: whatever was answered is there afterwards.

#[path = "support/api.rs"]
mod support;

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use serde_json::json;

use crate::support::Api;

const ROUNDS: usize = 20;

/// How many transfers are answered before the server is killed.
const LOAD: usize = 40;

/// The program, killed without mercy when it is dropped.
struct Program {
    child: Child,
    api: Arc<Api>,
}

impl Program {
    fn start(data: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_avalo-mock-server"))
            .args(["--port", "0", "--test-controls", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let url = line.trim().strip_prefix("avalo-mock-server: listening on ").expect(&line).to_owned();
        Self { child, api: Arc::new(Api::new(&url)) }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A transfer that was answered.
struct Acknowledged {
    sender: usize,
    key: String,
    body: Vec<u8>,
}

async fn tip(api: &Api, token: &str, sender: usize, key: &str) -> std::io::Result<support::Answer> {
    let body = json!({ "recipientId": format!("usr_{}", sender % 10 + 1), "amount": 5 });
    api.request("POST", "/v1/payments/tips").token(token).key(key).json(&body).try_send().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_twenty_kills() {
    let scratch = Scratch(env::temp_dir().join(format!("avalo-crash-{}", std::process::id())));
    fs::create_dir_all(&scratch.0).expect("a folder");
    let data = scratch.0.join("world.db");
    let program = Program::start(&data);
    let mut tokens = Vec::new();
    for user in 1..=10 {
        tokens.push(program.api.sign_in(&format!("user{user}@avalo.test")).await);
    }
    drop(program);
    let tokens = Arc::new(tokens);
    let mut acknowledged: Vec<Acknowledged> = Vec::new();
    for round in 0..ROUNDS {
        let mut program = Program::start(&data);
        let answered = Arc::new(AtomicUsize::new(0));
        let senders: Vec<_> = (0..10)
            .map(|number| {
                let (api, tokens, answered) =
                    (Arc::clone(&program.api), Arc::clone(&tokens), Arc::clone(&answered));
                tokio::spawn(async move {
                    let mut mine = Vec::new();
                    for call in 0.. {
                        let key = format!("r{round}-s{number}-c{call}");
                        match tip(&api, &tokens[number], number + 1, &key).await {
                            Ok(answer) if answer.status == 200 => {
                                answered.fetch_add(1, Ordering::Relaxed);
                                mine.push(Acknowledged { sender: number, key, body: answer.body });
                            }
                            Ok(answer) => panic!("{answer}"),
                            Err(_) => break,
                        }
                    }
                    mine
                })
            })
            .collect();
        while answered.load(Ordering::Relaxed) < LOAD {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        program.child.kill().expect("kill -9");
        for sender in senders {
            acknowledged.extend(sender.await.expect("a sender"));
        }
    }

    let program = Program::start(&data);
    let invariants = program.api.get("", "/_test/invariants").await.json();
    for name in ["ledgerSum", "balanceSum", "negativeAccounts", "mismatchedAccounts"] {
        assert_eq!(invariants[name], 0, "{invariants}");
    }
    assert!(acknowledged.len() >= ROUNDS * LOAD, "{}", acknowledged.len());
    // Ten postings are the wallets that the world began with.
    let postings = invariants["postings"].as_u64().expect("a count") - 10;
    assert!(postings >= acknowledged.len() as u64, "{postings} < {}", acknowledged.len());
    for Acknowledged { sender, key, body } in &acknowledged {
        let answer = tip(&program.api, &tokens[*sender], sender + 1, key).await.expect("an answer");
        assert_eq!((answer.header("idempotent-replayed"), &answer.body), ("true", body), "{key} is lost");
    }
    let after = program.api.get("", "/_test/invariants").await.json();
    assert_eq!(after["postings"], invariants["postings"], "nothing was carried out twice");
}
