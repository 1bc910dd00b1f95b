//! A bucket of tokens that bounds how much retries add to the load of a failing server.

use std::sync::Mutex;

use super::lock::Lock;

/// What a retry after a transient failure costs.
pub(crate) const TRANSIENT_COST: u32 = 14;

/// What a retry after a refusal for load costs.
pub(crate) const THROTTLED_COST: u32 = 5;

/// The retries that a client may still afford.
///
/// Every retry is paid from the bucket. Success gives the price back, and success at the first
/// attempt adds one token. When everything fails the bucket runs dry and calls fail at once, so
/// an outage meets 1 request per call instead of 4; at one failure in ten the bucket stays full.
#[derive(Debug)]
pub(crate) struct Budget {
    left: Mutex<u32>,
    capacity: u32,
}

impl Budget {
    pub(crate) fn new(capacity: u32) -> Self {
        Self { left: Mutex::new(capacity), capacity }
    }

    /// Pays for a retry, if there is enough left.
    pub(crate) fn charge(&self, cost: u32) -> Option<Charge<'_>> {
        let mut left = self.left.hold();
        *left = left.checked_sub(cost)?;
        Some(Charge { budget: self, cost })
    }

    /// Records a success at the first attempt.
    pub(crate) fn reward(&self) {
        self.give(1);
    }

    /// Takes tokens back.
    pub(crate) fn give(&self, tokens: u32) {
        let mut left = self.left.hold();
        *left = left.saturating_add(tokens).min(self.capacity);
    }

    #[cfg(test)]
    pub(crate) fn left(&self) -> u32 {
        *self.left.hold()
    }
}

/// The price of a retry. It returns to the bucket unless the retry fails: a call that was
/// cancelled or succeeded cost the server nothing that should count.
#[derive(Debug)]
pub(crate) struct Charge<'a> {
    budget: &'a Budget,
    cost: u32,
}

impl Charge<'_> {
    /// Keeps the price, which it returns: the retry failed, or may still.
    pub(crate) fn spend(mut self) -> u32 {
        std::mem::take(&mut self.cost)
    }
}

impl Drop for Charge<'_> {
    fn drop(&mut self) {
        self.budget.give(self.cost);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Requests sent per call, and the share of calls that succeed, when every `every`-th of
    /// 10,000 calls' requests fails by a fixed pattern.
    fn simulate(capacity: u32, fails: impl Fn(u64) -> bool) -> (f64, f64) {
        let budget = Budget::new(capacity);
        let (mut sent, mut succeeded) = (0, 0);
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state >> 33
        };
        for _ in 0..10_000 {
            let mut charge: Option<Charge<'_>> = None;
            for attempt in 0..4 {
                if attempt > 0 {
                    if let Some(paid) = charge.take() {
                        paid.spend();
                    }
                    charge = budget.charge(TRANSIENT_COST);
                    if charge.is_none() {
                        break;
                    }
                }
                sent += 1;
                if !fails(next()) {
                    succeeded += 1;
                    if attempt == 0 {
                        budget.reward();
                    }
                    break;
                }
                if attempt == 3
                    && let Some(paid) = charge.take()
                {
                    paid.spend();
                }
            }
        }
        (f64::from(sent) / 10_000.0, f64::from(succeeded) / 10_000.0)
    }

    #[test]
    fn an_outage_is_not_multiplied() {
        let (sent, _) = simulate(500, |_| true);
        assert!(sent <= 1.005, "{sent} requests per call");
    }

    #[test]
    fn a_partial_failure_is_still_hidden() {
        let (_, tenth) = simulate(500, |random| random % 10 == 0);
        assert!(tenth >= 0.999, "{tenth}");
        let (_, fifth) = simulate(500, |random| random % 5 == 0);
        assert!(fifth >= 0.98, "{fifth}");
        let (_, fifth) = simulate(100, |random| random % 5 == 0);
        assert!(fifth >= 0.97, "{fifth}");
    }

    #[test]
    fn a_retry_that_is_given_up_costs_nothing() {
        let budget = Budget::new(20);
        let charge = budget.charge(TRANSIENT_COST);
        assert!(charge.is_some() && budget.charge(TRANSIENT_COST).is_none());
        drop(charge);
        assert_eq!(budget.left(), 20);
        budget.charge(THROTTLED_COST).expect("enough").spend();
        budget.reward();
        assert_eq!(budget.left(), 16);
    }
}
