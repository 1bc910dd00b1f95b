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

/// How long to wait before looking again.
const PAUSE: Duration = Duration::from_millis(20);

/// Drives the program that `chat` makes.
pub(super) fn drive(root: &Path, chat: impl Fn() -> Command) -> Result<Outcome, String> {
    let server = Server::start(root)?;
    let people = People { server: &server, chat: &chat };
    let mut outcome = Outcome::default();
    for (step, held) in [
        ("two people talk, and each hears the other", people.talk()),
        (
            "a wrong password is said so",
            people.fail(&["user7@avalo.test", "Password2"], |line| line.starts_with("invalid_credentials: ")),
        ),
        (
            "who forgets the password is told what to give",
            people.fail(&["user7@avalo.test"], |line| line == "chat EMAIL PASSWORD"),
        ),
    ] {
        outcome.add(Outcome::told(step, held));
    }
    Ok(outcome)
}

/// Who talks, by which program, on which server.
struct People<'a> {
    server: &'a Server,
    chat: &'a dyn Fn() -> Command,
}

impl People<'_> {
    fn start(&self, words: &[&str]) -> Result<Talker, String> {
        Talker::start((self.chat)().env("AVALO_URL", self.server.url()).args(words))
    }

    fn talk(&self) -> Result<(), String> {
        let mut mary = self.start(&["user7@avalo.test", "Password1"])?;
        let mut grace = self.start(&["user1@avalo.test", "Password1"])?;
        mary.choose("User 1")?;
        grace.choose("User 7")?;
        // A stream tells what happens from its beginning on.
        self.until_both_listen()?;
        mary.speak_to(&mut grace, "usr_7")?;
        grace.speak_to(&mut mary, "usr_1")?;
        for talker in [mary, grace] {
            if !talker.end()? {
                return Err("it failed at the end of its input".to_owned());
            }
        }
        Ok(())
    }

    fn until_both_listen(&self) -> Result<(), String> {
        let until = Instant::now() + PATIENCE;
        while self.server.streams()? < 2 {
            if Instant::now() > until {
                return Err("the chats do not listen".to_owned());
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    /// Starts the program, which is to say what is meant and to fail.
    fn fail(&self, words: &[&str], meant: impl Fn(&str) -> bool) -> Result<(), String> {
        let mut talker = self.start(words)?;
        talker.hear(meant)?;
        if talker.end()? { Err("it ended as if all were well".to_owned()) } else { Ok(()) }
    }
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
        let until = Instant::now() + PATIENCE;
        loop {
            match self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(line) if meant(&line) => return Ok(line),
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return Err("it says nothing any more".to_owned()),
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

    /// Says something that the other hears, and hears it as well.
    fn speak_to(&mut self, other: &mut Self, me: &str) -> Result<(), String> {
        let words = "Good evening";
        self.say(words)?;
        let heard = format!("{me}: {words}");
        other.hear(|line| line == heard).map_err(|why| format!("nobody hears {me}: {why}"))?;
        let own = format!("you: {words}");
        self.hear(|line| line == own).map_err(|why| format!("{me} does not see it: {why}"))?;
        Ok(())
    }

    /// Closes its input, waits for its end and says whether it succeeded.
    fn end(mut self) -> Result<bool, String> {
        self.input = None;
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            match self.child.try_wait() {
                Ok(Some(status)) => return Ok(status.success()),
                Ok(None) => thread::sleep(PAUSE),
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
