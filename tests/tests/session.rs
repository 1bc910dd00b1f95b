//! Sessions against the server: one refresh, lost answers, sign-out.

use std::{future::IntoFuture, time::Duration};

use avalo_mock_server::{Fault, FaultRule};
use avalo_sdk::{
    AvaloSdk, Code, ErrorKind,
    api::auth::{CompleteStepUp, GetCurrentUser, ListSessions, Logout, RefreshToken, StartStepUp},
};
use avalo_tests::{client, log_in, server, sign_in};
use futures_util::future::join_all;

const HOURS: Duration = Duration::from_secs(2 * 3600);

// Two threads, so that the server answers while the client asks.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_calls_on_an_expired_token_make_exactly_one_refresh() {
    let server = server().await;
    let sdk = sign_in(&server, 1).await;
    server.advance(HOURS).await.expect("time passes");
    let calls = join_all((0..1_000).map(|_| {
        // A call with a time of its own is not shared, so that all thousand travel.
        let call = sdk.auth().get_current_user(GetCurrentUser {}).timeout(Duration::from_secs(60));
        call.into_future()
    }))
    .await;
    let failed: Vec<_> = calls.iter().filter_map(|call| call.as_ref().err()).collect();
    assert!(failed.is_empty(), "{} failed, the first with {:?}", failed.len(), failed[0]);
    assert_eq!(server.count("auth.refreshToken"), 1);
    assert!(server.count("auth.getCurrentUser") >= 1_000);
}

#[tokio::test]
async fn a_refresh_whose_answer_is_lost_is_repeated_and_the_session_lives() {
    let server = server().await;
    let sdk = sign_in(&server, 1).await;
    server.advance(HOURS).await.expect("time passes");
    server.faults([FaultRule::new("auth.refreshToken", Fault::DropAfterCommit).times(2)]);
    sdk.auth().get_current_user(GetCurrentUser {}).await.expect("the session lives");
    server.advance(HOURS).await.expect("time passes");
    sdk.auth().get_current_user(GetCurrentUser {}).await.expect("the session still lives");
}

#[tokio::test]
async fn a_refresh_outlives_the_call_that_asked_for_it() {
    let server = server().await;
    let sdk = sign_in(&server, 1).await;
    server.advance(HOURS).await.expect("time passes");
    let slow = Fault::SlowAnswer { ms: 300 };
    server.faults([FaultRule::new("auth.refreshToken", slow).times(1)]);
    let call = sdk.auth().get_current_user(GetCurrentUser {}).into_future();
    tokio::time::timeout(Duration::from_millis(100), call).await.expect_err("the call is given up");
    tokio::time::sleep(Duration::from_millis(600)).await;
    // By now the server takes the old refresh token for stolen.
    server.advance(Duration::from_secs(90)).await.expect("time passes");
    sdk.auth().get_current_user(GetCurrentUser {}).await.expect("the session lives");
    assert_eq!(server.count("auth.refreshToken"), 1);
}

#[tokio::test]
async fn the_same_refresh_token_gives_the_same_pair_for_a_minute_and_then_ends_the_session() {
    let server = server().await;
    let sdk = client(&server);
    let params = r#"{"email":"user1@avalo.test","password":"Password1"}"#;
    let signed_in = sdk.call_json("auth.login", params).await.expect("a session");
    let session: serde_json::Value = serde_json::from_str(&signed_in).expect("JSON");
    let refresh_token = session["session"]["refreshToken"].as_str().expect("a token").to_owned();
    let refresh = || sdk.auth().refresh_token(RefreshToken { refresh_token: refresh_token.clone() });
    let first = refresh().await.expect("a pair");
    let second = refresh().await.expect("the same pair");
    assert_eq!(first, second);
    server.advance(Duration::from_secs(61)).await.expect("time passes");
    let error = refresh().await.expect_err("too late");
    assert_eq!(error.code(), Some(Code::TokenReused));
    let newest = RefreshToken { refresh_token: first.session.refresh_token };
    let error = sdk.auth().refresh_token(newest).await.expect_err("the session has ended");
    assert_eq!(error.code(), Some(Code::Unauthenticated));
}

#[tokio::test]
async fn sign_out_during_a_refresh_never_brings_a_session_back() {
    let server = server().await;
    for round in 0..40 {
        let sdk = sign_in(&server, 2).await;
        server.advance(HOURS).await.expect("time passes");
        let call = tokio::spawn({
            let sdk = sdk.clone();
            async move { sdk.auth().get_current_user(GetCurrentUser {}).await }
        });
        tokio::time::sleep(Duration::from_micros(round * 100)).await;
        sdk.sign_out().await;
        let _ = call.await.expect("a task");
        assert_eq!(sdk.user_id(), None, "round {round}");
        let error = sdk.auth().list_sessions(ListSessions {}).await.expect_err("nobody is signed in");
        assert_eq!(error.kind(), ErrorKind::Unauthenticated);
    }
}

#[tokio::test]
async fn logout_ends_the_session_on_both_sides() {
    let server = server().await;
    let sdk = sign_in(&server, 3).await;
    let other = sign_in(&server, 3).await;
    assert_eq!(sdk.auth().list_sessions(ListSessions {}).await.expect("sessions").sessions.len(), 2);
    sdk.auth().logout(Logout {}).await.expect("signed out");
    assert_eq!(sdk.user_id(), None);
    assert_eq!(other.auth().list_sessions(ListSessions {}).await.expect("sessions").sessions.len(), 1);
    log_in(&sdk, 3).await;
    assert!(sdk.user_id().is_some());
}

#[tokio::test]
async fn who_signs_out_and_never_hears_of_it_is_signed_out() {
    let server = server().await;
    for operation in ["auth.logout", "auth.logoutAll", "profiles.deleteAccount"] {
        let sdk = sign_in(&server, 4).await;
        step_up(&sdk).await;
        server.clear_requests();
        server.faults([FaultRule::new(operation, Fault::DropAfterCommit).times(2)]);
        sdk.call_json(operation, "").await.unwrap_or_else(|error| panic!("{operation}: {error}"));
        assert_eq!(server.count(operation), 3, "{operation}");
        assert_eq!(server.count("auth.refreshToken"), 0, "{operation}");
        sdk.call_json("auth.listSessions", "").await.expect_err("nobody is signed in");
    }
}

async fn step_up(sdk: &AvaloSdk) {
    let challenge = sdk.auth().start_step_up(StartStepUp {}).await.expect("a challenge");
    let proof = CompleteStepUp { challenge_id: challenge.challenge_id, proof: "Password1".into() };
    sdk.auth().complete_step_up(proof).await.expect("a step-up");
}
