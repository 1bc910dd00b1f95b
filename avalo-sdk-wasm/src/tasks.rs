//! The calls under way: who may go on, and going on.

use std::{
    cell::{Cell, RefCell},
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Wake, Waker},
};

type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Futures by number, polled whenever JavaScript comes by with something new.
#[derive(Default)]
pub(crate) struct Tasks {
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
    /// Takes in a task and goes on.
    pub(crate) fn begin(&self, number: u32, task: Task) {
        self.waiting.borrow_mut().push((number, task));
        self.ready.push(number);
        self.go_on();
    }

    /// Takes in a task that is no call. Calls are counted from 1 up, these from the largest number down.
    pub(crate) fn spawn(&self, task: Task) {
        self.spawned.set(self.spawned.get().wrapping_add(1));
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
            if task.as_mut().poll(&mut Context::from_waker(&waker)).is_pending() {
                self.waiting.borrow_mut().push((number, task));
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
