//! Waiting for JavaScript.

use std::{
    cell::RefCell,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use wasm_bindgen::JsValue;

use crate::host::Host;

/// JavaScript, and what it is doing.
pub(crate) struct Bench {
    pub(crate) host: Host,
    works: RefCell<Works>,
}

#[derive(Default)]
struct Works {
    slots: Vec<(u32, Slot)>,
    next: u32,
}

enum Slot {
    UnderWay(Option<Waker>),
    Settled(Result<JsValue, JsValue>),
}

/// Work that is under way, as a future. Dropping it early ends the work.
pub(crate) struct Work {
    bench: Rc<Bench>,
    number: u32,
}

impl Works {
    fn place(&self, number: u32) -> Option<usize> {
        self.slots.iter().position(|(other, _)| *other == number)
    }
}

impl Bench {
    pub(crate) fn new(host: Host) -> Rc<Self> {
        Rc::new(Self { host, works: RefCell::default() })
    }

    /// Lets JavaScript begin a piece of work.
    pub(crate) fn begin(self: &Rc<Self>, begin: impl FnOnce(&Host, u32)) -> Work {
        let number = {
            let mut works = self.works.borrow_mut();
            works.next = works.next.wrapping_add(1);
            let number = works.next;
            works.slots.push((number, Slot::UnderWay(None)));
            number
        };
        begin(&self.host, number);
        Work { bench: Rc::clone(self), number }
    }

    /// Takes what became of a piece of work. For one that was given up, it comes too late.
    pub(crate) fn settle(&self, number: u32, result: Result<JsValue, JsValue>) {
        let mut works = self.works.borrow_mut();
        let Some(place) = works.place(number) else { return };
        if let Slot::UnderWay(Some(waker)) =
            std::mem::replace(&mut works.slots[place].1, Slot::Settled(result))
        {
            waker.wake();
        }
    }
}

impl Work {
    pub(crate) fn number(&self) -> u32 {
        self.number
    }
}

impl Future for Work {
    type Output = Result<JsValue, JsValue>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut works = self.bench.works.borrow_mut();
        // What is not on the list was given out before; nobody polls that again.
        let Some(place) = works.place(self.number) else { return Poll::Pending };
        if let Slot::UnderWay(waker) = &mut works.slots[place].1 {
            *waker = Some(context.waker().clone());
            return Poll::Pending;
        }
        match works.slots.swap_remove(place).1 {
            Slot::Settled(result) => Poll::Ready(result),
            Slot::UnderWay(_) => Poll::Pending,
        }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        let mut works = self.bench.works.borrow_mut();
        let Some(place) = works.place(self.number) else { return };
        // What was settled and never taken may be an answer whose body is still open.
        works.slots.swap_remove(place);
        drop(works);
        self.bench.host.cancel(self.number);
    }
}
