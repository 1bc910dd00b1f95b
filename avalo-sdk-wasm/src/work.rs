//! Waiting for JavaScript.

use std::{
    cell::RefCell,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use crate::abi;

/// What became of a piece of work.
pub(crate) struct Settled {
    /// Negative for a failure; else what the work says.
    pub(crate) code: i32,
    pub(crate) text: Option<String>,
}

struct Slot {
    number: u32,
    waker: Option<Waker>,
    settled: Option<Settled>,
}

/// What JavaScript is doing.
struct Works {
    slots: Vec<Slot>,
    last: u32,
}

thread_local! {
    static WORKS: RefCell<Works> = const { RefCell::new(Works { slots: Vec::new(), last: 0 }) };
}

impl Works {
    fn place(&self, number: u32) -> Option<usize> {
        self.slots.iter().position(|slot| slot.number == number)
    }
}

/// Work that is under way, as a future. Dropping it early ends the work.
pub(crate) struct Work(pub(crate) u32);

/// Lets JavaScript begin a piece of work.
pub(crate) fn begin(begin: impl FnOnce(u32)) -> Work {
    let number = WORKS.with_borrow_mut(|works| {
        works.last = works.last.wrapping_add(1);
        works.slots.push(Slot { number: works.last, waker: None, settled: None });
        works.last
    });
    begin(number);
    Work(number)
}

/// Takes what became of a piece of work. For one that was given up, it comes too late.
pub(crate) fn settle(number: u32, code: i32, text: Option<String>) {
    let waker = WORKS.with_borrow_mut(|works| {
        let place = works.place(number)?;
        let slot = works.slots.get_mut(place)?;
        slot.settled = Some(Settled { code, text });
        slot.waker.take()
    });
    if let Some(waker) = waker {
        waker.wake();
    }
}

impl Future for Work {
    type Output = Settled;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Settled> {
        WORKS.with_borrow_mut(|works| {
            // What is not on the list was given out before; nobody polls that again.
            let Some(place) = works.place(self.0) else { return Poll::Pending };
            match works.slots.get_mut(place) {
                Some(Slot { settled: None, waker, .. }) => *waker = Some(context.waker().clone()),
                _ => {
                    if let Some(settled) = works.slots.swap_remove(place).settled {
                        return Poll::Ready(settled);
                    }
                }
            }
            Poll::Pending
        })
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        let slot = WORKS.with_borrow_mut(|works| {
            let place = works.place(self.0)?;
            Some(works.slots.swap_remove(place))
        });
        // What was settled and never taken may be an answer that JavaScript still keeps.
        if slot.is_some() {
            abi::cancel(self.0);
        }
    }
}
