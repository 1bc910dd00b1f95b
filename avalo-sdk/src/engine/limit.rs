//! Never more than so many requests in any window of 60 s.

use std::{
    collections::VecDeque,
    future::poll_fn,
    sync::{Arc, Mutex},
    task::{Poll, Waker},
};

use super::{
    lock::Lock,
    text::{decimal, joined},
};
use crate::{
    error::{Error, ErrorKind},
    platform::{BoxFuture, Millis, Platform, SECOND},
};

/// The window.
pub(crate) const WINDOW: Millis = 60 * SECOND;

/// How many calls may wait for room. The next one is refused at once.
pub(crate) const QUEUE_LIMIT: usize = 1_000;

/// Lets at most `capacity` requests go in any sliding 60 s.
///
/// A request takes a place when it is sent and gives it back 60 s after its answer came. The
/// server saw it somewhere between the two, so its clock never counts more than `capacity` in 60 s
/// either, however long a request was under way. Those who wait go in order of arrival; a token
/// refresh, for which others wait, goes first.
#[derive(Debug)]
pub(crate) struct Limiter {
    state: Mutex<State>,
    platform: Arc<Platform>,
}

/// The places, without a clock of its own.
#[derive(Debug, Default)]
struct State {
    capacity: usize,
    under_way: usize,
    /// When places come back, earliest first.
    returns: VecDeque<Millis>,
    /// Who waits, first one first.
    queue: Vec<Waiter>,
    next_ticket: u64,
}

#[derive(Debug)]
struct Waiter {
    ticket: u64,
    waker: Option<Waker>,
}

/// What a waiter may do.
#[derive(Debug, PartialEq, Eq)]
enum Admission {
    Go,
    /// Ask again at this moment, or when woken.
    At(Option<Millis>),
}

impl State {
    fn admit(&mut self, ticket: u64, now: Millis) -> Admission {
        while self.returns.front().is_some_and(|at| *at <= now) {
            self.returns.pop_front();
        }
        if self.queue.first().is_none_or(|first| first.ticket != ticket) {
            return Admission::At(None);
        }
        if self.under_way + self.returns.len() < self.capacity {
            self.queue.remove(0);
            self.under_way += 1;
            self.wake_first();
            return Admission::Go;
        }
        Admission::At(self.returns.front().copied())
    }

    /// When at the earliest one goes who has so many ahead, if that is known: nobody knows when a
    /// request that is under way will end.
    fn room_at(&self, ahead: usize) -> Option<Millis> {
        let free = self.capacity.saturating_sub(self.under_way + self.returns.len());
        let missing = ahead.checked_sub(free)?;
        self.returns.get(missing).copied()
    }

    fn wake_first(&mut self) {
        if let Some(waker) = self.queue.first_mut().and_then(|first| first.waker.take()) {
            waker.wake();
        }
    }

    fn place(&self, ticket: u64) -> Option<usize> {
        self.queue.iter().position(|waiter| waiter.ticket == ticket)
    }

    fn leave(&mut self, ticket: u64) {
        if let Some(place) = self.place(ticket) {
            self.queue.remove(place);
        }
        self.wake_first();
    }

    /// Takes a place back, at that moment or, if it was not used, at once.
    fn give_back(&mut self, at: Option<Millis>) {
        self.under_way -= 1;
        if let Some(at) = at {
            self.returns.push_back(at);
        }
        self.wake_first();
    }
}

impl Limiter {
    /// A limiter of `per_minute` requests, at least one.
    pub(crate) fn new(per_minute: u32, platform: Arc<Platform>) -> Self {
        let capacity = per_minute.max(1) as usize;
        Self { state: Mutex::new(State { capacity, ..State::default() }), platform }
    }

    /// Lowers the limit. A server may never raise what the program set.
    pub(crate) fn lower(&self, per_minute: u32) {
        let mut state = self.state.hold();
        state.capacity = state.capacity.min(per_minute.max(1) as usize);
    }

    /// Waits for room, not beyond the moment `until`.
    ///
    /// # Errors
    ///
    /// `RateLimited` at once when [`QUEUE_LIMIT`] calls wait already, and when there will be no room
    /// before `until`.
    pub(crate) async fn admit(&self, urgent: bool, until: Millis) -> Result<Permit<'_>, Error> {
        let place = self.enqueue(urgent, until)?;
        let mut alarm: Option<BoxFuture<()>> = None;
        poll_fn(|context| {
            let mut state = self.state.hold();
            loop {
                let now = self.platform.now();
                match state.admit(place.ticket, now) {
                    Admission::Go => return Poll::Ready(()),
                    Admission::At(moment) => {
                        if let Some(place) = state.place(place.ticket) {
                            state.queue[place].waker = Some(context.waker().clone());
                        }
                        // Only the first in the queue needs an alarm; the others are woken in turn.
                        let Some(moment) = moment else { return Poll::Pending };
                        let alarm =
                            alarm.get_or_insert_with(|| self.platform.pause(moment.saturating_sub(now)));
                        if alarm.as_mut().poll(context).is_pending() {
                            return Poll::Pending;
                        }
                    }
                }
                alarm = None;
            }
        })
        .await;
        Ok(place.into_permit())
    }

    fn enqueue(&self, urgent: bool, until: Millis) -> Result<Place<'_>, Error> {
        let mut state = self.state.hold();
        let ahead = if urgent { 0 } else { state.queue.len() };
        if let Some(moment) = state.room_at(ahead).filter(|moment| *moment >= until) {
            let limit = decimal(state.capacity as u64);
            let detail =
                ["the limit of ", &limit, " requests in 60 s is used up for longer than the call may take"];
            let wait = moment.saturating_sub(self.platform.now());
            return Err(Error::new(ErrorKind::RateLimited, joined(&detail)).with_retry_after(wait));
        }
        if state.queue.len() >= QUEUE_LIMIT && !urgent {
            let wait = state.returns.front().map_or(WINDOW, |at| at.saturating_sub(self.platform.now()));
            let detail = "too many calls wait already to keep the limit of requests in 60 s";
            return Err(Error::new(ErrorKind::RateLimited, detail).with_retry_after(wait));
        }
        let ticket = state.next_ticket;
        state.next_ticket += 1;
        let waiter = Waiter { ticket, waker: None };
        state.queue.insert(ahead, waiter);
        Ok(Place { limiter: self, ticket, admitted: false })
    }
}

/// A place in the queue, left when it is dropped.
struct Place<'a> {
    limiter: &'a Limiter,
    ticket: u64,
    admitted: bool,
}

impl<'a> Place<'a> {
    fn into_permit(mut self) -> Permit<'a> {
        self.admitted = true;
        Permit { limiter: self.limiter, used: false }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        if !self.admitted {
            self.limiter.state.hold().leave(self.ticket);
        }
    }
}

/// Leave to send one request. Dropped unused, it was never taken.
#[derive(Debug)]
pub(crate) struct Permit<'a> {
    limiter: &'a Limiter,
    used: bool,
}

impl Permit<'_> {
    /// Says that the request is about to leave.
    pub(crate) fn mark_used(&mut self) {
        self.used = true;
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        // Not a part of a millisecond too early.
        let returns = self.used.then(|| self.limiter.platform.next() + WINDOW);
        self.limiter.state.hold().give_back(returns);
    }
}

#[cfg(all(test, feature = "native"))]
mod tests;
