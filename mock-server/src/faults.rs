//! A plan of failures, as data.

mod check;

use std::{
    collections::BTreeSet,
    sync::{Mutex, MutexGuard, PoisonError},
};

use avalo_sdk::{Problem, operation::Spec};
use serde::{Deserialize, Serialize};

use crate::random::Random;

/// One line of the plan: which requests fail, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FaultRule {
    /// An operation's id, `METHOD /path/template`, or `*` for every request of the API.
    pub route: String,
    /// Only the nth request that matches, counted from 1.
    #[serde(default)]
    pub nth: Option<u64>,
    /// Only this share of the requests that match, from 0 to 1, chosen by `seed`.
    #[serde(default)]
    pub rate: Option<f64>,
    /// How often at most.
    #[serde(default)]
    pub times: Option<u64>,
    /// What the choice by `rate` starts from.
    #[serde(default)]
    pub seed: u64,
    /// What happens.
    pub fault: Fault,
}

impl FaultRule {
    /// A fault for every request of a route.
    pub fn new(route: impl Into<String>, fault: Fault) -> Self {
        Self { route: route.into(), nth: None, rate: None, times: None, seed: 0, fault }
    }

    /// Only the nth request that matches, counted from 1.
    pub fn nth(mut self, nth: u64) -> Self {
        self.nth = Some(nth);
        self
    }

    /// Only the first so many requests that match.
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    /// Only this share of the requests that match.
    pub fn rate(mut self, rate: f64, seed: u64) -> Self {
        (self.rate, self.seed) = (Some(rate), seed);
        self
    }
}

/// What happens to a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Fault {
    /// An error with this status; nothing is carried out.
    Status {
        /// 400 to 599.
        status: u16,
    },
    /// An error with this status whose `Avalo-Should-Retry` says whether to come back.
    ShouldRetry {
        /// 400 to 599.
        status: u16,
        /// What the header says.
        retry: bool,
    },
    /// An error with this status and without a body.
    EmptyError {
        /// 400 to 599.
        status: u16,
    },
    /// The request waits so long before it is carried out.
    Delay {
        /// In milliseconds.
        ms: u64,
    },
    /// The answer waits so long after the request was carried out.
    SlowAnswer {
        /// In milliseconds.
        ms: u64,
    },
    /// The answer comes in pieces of 16 bytes, so far apart.
    Dribble {
        /// In milliseconds.
        ms: u64,
    },
    /// The connection closes; nothing is carried out.
    DropBeforeCommit,
    /// The request is carried out, then the connection closes without an answer.
    DropAfterCommit,
    /// 429 with `Retry-After` in seconds and the `RateLimit` headers.
    RateLimited {
        /// In seconds.
        retry_after: u64,
    },
    /// 503 with `Retry-After` as a date so many seconds after the server's `Date`.
    RetryAfterDate {
        /// In seconds; may be negative.
        seconds: i64,
    },
    /// 503 with this text as `Retry-After`.
    RetryAfterText {
        /// Whatever it is.
        text: String,
    },
    /// The answer's body ends after so many bytes, and the connection closes.
    Truncate {
        /// How many bytes come.
        bytes: usize,
    },
    /// The answer's body is not JSON.
    MalformedJson,
    /// The answer's body is JSON of another type.
    WrongType,
    /// The answer is a page of HTML with status 200, as captive portals send it.
    Html,
    /// A redirect to this address.
    Redirect {
        /// The `Location`.
        location: String,
    },
    /// The request is carried out as if it had arrived twice; the second answer is sent.
    Duplicate,
    /// The server's `Date` header is so many seconds off.
    DateSkew {
        /// In seconds; may be negative.
        seconds: i64,
    },
    /// The connection is reset without an answer, as by a machine that lost it; nothing is carried out.
    ResetBeforeCommit,
    /// The request is carried out, then the connection is reset in place of an answer.
    ResetAfterCommit,
    /// The request is carried out; its answer has no body.
    EmptyBody,
    /// The request is carried out; its answer is a list of so many bytes.
    HugeBody {
        /// At most 1,073,741,824.
        bytes: usize,
    },
    /// The request is carried out; its answer calls itself this media type.
    WrongContentType {
        /// Such as `text/plain`.
        content_type: String,
    },
    /// An error with this status and a page of HTML, as proxies send it; nothing is carried out.
    ProxyError {
        /// 400 to 599.
        status: u16,
    },
    /// 401 because the access token is said to have expired; nothing is carried out.
    TokenExpired,
    /// A live stream ends after so many events.
    CutStream {
        /// How many events come; 0 ends the stream once it is open.
        events: usize,
    },
    /// Each event of a live stream comes twice.
    DuplicateEvents,
    /// Of every two events of a live stream the later one comes first.
    ReorderEvents,
}

/// A failure that is happening.
#[derive(Clone, Debug)]
pub(crate) struct Strike {
    /// The line of the plan that it comes from.
    pub(crate) rule: FaultRule,
}

/// The plan in force, and how often each line matched.
pub(crate) struct Plan {
    lines: Mutex<Vec<Line>>,
    /// What a line may be for: ids of operations, and their methods with their paths.
    names: BTreeSet<String>,
}

#[derive(Clone, Debug)]
struct Line {
    rule: FaultRule,
    matched: u64,
    struck: u64,
    random: Random,
}

/// A plan at a moment: its lines and how far each one was.
#[derive(Clone, Debug, Default)]
pub(crate) struct Progress(Vec<Line>);

impl Plan {
    fn lines(&self) -> MutexGuard<'_, Vec<Line>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn progress(&self) -> Progress {
        Progress(self.lines().clone())
    }

    /// Goes on from where a plan was.
    pub(crate) fn go_on(&self, from: &Progress) {
        self.lines().clone_from(&from.0);
    }

    /// The lines in force.
    pub(crate) fn rules(&self) -> Vec<FaultRule> {
        self.lines().iter().map(|line| line.rule.clone()).collect()
    }

    /// No failures, for requests of these operations.
    pub(crate) fn new<'a>(specs: impl IntoIterator<Item = &'a Spec>) -> Self {
        let names = specs.into_iter().flat_map(|spec| [spec.id.to_owned(), route(spec)]).collect();
        Self { lines: Mutex::default(), names }
    }

    /// Puts a new plan in place of the one before.
    ///
    /// # Errors
    ///
    /// `validation_failed` naming the field that is wrong; then the plan before goes on.
    pub(crate) fn set(&self, rules: Vec<FaultRule>) -> Result<(), Problem> {
        rules.iter().try_for_each(|rule| rule.check(&self.names))?;
        let line = |rule: FaultRule| Line { random: Random(rule.seed), rule, matched: 0, struck: 0 };
        *self.lines() = rules.into_iter().map(line).collect();
        Ok(())
    }

    /// What happens to a request of this operation. The first line that strikes decides.
    pub(crate) fn strike(&self, spec: &Spec) -> Option<Strike> {
        let (id, route) = (spec.id, route(spec));
        let mut lines = self.lines();
        let mut fault = None;
        for line in lines.iter_mut() {
            if line.rule.route != "*" && line.rule.route != id && line.rule.route != route {
                continue;
            }
            line.matched += 1;
            let chosen = line.rule.nth.is_none_or(|nth| nth == line.matched)
                && line.rule.rate.is_none_or(|rate| line.random.fraction() < rate)
                && line.rule.times.is_none_or(|times| line.struck < times);
            if chosen && fault.is_none() {
                line.struck += 1;
                fault = Some(Strike { rule: line.rule.clone() });
            }
        }
        fault
    }
}

fn route(spec: &Spec) -> String {
    format!("{} {}", spec.method.as_str(), spec.path)
}

#[cfg(test)]
mod tests {
    use avalo_sdk::{
        api::feed::{GetFeed, GetPost},
        operation::Operation,
    };

    use super::*;

    fn strikes(rule: FaultRule, count: usize) -> Vec<bool> {
        let plan = Plan::new([GetFeed::SPEC, GetPost::SPEC]);
        plan.set(vec![rule]).expect("a plan");
        (0..count).map(|_| plan.strike(GetFeed::SPEC).is_some()).collect()
    }

    #[test]
    fn a_line_strikes_where_and_when_it_says() {
        let drop = || Fault::DropAfterCommit;
        assert_eq!(strikes(FaultRule::new("feed.getFeed", drop()).nth(2), 3), [false, true, false]);
        assert_eq!(strikes(FaultRule::new("GET /v1/feed", drop()).times(2), 3), [true, true, false]);
        assert_eq!(strikes(FaultRule::new("feed.getPost", drop()), 1), [false]);
        let some = strikes(FaultRule::new("*", drop()).rate(0.3, 7), 10_000);
        let share = some.iter().filter(|strike| **strike).count();
        assert!((2_800..3_200).contains(&share), "{share}");
        assert_eq!(some, strikes(FaultRule::new("*", drop()).rate(0.3, 7), 10_000));
    }

    #[test]
    fn a_plan_is_readable_as_data() {
        let text = r#"[{"route":"payments.sendTip","nth":2,"fault":{"kind":"drop_after_commit"}},
            {"route":"*","rate":0.5,"seed":1,"fault":{"kind":"rate_limited","retryAfter":2}}]"#;
        let rules: Vec<FaultRule> = serde_json::from_str(text).expect("a plan");
        assert_eq!(rules[1].fault, Fault::RateLimited { retry_after: 2 });
        assert!(serde_json::from_str::<FaultRule>(r#"{"route":"*","fault":{"kind":"x"}}"#).is_err());
    }
}
