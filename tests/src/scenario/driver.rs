//! A door in another language: a program that is told on its input what to do, and says on its output what
//! came of it. The lines are described in `tests/scenarios/README.md`.

use std::{
    collections::HashMap,
    io,
    process::Stdio,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    process::{Child, ChildStdin, ChildStdout, Command},
    sync::{Mutex as AsyncMutex, mpsc, oneshot},
    time::timeout,
};

use super::door::{Door, Events, Failure, Work};

/// How long a driver may take over a call: longer than the SDK, which gives up after 90 s by itself.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a driver is told.
#[derive(Serialize)]
struct Told<'a> {
    id: u64,
    client: &'a str,
    url: &'a str,
    #[serde(flatten)]
    what: What<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum What<'a> {
    Call {
        call: &'a str,
        with: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        key: Option<String>,
    },
    Listen {
        listen: bool,
    },
}

/// What a driver says: of a call by its `id`, of what a client `heard`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    id: Option<u64>,
    heard: Option<String>,
    answer: Option<String>,
    fails: Option<String>,
    #[serde(default)]
    detail: String,
}

impl Said {
    fn outcome(&mut self) -> Result<Value, Failure> {
        match (self.answer.take(), self.fails.take()) {
            (Some(json), None) => serde_json::from_str(&json)
                .map_err(|error| Failure { word: "decode".to_owned(), detail: format!("{error}: {json}") }),
            (None, Some(word)) => Err(Failure { word, detail: std::mem::take(&mut self.detail) }),
            _ => Err(lost("the driver said neither an answer nor why there is none")),
        }
    }
}

fn lost(detail: &str) -> Failure {
    Failure { word: "driver".to_owned(), detail: detail.to_owned() }
}

/// Those who wait for what the driver says.
#[derive(Default)]
struct Waiting {
    calls: HashMap<u64, oneshot::Sender<Result<Value, Failure>>>,
    ears: HashMap<String, mpsc::UnboundedSender<Result<Value, Failure>>>,
}

/// A driver that runs, for as many stories as there are. It ends when this is dropped.
pub struct Driver {
    // Ends the program when it is dropped.
    _child: Child,
    input: AsyncMutex<ChildStdin>,
    waiting: Arc<Mutex<Waiting>>,
    numbers: AtomicU64,
}

impl Driver {
    /// Starts the program.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub fn start(program: &str, arguments: &[String]) -> io::Result<Self> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let (input, output) = child
            .stdin
            .take()
            .zip(child.stdout.take())
            .ok_or_else(|| io::Error::other("the driver has no pipes"))?;
        let waiting = Arc::default();
        tokio::spawn(read(output, Arc::clone(&waiting)));
        Ok(Self { _child: child, input: AsyncMutex::new(input), waiting, numbers: AtomicU64::new(1) })
    }

    async fn tell(&self, client: &str, url: &str, what: What<'_>) -> Result<Value, Failure> {
        let id = self.numbers.fetch_add(1, Ordering::Relaxed);
        let (sender, answer) = oneshot::channel();
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).calls.insert(id, sender);
        let mut line = serde_json::to_vec(&Told { id, client, url, what }).unwrap_or_default();
        line.push(b'\n');
        let mut input = self.input.lock().await;
        let told = async {
            input.write_all(&line).await?;
            input.flush().await
        };
        told.await.map_err(|error| lost(&format!("the driver is gone: {error}")))?;
        drop(input);
        match timeout(PATIENCE, answer).await {
            Ok(answer) => answer.unwrap_or_else(|_| Err(lost("the driver ended without an answer"))),
            Err(_) => Err(lost("the driver did not answer")),
        }
    }

    /// The clients of one story, whose names are no other story's.
    pub fn door<'d>(&'d self, story: &'d str, url: String) -> impl Door + 'd {
        Part { driver: self, story, url }
    }
}

/// Gives what the driver says to whoever waits for it, until it ends; then nobody waits any more.
async fn read(output: ChildStdout, waiting: Arc<Mutex<Waiting>>) {
    let mut lines = BufReader::new(output).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let Ok(mut said) = serde_json::from_str::<Said>(&line) else {
            eprintln!("the driver said: {line}");
            continue;
        };
        let outcome = said.outcome();
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sender) = said.id.and_then(|id| waiting.calls.remove(&id)) {
            let _ = sender.send(outcome);
        } else if let Some(ear) = said.heard.and_then(|client| waiting.ears.get(&client)) {
            let _ = ear.send(outcome);
        }
    }
    *waiting.lock().unwrap_or_else(PoisonError::into_inner) = Waiting::default();
}

/// A driver's part in one story.
struct Part<'d> {
    driver: &'d Driver,
    story: &'d str,
    url: String,
}

impl Part<'_> {
    fn name(&self, who: &str) -> String {
        format!("{}/{who}", self.story)
    }
}

impl Door for Part<'_> {
    fn call<'a>(
        &'a self,
        who: &'a str,
        operation: &'a str,
        params: String,
        key: Option<String>,
    ) -> Work<'a, Result<Value, Failure>> {
        Box::pin(async move {
            let what = What::Call { call: operation, with: params, key };
            self.driver.tell(&self.name(who), &self.url, what).await
        })
    }

    fn listen<'a>(&'a self, who: &'a str) -> Work<'a, Result<Events, Failure>> {
        Box::pin(async move {
            let name = self.name(who);
            let (sender, receiver) = mpsc::unbounded_channel();
            let waiting = || self.driver.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            waiting().ears.insert(name.clone(), sender);
            self.driver.tell(&name, &self.url, What::Listen { listen: true }).await?;
            Ok(receiver)
        })
    }
}
