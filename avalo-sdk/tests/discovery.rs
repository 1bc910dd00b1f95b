//! Where calls go, and who may say so.

mod support;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use avalo_sdk::{
    AvaloSdk, ErrorKind,
    discovery::ConfigStore,
    platform::BoxFuture,
    transport::{Phase, Response, TransportError},
};
use support::{Log, Reply, Seen, builder, json};
use tokio::time::{Instant, sleep};

const CALL: &str = "payments.getPackages";
const GOOD: &str = r#"{"version":1,"issuer":"https://api.avalo.app","apiEndpoint":"https://eu.avalo.app"}"#;

/// A client whose configuration is answered by `config`, everything else with an empty object.
fn client(config: impl Fn(Seen) -> Reply + Send + Sync + 'static) -> (AvaloSdk, Log) {
    let (builder, log) = builder(move |seen: Seen| {
        let reply = if seen.line.contains("/.well-known/") { config(seen) } else { json(200, "{}") };
        std::future::ready(reply)
    });
    (builder.build().expect("a client"), log)
}

async fn call(sdk: &AvaloSdk) -> Result<String, avalo_sdk::Error> {
    sdk.call_json(CALL, &format!("{{\"currency\":\"{}\"}}", rand_currency())).await
}

/// Another query each time, so that no answer comes from the cache.
fn rand_currency() -> String {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    format!("c{}", NEXT.fetch_add(1, Ordering::SeqCst))
}

#[tokio::test(start_paused = true)]
async fn a_good_document_moves_the_api_and_is_asked_for_once_without_credentials() {
    let (sdk, log) = client(|_| json(200, GOOD));
    for _ in 0..3 {
        call(&sdk).await.expect("an answer");
    }
    assert_eq!((log.count("/.well-known/"), log.count("https://eu.avalo.app/v1/")), (1, 3));
    let asked = log.all().into_iter().find(|seen| seen.line.contains("/.well-known/")).expect("a request");
    assert!(asked.header("authorization").is_none());
}

#[tokio::test(start_paused = true)]
async fn what_is_missing_or_broken_leaves_the_endpoint_in_force() {
    type Config = fn(Seen) -> Reply;
    let cases: [(&str, Config); 7] = [
        ("404", |_| json(404, "")),
        ("500", |_| json(500, "")),
        ("403", |_| json(403, "")),
        ("not JSON", |_| json(200, "<html>")),
        ("not the type", |_| json(200, r#"{"version":1}"#)),
        ("not UTF-8", |_| Ok(Response::new(200, &[], vec![0xff, 0xfe]))),
        ("unreachable", |_| Err(TransportError::new(Phase::Connect, "no network"))),
    ];
    for (name, config) in cases {
        let (sdk, log) = client(config);
        call(&sdk).await.expect(name);
        call(&sdk).await.expect(name);
        assert_eq!(log.count("https://api.avalo.app/v1/"), 2, "{name}");
        assert_eq!(log.count("/.well-known/"), 1, "{name} is not asked for again at once");
    }
}

#[tokio::test(start_paused = true)]
async fn a_document_that_leads_astray_stops_every_call() {
    for (what, document) in [
        (
            "version",
            r#"{"version":2,"issuer":"https://api.avalo.app","apiEndpoint":"https://api.avalo.app"}"#,
        ),
        ("belongs", r#"{"version":1,"issuer":"https://evil.example","apiEndpoint":"https://api.avalo.app"}"#),
        (
            "another site",
            r#"{"version":1,"issuer":"https://api.avalo.app","apiEndpoint":"https://evil.example"}"#,
        ),
        (
            "another site",
            r#"{"version":1,"issuer":"https://api.avalo.app","apiEndpoint":"https://avalo.app.evil.example"}"#,
        ),
        (
            "plain http",
            r#"{"version":1,"issuer":"https://api.avalo.app","apiEndpoint":"http://api.avalo.app"}"#,
        ),
        ("endpoint", r#"{"version":1,"issuer":"https://api.avalo.app","apiEndpoint":"nonsense"}"#),
    ] {
        let (sdk, log) = client(move |_| json(200, document));
        let error = call(&sdk).await.expect_err(what);
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.detail().contains(what), "{error}");
        assert_eq!(log.count("/v1/"), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn redirects_are_followed_on_the_site_only_and_three_times_at_most() {
    fn moved(to: &str) -> Reply {
        Ok(Response::new(302, &[("location", to)], ""))
    }
    let (sdk, log) = client(|seen| {
        if seen.line.contains("config.json") {
            moved("https://www.avalo.app/.well-known/other")
        } else {
            json(200, GOOD)
        }
    });
    call(&sdk).await.expect("an answer");
    assert_eq!(log.count("https://eu.avalo.app/v1/"), 1);
    for to in
        ["https://evil.example/x", "http://api.avalo.app/x", "//evil.example/x", "javascript:alert(1)", ""]
    {
        let (sdk, log) = client(move |_| moved(to));
        call(&sdk).await.expect("the endpoint is in force");
        assert_eq!((log.count("evil.example"), log.len()), (0, 2), "{to}");
    }
    let (sdk, log) = client(|_| moved("/.well-known/avalo-config.json"));
    call(&sdk).await.expect("the endpoint is in force");
    assert_eq!(log.count("/.well-known/"), 4);
}

#[tokio::test(start_paused = true)]
async fn a_document_is_renewed_by_its_tag_without_anyone_waiting() {
    let (sdk, log) = client(|seen| match seen.header("if-none-match") {
        Some("\"v1\"") => Ok(Response::new(304, &[("cache-control", "max-age=60")], "")),
        _ => Ok(Response::new(200, &[("etag", "\"v1\""), ("cache-control", "public, max-age=60")], GOOD)),
    });
    call(&sdk).await.expect("an answer");
    sleep(Duration::from_secs(61)).await;
    call(&sdk).await.expect("an answer");
    call(&sdk).await.expect("an answer");
    let tags: Vec<_> = log
        .all()
        .into_iter()
        .filter(|seen| seen.line.contains("/.well-known/"))
        .map(|seen| seen.header("if-none-match").map(str::to_owned))
        .collect();
    assert_eq!(tags, [None, Some("\"v1\"".to_owned())]);
    assert_eq!(log.count("https://eu.avalo.app/v1/"), 3);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_hangs_costs_five_seconds_once() {
    let (builder, log) = builder(|seen: Seen| async move {
        if seen.line.contains("/.well-known/") { std::future::pending().await } else { json(200, "{}") }
    });
    let sdk = builder.build().expect("a client");
    let start = Instant::now();
    call(&sdk).await.expect("an answer");
    assert_eq!(start.elapsed().as_secs(), 5);
    call(&sdk).await.expect("an answer");
    assert_eq!((start.elapsed().as_secs(), log.count("/.well-known/")), (5, 1));
}

/// A store that outlives the client.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Option<String>>>);

impl ConfigStore for Kept {
    fn load(&self) -> BoxFuture<Option<String>> {
        let text = self.0.lock().expect("a store").clone();
        Box::pin(std::future::ready(text))
    }
    fn save(&self, config: String) -> BoxFuture<()> {
        *self.0.lock().expect("a store") = Some(config);
        Box::pin(std::future::ready(()))
    }
}

#[tokio::test(start_paused = true)]
async fn a_program_starts_from_the_stored_document_even_offline() {
    let kept = Kept::default();
    let offline = Arc::new(AtomicBool::new(false));
    let start = |kept: Kept, offline: Arc<AtomicBool>| {
        let (builder, log) = builder(move |seen: Seen| {
            let config = seen.line.contains("/.well-known/");
            std::future::ready(match (config, offline.load(Ordering::SeqCst)) {
                (true, false) => json(200, GOOD),
                (true, true) => Err(TransportError::new(Phase::Connect, "no network")),
                (false, _) => json(200, "{}"),
            })
        });
        (builder.config_store(kept).build().expect("a client"), log)
    };
    let (first, _) = start(kept.clone(), Arc::clone(&offline));
    call(&first).await.expect("an answer");
    offline.store(true, Ordering::SeqCst);
    let (second, log) = start(kept, offline);
    call(&second).await.expect("an answer");
    assert_eq!((log.count("/.well-known/"), log.count("https://eu.avalo.app/v1/")), (0, 1));
}

#[test]
fn an_endpoint_that_cannot_be_meant_is_refused_when_the_client_is_built() {
    for (endpoint, why) in [
        ("", "is not a URL"),
        ("api.avalo.app", "is not a URL"),
        ("http://api.avalo.app", "plain http"),
        ("https://api.avalo.app?x=1", "query"),
        ("https://me:secret@api.avalo.app", "user name"),
        ("ftp://api.avalo.app", "neither https nor http"),
    ] {
        let error = AvaloSdk::builder(endpoint).build().expect_err(endpoint);
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.detail().contains(why), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_api_that_moves_again_is_followed_again() {
    let moves = std::sync::atomic::AtomicU32::new(0);
    let (sdk, log) = client(move |_| {
        let number = moves.fetch_add(1, Ordering::SeqCst);
        let document = GOOD.replace("eu.avalo", &format!("gen{number}.avalo"));
        Ok(Response::new(200, &[("cache-control", "max-age=60")], document))
    });
    for _ in 0..3 {
        call(&sdk).await.expect("an answer");
        // Stale for so long that the next call waits for a new one.
        sleep(Duration::from_secs(2 * 24 * 3600)).await;
    }
    for number in 0..3 {
        assert_eq!(log.count(&format!("https://gen{number}.avalo.app/v1/")), 1, "gen{number}");
    }
}
