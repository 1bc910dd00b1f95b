//! Waiting for JavaScript.

use std::{
    cell::RefCell,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use crate::{abi, abi::Alone};

/// What became of a piece of work.
pub(crate) struct Settled {
    /// Negative for a failure; else what the work says.
    pub(crate) code: i32,
    pub(crate) text: Option<String>,
}

enum Slot {
    Free,
    UnderWay(Option<Waker>),
    Settled(Settled),
    /// Settled and taken, but JavaScript still keeps something of it.
    Taken,
}

/// What JavaScript is doing. The number of a piece of work is its place here, which the next one gets when it
/// is dropped: of what was cancelled, JavaScript tells nothing more.
static SLOTS: Alone<RefCell<Vec<Slot>>> = Alone::new(RefCell::new(Vec::new()));

/// Work that JavaScript does, as a future. Dropping it ends the work, and what is left of it.
pub(crate) struct Work(u32);

/// Lets JavaScript begin a piece of work.
pub(crate) fn begin(begin: impl FnOnce(u32)) -> Work {
    let number = place();
    begin(number);
    Work(number)
}

fn place() -> u32 {
    let mut slots = SLOTS.borrow_mut();
    let free = slots.iter().position(|slot| matches!(slot, Slot::Free)).unwrap_or(slots.len());
    match slots.get_mut(free) {
        Some(slot) => *slot = Slot::UnderWay(None),
        None => slots.push(Slot::UnderWay(None)),
    }
    free as u32
}

fn replace(number: u32, by: Slot) -> Slot {
    match SLOTS.borrow_mut().get_mut(number as usize) {
        Some(slot) => std::mem::replace(slot, by),
        None => Slot::Free,
    }
}

/// Takes what became of a piece of work.
pub(crate) fn settle(number: u32, code: i32, text: Option<String>) {
    if let Slot::UnderWay(Some(waker)) = replace(number, Slot::Settled(Settled { code, text })) {
        waker.wake();
    }
}

impl Work {
    pub(crate) fn number(&self) -> u32 {
        self.0
    }
}

impl Future for Work {
    type Output = Settled;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Settled> {
        match replace(self.0, Slot::Taken) {
            Slot::Settled(settled) => Poll::Ready(settled),
            _ => {
                replace(self.0, Slot::UnderWay(Some(context.waker().clone())));
                Poll::Pending
            }
        }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        drop(replace(self.0, Slot::Free));
        abi::cancel(self.0);
    }
}
