//! The contract as a whole: every operation is served, described, called and complete.

use std::{collections::BTreeSet, fs, path::Path};

use avalo_demo::Teller;
use avalo_mock_server::MockServer;
use avalo_sdk::{
    Code, api,
    operation::{Method, Retry, name},
};
use avalo_tests::{
    scenario::{self, Scenario, Step},
    server,
};

/// The domains that are complete.
const DOMAINS: [&str; 10] = [
    "auth",
    "profiles",
    "feed",
    "chat",
    "payments",
    "ai",
    "creator",
    "matchmaking",
    "notifications",
    "admin",
];

fn ids() -> BTreeSet<&'static str> {
    api::operations().map(|spec| spec.id).collect()
}

/// The list that the other checks read, so that a run shows what was counted.
#[test]
fn the_ten_domains_are_there() {
    let mut total = 0;
    for domain in DOMAINS {
        let count = api::operations().filter(|spec| spec.domain() == domain).count();
        println!("{domain:<13} {count} operations");
        assert!(count >= 9, "{domain} has {count} operations");
        total += count;
    }
    println!("{:<13} {total} operations", "all");
    assert!(total >= 150, "{total} operations are not the whole contract");
    assert_eq!(total, api::operations().count(), "an operation belongs to no domain of the list");
    assert_eq!(ids().len(), total, "two operations have one id");
}

#[tokio::test]
async fn every_operation_has_a_handler_and_every_handler_an_operation() {
    let served: BTreeSet<&str> = server().await.operations().into_iter().collect();
    assert_eq!(served, ids());
}

#[test]
fn every_operation_says_what_it_does() {
    for spec in api::operations() {
        let first = spec.doc.trim().lines().next().unwrap_or_default();
        assert!(first.split_whitespace().count() >= 3, "{}: {first:?} is no description", spec.id);
        assert!(spec.doc.trim().ends_with('.'), "{}: {:?} is no sentence", spec.id, spec.doc.trim());
        let verb = first.split_whitespace().next().unwrap_or_default();
        assert!(verb.ends_with('s'), "{}: say what it does, as in “Sends a message”: {first:?}", spec.id);
    }
}

#[test]
fn every_request_covers_its_path_and_every_way_leads_to_one_operation() {
    let mut ways = BTreeSet::new();
    for spec in api::operations() {
        assert!(name::covers(spec.path, spec.fields), "{}: {} {:?}", spec.id, spec.path, spec.fields);
        // Two paths that differ only in a field's name are one path to a router.
        let shape: Vec<_> =
            spec.path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
        assert!(spec.path.starts_with("/v1/"), "{}: {}", spec.id, spec.path);
        assert!(
            ways.insert((spec.method.as_str(), shape.join("/"))),
            "{}: another operation is there",
            spec.id
        );
    }
}

/// What changes something is safe to repeat only with a key, or when it sets a state.
#[test]
fn every_write_says_truly_whether_it_may_be_repeated() {
    for spec in api::operations() {
        match spec.method {
            Method::Get => assert_eq!(spec.retry, Retry::Safe, "{}: a read is safe", spec.id),
            Method::Put => assert_ne!(spec.retry, Retry::Keyed, "{}: a PUT needs no key", spec.id),
            Method::Post | Method::Patch | Method::Delete => {
                assert_ne!(spec.retry, Retry::Safe, "{}: a {} needs a key", spec.id, spec.method.as_str());
            }
        }
    }
}

/// The committed document has a path for each operation, and no operation of its own.
#[test]
fn every_operation_is_in_the_openapi_document() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
    let text = fs::read_to_string(file).expect("the document");
    let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for spec in api::operations() {
        let operation = &document["paths"][spec.path][spec.method.as_str().to_lowercase()];
        assert_eq!(operation["operationId"], spec.id, "{} {}", spec.method.as_str(), spec.path);
    }
    let paths = document["paths"].as_object().expect("paths").values();
    let described = paths.filter_map(|path| path.as_object()).flatten();
    let described = described.filter(|(_, operation)| operation.get("operationId").is_some()).count();
    assert_eq!(described, api::operations().count(), "the document describes what is not in the tables");
}

/// The demo is the test that calls each of them over HTTP.
#[tokio::test]
async fn every_operation_is_called_over_http_with_success() {
    let server = MockServer::builder().creator_min_followers(2).start().await.expect("a server");
    let mut teller = Teller::silent();
    avalo_demo::tell(&server, &mut teller).await.expect("the story comes to its end");
    assert_eq!(teller.failed(), 0);
    let called = avalo_demo::operations(&server);
    let missing: Vec<_> = ids().into_iter().filter(|id| !called.contains(*id)).collect();
    assert!(missing.is_empty(), "no call over HTTP: {missing:?}; let the demo's story use them");
}

/// The steps of every story that every language tells.
fn steps(scenarios: &[(String, Scenario)]) -> Vec<&Step> {
    fn flat<'s>(steps: &'s [Step], found: &mut Vec<&'s Step>) {
        for step in steps {
            found.push(step);
            flat(step.together.as_deref().unwrap_or_default(), found);
        }
    }
    let mut found = Vec::new();
    scenarios.iter().for_each(|(_, scenario)| flat(&scenario.steps, &mut found));
    found
}

#[test]
fn every_domain_has_a_scenario() {
    let scenarios = scenario::all();
    let called: BTreeSet<&str> = steps(&scenarios).iter().filter_map(|step| step.call.as_deref()).collect();
    let told: BTreeSet<&str> = called.iter().filter_map(|id| id.split('.').next()).collect();
    let missing: Vec<_> = DOMAINS.iter().filter(|domain| !told.contains(*domain)).collect();
    assert!(missing.is_empty(), "no scenario calls anything of {missing:?}");
    let names: BTreeSet<&str> = scenarios.iter().map(|(_, scenario)| scenario.name.as_str()).collect();
    assert_eq!(names.len(), scenarios.len(), "two scenarios have one name");
    assert!(scenarios.len() >= 25, "{} scenarios are too few", scenarios.len());
    println!("{} scenarios call {} operations", scenarios.len(), called.len());
}

/// What no story tells, and the test that does.
const MET_ELSEWHERE: [(&str, &str, &str); 2] = [
    // Two requests at the same moment, of which nobody can say which comes first.
    ("idempotency_in_flight", "\"idempotency_in_flight\"", "payments/idempotency.rs"),
    // It takes fifty people.
    ("like_limit_reached", "Code::LikeLimitReached", "matchmaking/allowance.rs"),
];

/// A step that says `fails` passes only if the server answered that code.
#[test]
fn every_problem_code_is_met_in_a_scenario() {
    let scenarios = scenario::all();
    let mut met: BTreeSet<&str> = steps(&scenarios).iter().filter_map(|step| step.fails.as_deref()).collect();
    for (code, word, file) in MET_ELSEWHERE {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mock-server/tests").join(file);
        let test = fs::read_to_string(path).expect("the test");
        assert!(test.contains(word), "{file} does not meet {code}");
        assert!(met.insert(code), "a scenario meets {code} by now");
    }
    let missing: Vec<_> =
        Code::ALL.iter().map(|code| code.as_str()).filter(|code| !met.contains(code)).collect();
    assert!(missing.is_empty(), "no scenario meets {missing:?}");
}
