//! One after another, across waits.

use std::{future::poll_fn, sync::Mutex, task::Poll};

use super::{bell::Bell, lock::Lock};

/// Lets one in at a time, for as long as it takes; a lock that is held while something is awaited.
#[derive(Debug, Default)]
pub(crate) struct Turn {
    taken: Mutex<bool>,
    bell: Bell,
}

/// The turn of one, over when this is dropped.
#[derive(Debug)]
pub(crate) struct Mine<'a>(&'a Turn);

impl Turn {
    /// Waits until nobody else is in.
    pub(crate) async fn take(&self) -> Mine<'_> {
        poll_fn(|context| {
            let mut taken = self.taken.hold();
            if *taken {
                self.bell.add(context.waker());
                return Poll::Pending;
            }
            *taken = true;
            Poll::Ready(())
        })
        .await;
        Mine(self)
    }
}

impl Drop for Mine<'_> {
    fn drop(&mut self) {
        *self.0.taken.hold() = false;
        self.0.bell.ring();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[tokio::test]
    async fn one_is_in_at_a_time_and_one_who_leaves_lets_the_next_one_in() {
        let (turn, inside) = (Arc::new(Turn::default()), Arc::new(Mutex::new((0, 0))));
        let visit = |turn: Arc<Turn>, inside: Arc<Mutex<(u32, u32)>>| async move {
            let _mine = turn.take().await;
            inside.hold().0 += 1;
            assert_eq!(inside.hold().0, 1);
            tokio::task::yield_now().await;
            let mut inside = inside.hold();
            inside.0 = 0;
            inside.1 += 1;
        };
        let mine = turn.take().await;
        let mut visits: Vec<_> =
            (0..20).map(|_| tokio::spawn(visit(Arc::clone(&turn), Arc::clone(&inside)))).collect();
        tokio::task::yield_now().await;
        visits.remove(0).abort();
        drop(mine);
        for visit in visits {
            visit.await.expect("a visit");
        }
        assert_eq!(inside.hold().1, 19);
    }
}
