//! The calls under way: who may go on, and going on.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, Wake, Waker},
};

use avalo_sdk::{Answer, AnswerBody, Error, platform::BoxFuture};
use wasm_bindgen::JsValue;

use crate::{host::Host, work::Bench};

type Task = BoxFuture<Result<Answer, Error>>;

/// Futures by number, polled whenever JavaScript comes by with something new. The host is told what
/// comes of them.
pub(crate) struct Tasks {
    bench: Rc<Bench>,
    waiting: RefCell<Vec<(u32, Task)>>,
    ready: Arc<Ready>,
    running: Cell<bool>,
    /// How many tasks there were that are no calls.
    spawned: Cell<u32>,
}

/// Whose turn it is. A lock costs nothing where there are no threads, and lets this be a waker.
#[derive(Default)]
struct Ready(Mutex<Vec<u32>>);

struct Turn {
    task: u32,
    ready: Arc<Ready>,
}

impl Ready {
    fn push(&self, task: u32) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(task);
    }

    fn pop(&self) -> Option<u32> {
        let mut ready = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if ready.is_empty() { None } else { Some(ready.remove(0)) }
    }
}

impl Wake for Turn {
    fn wake(self: Arc<Self>) {
        self.ready.push(self.task);
    }
}

impl Tasks {
    pub(crate) fn new(bench: &Rc<Bench>) -> Rc<Self> {
        Rc::new(Self {
            bench: Rc::clone(bench),
            waiting: RefCell::default(),
            ready: Arc::default(),
            running: Cell::default(),
            spawned: Cell::default(),
        })
    }

    /// Takes in a task and goes on.
    pub(crate) fn begin(&self, number: u32, task: Task) {
        self.waiting.borrow_mut().push((number, task));
        self.ready.push(number);
        self.go_on();
    }

    /// Takes in work that is no call. Calls are counted from 1 up, these from the largest number down,
    /// where no caller waits for what the host hears.
    pub(crate) fn spawn(&self, work: BoxFuture<()>) {
        self.spawned.set(self.spawned.get().wrapping_add(1));
        let task = Box::pin(async move {
            work.await;
            Ok(Answer::nothing())
        });
        self.begin(self.spawned.get().wrapping_neg(), task);
    }

    /// Drops a task, and with it whatever it waits for.
    pub(crate) fn end(&self, number: u32) {
        drop(self.take(number));
        self.go_on();
    }

    /// Polls every task whose turn has come.
    pub(crate) fn go_on(&self) {
        if self.running.replace(true) {
            return;
        }
        while let Some(number) = self.ready.pop() {
            // One that ended may still have had a turn.
            let Some(mut task) = self.take(number) else { continue };
            let waker = Waker::from(Arc::new(Turn { task: number, ready: Arc::clone(&self.ready) }));
            match task.as_mut().poll(&mut Context::from_waker(&waker)) {
                Poll::Pending => self.waiting.borrow_mut().push((number, task)),
                Poll::Ready(Ok(answer)) => self.bench.host.answer(number, &text(&answer)),
                Poll::Ready(Err(error)) => refuse(&self.bench.host, number, &error),
            }
        }
        self.running.set(false);
    }

    fn take(&self, number: u32) -> Option<Task> {
        let mut waiting = self.waiting.borrow_mut();
        let place = waiting.iter().position(|(other, _)| *other == number)?;
        Some(waiting.swap_remove(place).1)
    }
}

/// The answer's text, from wherever it is.
fn text(answer: &Answer) -> JsValue {
    match &answer.body {
        AnswerBody::Held(held) => held.downcast_ref::<JsValue>().cloned().unwrap_or_default(),
        AnswerBody::Bytes(_) => answer.text().unwrap_or_default().into(),
    }
}

pub(crate) fn refuse(host: &Host, call: u32, error: &Error) {
    host.refuse(
        call,
        error.kind().as_str(),
        error.code_name(),
        error.detail(),
        error.status(),
        error.retry_after().map(|wait| wait.as_secs_f64()),
        error.request_id(),
    );
}
