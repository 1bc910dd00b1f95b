//! The engine as a bridge to JavaScript holds it, such as React Native's: everything is a number and text.
//!
//! Futures and objects do not pass such a bridge, so a call has a number that JavaScript gave it, and one listener
//! hears what becomes of all of them. What it hears is a line: a word, a number and maybe text, as in
//! `answer 12 {"posts":[]}`. The words are those of the WebAssembly module: see `npm/src/core.native.mjs`, which is
//! the other side of this. So a bridge only carries lines, and nothing is written twice, for Android and for iOS.

mod ear;
mod settings;
mod tasks;
mod works;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, OnceLock},
};

use avalo_sdk::{
    Answer, AvaloSdk, Error,
    foreign::{DEFECT, break_on_demand},
    platform::BoxFuture,
};
use futures_util::FutureExt;
use tokio::{
    runtime::{Builder, Runtime},
    sync::watch,
};

use self::{
    ear::Ear,
    settings::{Options, Settings},
    tasks::Tasks,
    works::Works,
};

/// Hears what becomes of the calls of an engine, from any thread. It must not throw.
#[uniffi::export(rust, foreign)]
pub trait EngineListener: Send + Sync {
    /// A word, a number and maybe text, separated by spaces:
    ///
    /// - `part N TEXT`, `answer N JSON` and `refuse N JSON` of call N; number 0 refuses the engine itself;
    /// - `load N`, `save N TEXT` and `clear N` ask for work on the session, which [`NativeEngine::settle`] ends;
    /// - `user 0 ID` says who is signed in from here on, without an id that nobody is;
    /// - `session 0 WORD DETAIL` says what happened to the session.
    fn hear(&self, told: String);
}

/// A client without futures.
#[derive(uniffi::Object)]
pub struct NativeEngine {
    /// The client, or the refusal of every call.
    sdk: Result<AvaloSdk, String>,
    ear: Arc<Ear>,
    works: Arc<Works>,
    tasks: Arc<Tasks>,
    awake: watch::Sender<bool>,
}

/// A call that was not begun yet.
type Work = BoxFuture<Result<Answer, Error>>;

/// Where the calls of all engines are carried out. The platforms' own threads are left alone.
fn runtime() -> Option<&'static Runtime> {
    static RUNTIME: OnceLock<Option<Runtime>> = OnceLock::new();
    let make =
        || Builder::new_multi_thread().worker_threads(2).thread_name("avalo").enable_all().build().ok();
    RUNTIME.get_or_init(make).as_ref()
}

#[uniffi::export]
impl NativeEngine {
    /// Makes an engine of settings as JSON: `endpoint`, and if they are to differ from the SDK's own `timeout` in
    /// milliseconds, `retryAttempts`, `requestsPerMinute` and `dangerouslyAllowHttp`. Nothing is sent. Settings that
    /// cannot be used refuse number 0, and every later call.
    #[uniffi::constructor]
    pub fn open(settings: String, listener: Arc<dyn EngineListener>) -> Arc<Self> {
        let ear = Arc::new(Ear::new(listener));
        let works = Arc::new(Works::new(Arc::clone(&ear)));
        let sdk = Settings::read(&settings).and_then(|settings| settings.build(&ear, &works));
        if let Err(refusal) = &sdk {
            ear.say("refuse", 0, Some(refusal));
        }
        Arc::new(Self { sdk, ear, works, tasks: Arc::default(), awake: watch::Sender::new(true) })
    }

    /// Calls the operation of a row with its parameters as JSON. `options` is a JSON object that may hold
    /// `timeout` in milliseconds, `key` and `fresh`.
    pub fn call(&self, number: u32, row: String, params: String, options: String) {
        self.begin(number, |sdk| {
            let Options { timeout, key, fresh } = Options::read(&options)?;
            let call = sdk.call_row(&row, params, settings::time(timeout), key, fresh);
            Ok(Box::pin(async move {
                break_on_demand(&row);
                call.await
            }))
        });
    }

    /// The same for a row whose answer comes in parts.
    pub fn stream(&self, number: u32, row: String, params: String, options: String) {
        let ear = Arc::clone(&self.ear);
        self.begin(number, |sdk| {
            let Options { timeout, key, .. } = Options::read(&options)?;
            let part = move |text: &str| ear.part(number, text);
            Ok(sdk.stream_row(&row, &params, settings::time(timeout), key, part))
        });
    }

    /// Tells of the events of a row until it is given up. While the app is not awake it has no connection.
    pub fn listen(&self, number: u32, row: String) {
        let (ear, awake) = (Arc::clone(&self.ear), self.awake.subscribe());
        self.begin(number, |sdk| Ok(sdk.listen_while_awake(&row, awake, move |text| ear.part(number, text))));
    }

    /// Ends the session on this device at once, without the server, as the call of this number.
    pub fn sign_out(&self, number: u32) {
        self.begin(number, |sdk| {
            let sdk = sdk.clone();
            Ok(Box::pin(async move {
                sdk.sign_out().await;
                Ok(Answer::nothing())
            }))
        });
    }

    /// Gives a call up and closes its connection. What is told of it afterwards was under way by then.
    pub fn give_up(&self, number: u32) {
        self.tasks.end(number);
    }

    /// Says what became of work on the session: whether it is `done`, and the text that was loaded if there was one.
    pub fn settle(&self, work: u32, done: bool, text: Option<String>) {
        self.works.settle(work, done, text);
    }

    /// Says whether the app is in use.
    pub fn set_awake(&self, awake: bool) {
        self.awake.send_replace(awake);
    }

    // Not `close`: objects have one of their own in Kotlin.
    /// Gives everything up that is under way. The session stays where it is kept.
    pub fn end(&self) {
        self.tasks.close();
    }
}

impl NativeEngine {
    fn begin(&self, number: u32, work: impl FnOnce(&AvaloSdk) -> Result<Work, String>) {
        let Some(runtime) = runtime() else {
            return self.ear.refuse_for(number, "internal", "the system gives no threads");
        };
        let begun = self.sdk.as_ref().map_err(Clone::clone).and_then(|sdk| {
            // Whoever called would crash: these functions have no errors in Swift.
            let work = catch_unwind(AssertUnwindSafe(|| work(sdk)));
            Ok((sdk, work.unwrap_or_else(|_| Err(ear::plain("internal", DEFECT)))?))
        });
        let (sdk, work) = match begun {
            Ok(begun) => begun,
            Err(refusal) => return self.ear.say("refuse", number, Some(&refusal)),
        };
        let (ear, sdk) = (Arc::clone(&self.ear), sdk.clone());
        self.tasks.begin(runtime.handle(), number, async move {
            let came = AssertUnwindSafe(work).catch_unwind().await;
            ear.user(sdk.user_id().map(|user| user.0).as_deref());
            match came {
                Ok(Ok(answer)) => ear.answer(number, answer.text()),
                Ok(Err(error)) => ear.refuse(number, &error),
                Err(_) => ear.refuse_for(number, "internal", DEFECT),
            }
        });
    }
}

impl Drop for NativeEngine {
    fn drop(&mut self) {
        self.tasks.close();
    }
}
