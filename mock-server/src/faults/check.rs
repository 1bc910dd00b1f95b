//! What a line of the plan must be to strike at all. One that cannot is refused: a test that waits for
//! it would pass for the wrong reason.

use std::collections::BTreeSet;

use avalo_sdk::Problem;
use axum::http::HeaderValue;

use super::{Fault, FaultRule};

/// The largest body that is sent.
const HUGE: usize = 1 << 30;

/// What the live stream is called.
const STREAM: [&str; 2] = ["chat.subscribeToMessages", "GET /v1/events"];

impl FaultRule {
    /// # Errors
    ///
    /// `validation_failed` naming the field that cannot be.
    pub(super) fn check(&self, names: &BTreeSet<String>) -> Result<(), Problem> {
        let route = &self.route;
        let wrong = |field: &str, reason: &str| Err(Problem::field(field, reason));
        if route != "*" && !names.contains(route) {
            return Err(Problem::field(
                "route",
                format!(
                    "{route:?} is no operation such as feed.getFeed, no METHOD /path/template such as GET /v1/feed, \
                     and not *"
                ),
            ));
        }
        if self.nth == Some(0) {
            return wrong("nth", "is counted from 1");
        }
        if self.times == Some(0) {
            return wrong("times", "is at least 1");
        }
        if self.rate.is_some_and(|rate| !(0.0..=1.0).contains(&rate)) {
            return wrong("rate", "is 0 to 1");
        }
        let in_header = |text: &str| HeaderValue::from_str(text).is_ok();
        match &self.fault {
            Fault::Status { status }
            | Fault::ShouldRetry { status, .. }
            | Fault::EmptyError { status }
            | Fault::ProxyError { status }
                if !(400..=599).contains(status) =>
            {
                wrong("status", "is 400 to 599")
            }
            Fault::RetryAfterText { text } if !in_header(text) => wrong("text", "is no value of a header"),
            Fault::Redirect { location } if !in_header(location) => {
                wrong("location", "is no value of a header")
            }
            Fault::WrongContentType { content_type } if !in_header(content_type) => {
                wrong("contentType", "is no value of a header")
            }
            Fault::HugeBody { bytes } if *bytes > HUGE => wrong("bytes", "is at most 1073741824"),
            Fault::CutStream { .. } | Fault::DuplicateEvents | Fault::ReorderEvents
                if !STREAM.contains(&route.as_str()) =>
            {
                wrong("route", "must be chat.subscribeToMessages: only its answer is a live stream")
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use avalo_sdk::{api::feed::GetFeed, operation::Operation};

    use crate::faults::{Fault, FaultRule, Plan};

    #[test]
    fn a_line_that_could_never_strike_is_refused_and_the_plan_goes_on() {
        let plan = Plan::new([GetFeed::SPEC]);
        let rule = |route: &str| FaultRule::new(route, Fault::DropAfterCommit);
        let fault = |fault| FaultRule::new("*", fault);
        plan.set(vec![rule("*")]).expect("a plan");
        for (wrong, field) in [
            (rule("feed.getFed"), "route"),
            (rule("get /v1/feed"), "route"),
            (rule("GET /v1/feed?limit=1"), "route"),
            (rule(""), "route"),
            (rule("*").nth(0), "nth"),
            (rule("*").times(0), "times"),
            (rule("*").rate(-0.1, 1), "rate"),
            (rule("*").rate(1.1, 1), "rate"),
            (rule("*").rate(f64::NAN, 1), "rate"),
            (fault(Fault::Status { status: 200 }), "status"),
            (fault(Fault::ShouldRetry { status: 399, retry: true }), "status"),
            (fault(Fault::EmptyError { status: 600 }), "status"),
            (fault(Fault::RetryAfterText { text: "a\nb".into() }), "text"),
            (fault(Fault::Redirect { location: "/\r\n".into() }), "location"),
            (fault(Fault::ProxyError { status: 302 }), "status"),
            (fault(Fault::WrongContentType { content_type: "a\nb".into() }), "contentType"),
            (fault(Fault::HugeBody { bytes: usize::MAX }), "bytes"),
            (fault(Fault::CutStream { events: 1 }), "route"),
            (fault(Fault::ReorderEvents), "route"),
        ] {
            let problem = plan.set(vec![rule("feed.getFeed"), wrong.clone()]).expect_err(field);
            assert!(problem.errors.is_some_and(|errors| errors.contains_key(field)), "{wrong:?}");
        }
        assert!(plan.strike(GetFeed::SPEC).is_some());
        for right in [rule("*").rate(0.0, 1), rule("*").rate(1.0, 1), fault(Fault::Status { status: 400 })] {
            plan.set(vec![right]).expect("a plan");
        }
    }
}
