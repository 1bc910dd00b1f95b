//! Whether to try again, and when.

use std::time::Duration;

use crate::{
    operation::Retry,
    platform::{Millis, SECOND, millis},
    problem::Code,
    transport::{Phase, TransportError},
};

/// When a call is tried again.
///
/// The default waits 1 s, 2 s and 4 s, each a quarter shorter or longer by chance, so that a
/// thousand clients that fail together do not come back together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RetryPolicy {
    /// How often a call is tried again after the first attempt.
    pub max_retries: u32,
    /// The wait before the first retry; each further one is twice as long.
    pub base: Duration,
    /// The longest wait, before jitter.
    pub cap: Duration,
    /// How chance changes a wait.
    pub jitter: Jitter,
}

/// How chance changes a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jitter {
    /// Not at all: exactly 1 s, 2 s, 4 s.
    None,
    /// By up to a quarter in either direction.
    Quarter,
    /// Anything from nothing to the whole wait.
    Full,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_retries: 3,
            base: Duration::from_secs(1),
            cap: Duration::from_secs(20),
            jitter: Jitter::Quarter,
        }
    }
}

/// From this retry on a wait is at its cap, whatever the base: 2^32 of even a nanosecond is over 4 s.
const DOUBLINGS: u32 = 40;

impl RetryPolicy {
    /// The wait before retry number `retry`, counted from 0, with `chance` from 0 up to 1.
    pub fn delay(&self, retry: u32, chance: f64) -> Duration {
        Duration::from_millis(self.wait(retry, chance))
    }

    fn wait(&self, retry: u32, chance: f64) -> Millis {
        let nominal = nominal(self.base, self.cap, retry.min(DOUBLINGS));
        match self.jitter {
            Jitter::None => nominal,
            Jitter::Quarter => times(nominal, 0.75 + chance * 0.5),
            Jitter::Full => times(nominal, chance),
        }
    }
}

/// The wait before jitter: twice as long with every retry, up to the cap.
#[cfg(feature = "native")]
fn nominal(base: Duration, cap: Duration, retry: u32) -> Millis {
    use backon::{BackoffBuilder, ExponentialBuilder};

    let waits = ExponentialBuilder::new()
        .with_min_delay(base.min(cap))
        .with_max_delay(cap)
        .with_factor(2.0)
        .without_max_times();
    millis(waits.build().nth(retry as usize).unwrap_or(cap).min(cap))
}

/// The same in a few lines, for a browser: `backon` costs it 0.6 kB.
#[cfg(not(feature = "native"))]
use self::doubled as nominal;

#[cfg(any(test, not(feature = "native")))]
fn doubled(base: Duration, cap: Duration, retry: u32) -> Millis {
    let cap = millis(cap);
    (0..retry).fold(millis(base).min(cap), |wait, _| wait.saturating_add(wait).min(cap))
}

/// A part of a wait.
fn times(wait: Millis, factor: f64) -> Millis {
    (wait as f64 * factor) as Millis
}

/// What an attempt came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The server does not accept the access token.
    TokenRefused,
    /// It may work next time.
    Transient,
    /// The server is asked too much.
    Throttled,
    /// It will not work.
    Permanent,
    /// It was not asked, and will not be.
    Unsent,
}

const TOKEN_EXPIRED: &str = Code::TokenExpired.as_str();
const UNAUTHENTICATED: &str = Code::Unauthenticated.as_str();
const IN_FLIGHT: &str = Code::IdempotencyInFlight.as_str();

/// Classifies an answer that is no success by its status and the name of its code, if it has one. The server's own
/// `Avalo-Should-Retry` wins over both.
pub(crate) fn classify(status: u16, code: Option<&str>, should_retry: Option<bool>) -> Outcome {
    let refused = matches!(code, Some(TOKEN_EXPIRED | UNAUTHENTICATED) | None);
    match (status, should_retry) {
        (_, Some(false)) => Outcome::Permanent,
        (429, _) => Outcome::Throttled,
        (_, Some(true)) => Outcome::Transient,
        (401, None) if refused => Outcome::TokenRefused,
        (409, None) if code == Some(IN_FLIGHT) => Outcome::Transient,
        (408 | 425 | 500 | 502 | 503 | 504, None) => Outcome::Transient,
        _ => Outcome::Permanent,
    }
}

/// Classifies a failure to get an answer.
pub(crate) fn classify_failure(error: &TransportError) -> Outcome {
    match error.phase {
        Phase::Connect | Phase::Exchange => Outcome::Transient,
        Phase::Build | Phase::Setup | Phase::Tls | Phase::TooLarge => Outcome::Permanent,
    }
}

/// What is known when an attempt has come to something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempt {
    /// Whether the operation may be sent again.
    pub(crate) retry: Retry,
    /// How many retries there were before; other tokens are not counted.
    pub(crate) retries: u32,
    /// The wait that the server asked for.
    pub(crate) hint: Option<Millis>,
    /// The time that is left.
    pub(crate) left: Millis,
    /// A number from 0 up to 1.
    pub(crate) chance: f64,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Wait, pay for a retry and try again.
    Wait(Millis),
    /// Fail with what came.
    Fail,
    /// Fail because the wait would be longer than the time that is left.
    OutOfTime,
}

/// A server may ask for this much more than our own wait, not more.
const HINT_SLACK: Millis = 60 * SECOND;

/// Decides what follows an attempt.
pub(crate) fn judge(policy: &RetryPolicy, outcome: Outcome, attempt: &Attempt) -> Verdict {
    match outcome {
        Outcome::TokenRefused | Outcome::Permanent | Outcome::Unsent => Verdict::Fail,
        Outcome::Transient | Outcome::Throttled => {
            if attempt.retry == Retry::Never || attempt.retries >= policy.max_retries {
                return Verdict::Fail;
            }
            let own = policy.wait(attempt.retries, attempt.chance);
            let wait = attempt.hint.map_or(own, |hint| hint.clamp(own, own.saturating_add(HINT_SLACK)));
            let asked = attempt.hint.unwrap_or(own).max(own);
            // A hint beyond what we would ever wait is honoured by not coming back at all.
            if wait >= attempt.left || asked >= attempt.left {
                Verdict::OutOfTime
            } else {
                Verdict::Wait(wait)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXACT: RetryPolicy = RetryPolicy {
        max_retries: 3,
        base: Duration::from_secs(1),
        cap: Duration::from_secs(20),
        jitter: Jitter::None,
    };

    fn attempt() -> Attempt {
        Attempt { retry: Retry::Safe, retries: 0, hint: None, left: 60 * SECOND, chance: 0.5 }
    }

    #[test]
    fn the_schedule_is_one_two_four_seconds() {
        let delays: Vec<_> = (0..3).map(|retry| EXACT.delay(retry, 0.9).as_millis()).collect();
        assert_eq!(delays, [1000, 2000, 4000]);
        for retry in (0..200).chain([u32::MAX - 1, u32::MAX]) {
            assert!(EXACT.delay(retry, 0.0) <= Duration::from_secs(20), "retry {retry}");
        }
    }

    #[test]
    fn a_browser_doubles_as_backon_does() {
        let moments = [0, 1, 10, 999, 1_000, 3_600_000].map(Duration::from_millis);
        for (base, cap) in moments.iter().flat_map(|base| moments.iter().map(move |cap| (*base, *cap))) {
            for retry in 0..=DOUBLINGS {
                let (waits, own) = (nominal(base, cap, retry), doubled(base, cap, retry));
                // `backon` counts in seconds with a point: now and then a millisecond is lost.
                assert!(waits.abs_diff(own) <= 1, "{base:?} {cap:?} {retry}: {waits} {own}");
            }
        }
    }

    #[test]
    fn a_quarter_of_jitter_stays_within_a_quarter() {
        let policy = RetryPolicy::default();
        for step in 0..1000 {
            for (retry, seconds) in [(0, 1.0), (1, 2.0), (2, 4.0), (9, 20.0)] {
                let delay = policy.delay(retry, f64::from(step) / 1000.0).as_secs_f64();
                assert!((0.75 * seconds..=1.25 * seconds).contains(&delay), "{delay}");
            }
        }
    }

    #[test]
    fn statuses_are_classified_as_the_contract_says() {
        let transient = [408, 425, 500, 502, 503, 504];
        let permanent = [
            100,
            204 + 100,
            301,
            302,
            307,
            400,
            402,
            403,
            404,
            405,
            406,
            409,
            410,
            411,
            412,
            413,
            414,
            415,
            417,
            418,
            422,
            423,
            426,
            431,
            451,
            501,
            505,
            507,
            511,
        ];
        for status in transient {
            assert_eq!(classify(status, None, None), Outcome::Transient, "{status}");
            assert_eq!(classify(status, None, Some(false)), Outcome::Permanent, "{status}");
        }
        for status in permanent {
            assert_eq!(classify(status, None, None), Outcome::Permanent, "{status}");
            assert_eq!(classify(status, None, Some(true)), Outcome::Transient, "{status}");
        }
        assert_eq!(classify(429, None, None), Outcome::Throttled);
        assert_eq!(classify(409, Some(Code::IdempotencyInFlight.as_str()), None), Outcome::Transient);
        assert_eq!(classify(401, Some(Code::TokenExpired.as_str()), None), Outcome::TokenRefused);
        assert_eq!(classify(401, Some(Code::InvalidCredentials.as_str()), None), Outcome::Permanent);
    }

    #[test]
    fn only_what_may_be_repeated_is_repeated() {
        let never = Attempt { retry: Retry::Never, ..attempt() };
        assert_eq!(judge(&EXACT, Outcome::Transient, &never), Verdict::Fail);
        let keyed = Attempt { retry: Retry::Keyed, ..attempt() };
        assert_eq!(judge(&EXACT, Outcome::Transient, &keyed), Verdict::Wait(SECOND));
        let fourth = Attempt { retries: 3, ..attempt() };
        assert_eq!(judge(&EXACT, Outcome::Throttled, &fourth), Verdict::Fail);
        for outcome in [Outcome::TokenRefused, Outcome::Permanent, Outcome::Unsent] {
            assert_eq!(judge(&EXACT, outcome, &attempt()), Verdict::Fail);
        }
    }

    #[test]
    fn a_hint_makes_a_wait_longer_never_shorter() {
        let with = |hint| Attempt { hint: Some((hint * 1e3) as Millis), left: 100 * SECOND, ..attempt() };
        for (hint, wait) in [(0.0, 1.0), (0.5, 1.0), (5.0, 5.0), (61.0, 61.0), (90.0, 61.0)] {
            let wait = (wait * 1e3) as Millis;
            assert_eq!(judge(&EXACT, Outcome::Throttled, &with(hint)), Verdict::Wait(wait), "{hint}");
        }
        assert_eq!(judge(&EXACT, Outcome::Throttled, &with(1e12)), Verdict::OutOfTime);
        // The longest waits that can be written down are waits too, not an overflow.
        let endless = RetryPolicy { base: Duration::MAX, cap: Duration::MAX, ..EXACT };
        let hinted = Attempt { retries: 2, ..with(5.0) };
        assert_eq!(judge(&endless, Outcome::Throttled, &hinted), Verdict::OutOfTime);
        let short = Attempt { left: 900, ..attempt() };
        assert_eq!(judge(&EXACT, Outcome::Transient, &short), Verdict::OutOfTime);
    }
}
