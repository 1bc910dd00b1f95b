//! The chats of the examples, used as people would: two of them talk on one server.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use super::server::Server;
use crate::{command::Command, report::Outcome};

/// How long anything may take, a JVM's start on a busy machine included.
const PATIENCE: Duration = Duration::from_secs(60);

/// Drives the program that `chat` makes.
pub(super) fn drive(root: &Path, chat: impl Fn() -> Command) -> Result<Outcome, String> {
    let server = Server::start(root)?;
    let start = |words: &[&str]| Talker::start(chat().env("AVALO_URL", server.url()).args(words));
    let mut outcome = Outcome::default();
    for (step, held) in [
        ("two people talk, and each hears the other", two(&start)),
        ("a wrong password is said so", wrong(&start)),
        ("who forgets the password is told what to give", forgotten(&start)),
    ] {
        match &held {
            Ok(()) => println!("ok - {step}"),
            Err(why) => println!("not ok - {step}: {why}"),
        }
        outcome.add(Outcome::check(held.is_ok()));
    }
    Ok(outcome)
}

type Start<'a> = &'a dyn Fn(&[&str]) -> Result<Talker, String>;

fn two(start: Start<'_>) -> Result<(), String> {
    let mut mary = start(&["user7@avalo.test", "Password1"])?;
    let mut grace = start(&["user1@avalo.test", "Password1"])?;
    mary.choose("User 1")?;
    grace.choose("User 7")?;
    mary.speak_to(&mut grace, "usr_7")?;
    grace.speak_to(&mut mary, "usr_1")?;
    for talker in [mary, grace] {
        if !talker.end()? {
            return Err("it failed at the end of its input".to_owned());
        }
    }
    Ok(())
}

fn wrong(start: Start<'_>) -> Result<(), String> {
    let mut talker = start(&["user7@avalo.test", "Password2"])?;
    talker.hear(|line| line.starts_with("invalid_credentials: "))?;
    if talker.end()? { Err("it ended as if all were well".to_owned()) } else { Ok(()) }
}

fn forgotten(start: Start<'_>) -> Result<(), String> {
    let mut talker = start(&["user7@avalo.test"])?;
    talker.hear(|line| line == "chat EMAIL PASSWORD")?;
    if talker.end()? { Err("it ended as if all were well".to_owned()) } else { Ok(()) }
}

/// Somebody at the program.
struct Talker {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl Talker {
    fn start(program: Command) -> Result<Self, String> {
        let mut child = program.piped().map_err(|error| format!("the chat did not start: {error}"))?;
        let (sender, lines) = mpsc::channel();
        if let Some(output) = child.stdout.take() {
            thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    // Nobody may listen any more.
                    let _ = sender.send(line);
                }
            });
        }
        Ok(Self { input: child.stdin.take(), child, lines })
    }

    fn say(&mut self, line: &str) -> Result<(), String> {
        let input = self.input.as_mut().ok_or("its input is closed")?;
        input
            .write_all(format!("{line}\n").as_bytes())
            .and_then(|()| input.flush())
            .map_err(|error| format!("it takes no input: {error}"))
    }

    /// The first line that is meant.
    fn hear(&mut self, meant: impl Fn(&str) -> bool) -> Result<String, String> {
        self.hear_within(PATIENCE, meant)?.ok_or_else(|| "it says nothing any more".to_owned())
    }

    fn hear_within(
        &mut self,
        patience: Duration,
        meant: impl Fn(&str) -> bool,
    ) -> Result<Option<String>, String> {
        let until = Instant::now() + patience;
        loop {
            match self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(line) if meant(&line) => return Ok(Some(line)),
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return Ok(None),
                Err(RecvTimeoutError::Disconnected) => return Err("it ended".to_owned()),
            }
        }
    }

    /// Chooses the chat with somebody from the list.
    fn choose(&mut self, name: &str) -> Result<(), String> {
        let line = self.hear(|line| line.ends_with(name))?;
        let number = line.split('.').next().unwrap_or_default().to_owned();
        self.hear(|line| line == "Which chat?")?;
        self.say(&number)
    }

    /// Says something until the other hears it, who may not have listened yet, and hears it as well.
    fn speak_to(&mut self, other: &mut Self, me: &str) -> Result<(), String> {
        let until = Instant::now() + PATIENCE;
        for number in 1.. {
            let words = format!("Good evening, {number}");
            self.say(&words)?;
            let heard = format!("{me}: {words}");
            if other.hear_within(Duration::from_millis(500), |line| line == heard)?.is_some() {
                let own = format!("you: {words}");
                return self.hear(|line| line == own).map(drop);
            }
            if Instant::now() > until {
                break;
            }
        }
        Err(format!("nobody hears {me}"))
    }

    /// Closes its input, waits for its end and says whether it succeeded.
    fn end(mut self) -> Result<bool, String> {
        self.input = None;
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            match self.child.try_wait() {
                Ok(Some(status)) => return Ok(status.success()),
                Ok(None) => thread::sleep(Duration::from_millis(20)),
                Err(error) => return Err(format!("it cannot be waited for: {error}")),
            }
        }
        Err("it does not end with its input".to_owned())
    }
}

impl Drop for Talker {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
