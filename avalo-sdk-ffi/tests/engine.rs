//! The engine of bridges against the reference server: lines go in and lines come out.

use std::{
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};

use avalo_mock_server::MockServer;
use avalo_sdk_ffi::{EngineListener, NativeEngine};

const LOGIN: &str = "auth.login POST /v1/auth/login PK";
const WALLET: &str = "payments.getWallet GET /v1/wallet US";
const EVENTS: &str = "chat.subscribeToMessages GET /v1/events US stream";
const TIP: &str = "payments.sendTip POST /v1/payments/tips UK";

struct Line(mpsc::Sender<String>);

impl EngineListener for Line {
    fn hear(&self, told: String) {
        // The test may be over.
        let _ = self.0.send(told);
    }
}

/// An engine and what it says. A session is kept in `kept`, as JavaScript would.
struct Bridge {
    engine: Arc<NativeEngine>,
    lines: mpsc::Receiver<String>,
    kept: Mutex<Option<String>>,
}

impl Bridge {
    fn open(settings: &str) -> Self {
        let (sender, lines) = mpsc::channel();
        Self {
            engine: NativeEngine::open(settings.to_owned(), Arc::new(Line(sender))),
            lines,
            kept: Mutex::default(),
        }
    }

    /// The next line that is not about the session's place.
    fn line(&self) -> String {
        loop {
            let line = self.lines.recv_timeout(Duration::from_secs(20)).expect("a line");
            let mut words = line.splitn(3, ' ');
            let (word, number, text) = (words.next(), words.next().expect("a number"), words.next());
            let work = number.parse().expect("a number");
            let mut kept = self.kept.lock().expect("the session");
            match word {
                Some("load") => self.engine.settle(work, true, kept.clone()),
                Some("save") => {
                    *kept = text.map(str::to_owned);
                    self.engine.settle(work, true, None);
                }
                Some("clear") => {
                    *kept = None;
                    self.engine.settle(work, true, None);
                }
                _ => return line,
            }
        }
    }

    /// Lines up to the one that begins like this, which is the last.
    fn until(&self, start: &str) -> Vec<String> {
        let mut lines = vec![self.line()];
        while !lines.last().expect("a line").starts_with(start) {
            lines.push(self.line());
        }
        lines
    }

    fn call(&self, number: u32, row: &str, params: &str) {
        self.engine.call(number, row.to_owned(), params.to_owned(), "{}".to_owned());
    }

    /// Signs in one of the ten users of the seeded world.
    fn sign_in(server: &MockServer, user: u32) -> Self {
        let bridge = Self::open(&format!(r#"{{"endpoint":"{}"}}"#, server.url()));
        let who = format!(r#"{{"email":"user{user}@avalo.test","password":"Password1"}}"#);
        bridge.call(1, LOGIN, &who);
        let lines = bridge.until("answer 1 {");
        assert!(lines.contains(&format!("user 0 usr_{user}")), "{lines:?}");
        assert!(lines.contains(&format!("session 0 signed_in usr_{user}")), "{lines:?}");
        bridge
    }
}

async fn with_server(test: impl FnOnce(&MockServer) + Send + 'static) {
    let server = Arc::new(MockServer::start().await.expect("a server"));
    tokio::task::spawn_blocking(move || test(&server)).await.expect("the test");
}

#[tokio::test]
async fn calls_are_answered_by_their_numbers() {
    with_server(|server| {
        let bridge = Bridge::sign_in(server, 7);
        bridge.call(2, WALLET, "{}");
        bridge.call(3, "payments.getWallet GET", "{}");
        let lines = [bridge.line(), bridge.line()];
        assert!(lines.iter().any(|line| line.starts_with(r#"answer 2 {"#)), "{lines:?}");
        assert!(lines.iter().any(|line| line.starts_with(r#"refuse 3 {"kind":"invalid""#)), "{lines:?}");

        bridge.engine.sign_out(4);
        assert_eq!(bridge.until("answer 4")[..2], ["user 0", "session 0 signed_out"]);
        bridge.call(5, WALLET, "{}");
        assert!(bridge.line().starts_with(r#"refuse 5 {"kind":"unauthenticated""#));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_used_is_refused() {
    let bridge = Bridge::open(r#"{"endpoint":"avalo"}"#);
    assert!(bridge.line().starts_with(r#"refuse 0 {"kind":"config""#));
    bridge.call(1, WALLET, "{}");
    assert!(bridge.line().starts_with(r#"refuse 1 {"kind":"config""#));
    assert!(Bridge::open("nonsense").line().starts_with(r#"refuse 0 {"kind":"invalid""#));

    let bridge = Bridge::open(r#"{"endpoint":"http://127.0.0.1:9"}"#);
    bridge.engine.call(1, WALLET.to_owned(), "{}".to_owned(), r#"{"timeout":"soon"}"#.to_owned());
    assert!(bridge.line().starts_with(r#"refuse 1 {"kind":"invalid""#));
}

#[tokio::test]
async fn a_defect_refuses_its_call_and_no_other() {
    with_server(|server| {
        let bridge = Bridge::sign_in(server, 7);
        bridge.call(2, "test.panic", "{}");
        assert!(bridge.line().starts_with(r#"refuse 2 {"kind":"internal""#));
        bridge.call(3, WALLET, "{}");
        assert!(bridge.line().starts_with("answer 3 {"));
    })
    .await;
}

#[tokio::test]
async fn a_call_that_was_given_up_is_not_heard_of() {
    with_server(|server| {
        let bridge = Bridge::sign_in(server, 7);
        bridge.call(2, WALLET, "{}");
        bridge.engine.give_up(2);
        bridge.engine.give_up(2);
        bridge.call(3, WALLET, "{}");
        let last = bridge.until("answer 3");
        // It may have been under way; it is answered once at most, and nothing waits for it.
        assert!(last.len() <= 2, "{last:?}");
        bridge.engine.end();
        bridge.call(4, WALLET, "{}");
        assert!(bridge.lines.recv_timeout(Duration::from_millis(200)).is_err());
    })
    .await;
}

#[tokio::test]
async fn what_happens_while_the_app_sleeps_is_told_when_it_wakes() {
    with_server(|server| {
        let (ada, mary) = (Bridge::sign_in(server, 1), Bridge::sign_in(server, 7));
        let streams = |number| {
            while server.open_streams() != number {
                std::thread::sleep(Duration::from_millis(5));
            }
        };
        ada.engine.listen(2, EVENTS.to_owned());
        streams(1);
        let tip = |number| {
            mary.call(number, TIP, r#"{"recipientId":"usr_1","amount":10}"#);
            assert!(mary.line().starts_with(&format!("answer {number} {{")));
        };
        // From the first that it hears on, it knows where it stands.
        tip(2);
        assert!(ada.line().starts_with("part 2 {"));
        ada.engine.set_awake(false);
        streams(0);
        // What was told by then is no news.
        while ada.lines.try_recv().is_ok() {}
        tip(3);
        ada.engine.set_awake(true);
        assert!(ada.line().starts_with("part 2 {"));
        ada.engine.give_up(2);
        streams(0);
    })
    .await;
}
