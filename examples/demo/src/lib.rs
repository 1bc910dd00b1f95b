//! A story that uses every operation of the SDK against the reference server.
#![forbid(unsafe_code)]

mod story;
mod teller;

use std::collections::BTreeSet;

use avalo_mock_server::MockServer;

pub use self::teller::Teller;

/// Why the story ended early. The teller has said it already.
#[derive(Clone, Copy, Debug)]
pub struct Stopped;

/// Starts a server, tells the story and says whether nothing failed.
pub async fn run(mut teller: Teller) -> bool {
    // A small town: two followers make a creator here.
    let server = match MockServer::builder().creator_min_followers(2).start().await {
        Ok(server) => server,
        Err(error) => {
            teller.complain(&error.to_string());
            return false;
        }
    };
    teller.aside(&format!("The reference server listens on {}; its clock stands still.", server.url()));
    let ended = tell(&server, &mut teller).await;
    let (operations, failed) = (operations(&server).len(), u32::from(ended.is_err()) + teller.failed());
    teller.close(operations, failed);
    server.stop().await;
    failed == 0
}

/// Tells the story on a server that takes two followers to make a creator.
///
/// # Errors
///
/// When an operation did not do what the story needs.
pub async fn tell(server: &MockServer, teller: &mut Teller) -> Result<(), Stopped> {
    story::tell(server, teller).await
}

/// The operations that were answered with success.
pub fn operations(server: &MockServer) -> BTreeSet<String> {
    let requests = server.requests().into_iter();
    requests.filter(|request| request.status < 300).map(|request| request.operation).collect()
}
