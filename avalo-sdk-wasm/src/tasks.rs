//! The calls under way: who may go on, and going on.

use std::{
    cell::{Cell, RefCell},
    sync::Arc,
    task::{Context, Poll, Wake, Waker},
};

use avalo_sdk::{Answer, AnswerBody, Error, platform::BoxFuture};

use crate::{abi, abi::Alone, transport::Exchange};

type Work = BoxFuture<Result<Answer, Error>>;

/// A call, and what says that its turn has come.
struct Task {
    number: u32,
    work: Work,
    waker: Waker,
}

/// Polled whenever JavaScript comes by with something new. The host is told what comes of them.
static WAITING: Alone<RefCell<Vec<Task>>> = Alone::new(RefCell::new(Vec::new()));
/// Whose turn it is.
static READY: Alone<RefCell<Vec<u32>>> = Alone::new(RefCell::new(Vec::new()));
static RUNNING: Alone<Cell<bool>> = Alone::new(Cell::new(false));
/// How many tasks there were that are no calls.
static SPAWNED: Alone<Cell<u32>> = Alone::new(Cell::new(0));

struct Turn(u32);

impl Wake for Turn {
    fn wake(self: Arc<Self>) {
        READY.borrow_mut().push(self.0);
    }
}

/// Takes in a task and goes on.
pub(crate) fn begin(number: u32, work: Work) {
    let waker = Waker::from(Arc::new(Turn(number)));
    waker.wake_by_ref();
    WAITING.borrow_mut().push(Task { number, work, waker });
    go_on();
}

/// Takes in work that is no call. Calls are counted from 1 up, these from the largest number down,
/// where no caller waits for what the host hears.
pub(crate) fn spawn(work: BoxFuture<()>) {
    let count = SPAWNED.get().wrapping_add(1);
    SPAWNED.set(count);
    let work = async move {
        work.await;
        Ok(Answer::nothing())
    };
    begin(count.wrapping_neg(), Box::pin(work));
}

/// Drops a task, and with it whatever it waits for.
pub(crate) fn end(number: u32) {
    drop(take(number));
    go_on();
}

/// Polls every task whose turn has come.
pub(crate) fn go_on() {
    if RUNNING.replace(true) {
        return;
    }
    while let Some(number) = next() {
        // One that ended may still have had a turn.
        let Some(mut task) = take(number) else { continue };
        match task.work.as_mut().poll(&mut Context::from_waker(&task.waker)) {
            Poll::Pending => WAITING.borrow_mut().push(task),
            Poll::Ready(Ok(answer)) => tell(number, &answer),
            Poll::Ready(Err(error)) => abi::say_error(number, &error),
        }
    }
    RUNNING.set(false);
}

fn next() -> Option<u32> {
    let mut ready = READY.borrow_mut();
    if ready.is_empty() { None } else { Some(ready.remove(0)) }
}

fn take(number: u32) -> Option<Task> {
    let mut waiting = WAITING.borrow_mut();
    let place = waiting.iter().position(|task| task.number == number)?;
    Some(waiting.swap_remove(place))
}

/// Gives a call its answer, from wherever it is.
fn tell(number: u32, answer: &Answer) {
    match &answer.body {
        AnswerBody::Held(held) => {
            if let Some(exchange) = held.downcast_ref::<Exchange>() {
                abi::pass_answer(number, exchange.0.number());
            }
        }
        AnswerBody::Bytes(_) => abi::say_answer(number, answer.text().unwrap_or_default()),
    }
}
