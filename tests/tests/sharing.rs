//! Equal reads travel once, and two users never get each other's answers, against a real server.

use avalo_sdk::api::{auth::GetCurrentUser, chat::GetChats};
use avalo_tests::{server, sign_in};
use std::future::IntoFuture;

use futures_util::future::join_all;

#[tokio::test]
async fn a_hundred_equal_reads_reach_the_server_once() {
    let server = server().await;
    let sdk = sign_in(&server, 6).await;
    server.clear_requests();
    let reads = join_all((0..100).map(|_| sdk.chat().get_chats(GetChats::default()).into_future())).await;
    let pages: Vec<_> = reads.into_iter().map(|read| read.expect("a page")).collect();
    assert!(pages.iter().all(|page| *page == pages[0]) && pages.len() == 100);
    assert_eq!(server.count("chat.getChats"), 1);
    let other = GetChats { limit: Some(5), ..Default::default() };
    let (_, _) = tokio::join!(sdk.chat().get_chats(GetChats::default()), sdk.chat().get_chats(other));
    assert_eq!(server.count("chat.getChats"), 3, "another query is another read");
}

#[tokio::test]
async fn two_users_of_one_process_never_share_an_answer() {
    let server = server().await;
    let (six, seven) = (sign_in(&server, 6).await, sign_in(&server, 7).await);
    let rounds = (0..200).map(|round| {
        let (sdk, expected) = if round % 3 == 0 { (&six, "usr_6") } else { (&seven, "usr_7") };
        async move {
            let me = sdk.auth().get_current_user(GetCurrentUser {}).await.expect("somebody");
            assert_eq!(me.id.as_str(), expected, "round {round}");
        }
    });
    join_all(rounds).await;
    assert!(server.count("auth.getCurrentUser") <= 10, "the reads of each user were shared");
}
