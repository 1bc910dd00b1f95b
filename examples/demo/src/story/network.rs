//! What the client does by itself when the network or the clock gets in the way.

use avalo_mock_server::{Fault, FaultRule, MockServer};
use avalo_sdk::{
    api::feed::GetFeed,
    api::payments::{GetWallet, SendTip},
    model::Tokens,
};
use futures_util::future::join_all;

use super::{Cast, joining::wait, showing::id};
use crate::{Stopped, Teller};

pub(super) async fn tell(server: &MockServer, cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    wait(server, teller, "An hour passes on the server's clock; every access token has expired", 3_600)
        .await?;
    let before = server.count("auth.refreshToken");
    let reads = (1..=20)
        .map(|limit| cast.linus.feed().get_feed(GetFeed { limit: Some(limit), cursor: None }).into_future());
    let pages: Result<Vec<_>, _> = join_all(reads).await.into_iter().collect();
    teller.outcome("feed.getFeed", "Linus reads twenty pages at once", pages)?;
    let refreshes = server.count("auth.refreshToken") - before;
    teller.check("one refresh served them all", refreshes == 1)?;

    let balance = teller
        .call("Linus looks into his wallet", cast.linus.payments().get_wallet(GetWallet {}))
        .await?
        .balance;
    server.faults([FaultRule::new("payments.sendTip", Fault::DropAfterCommit).times(2)]);
    teller.aside("The server will carry the next payment out and lose its answer, twice; this takes 3 s.");
    let before = server.count("payments.sendTip");
    let tip = SendTip { recipient_id: id(&cast.ada), amount: Tokens(10), note: None, post_id: None };
    let receipt = teller.call("Linus tips Ada 10 tokens", cast.linus.payments().send_tip(tip)).await?;
    let sent = server.count("payments.sendTip") - before;
    let once = receipt.balance.0 == balance.0 - 10;
    teller.check(&format!("{sent} requests with one key, and one charge"), sent == 3 && once)?;

    server.faults([FaultRule::new("feed.getFeed", Fault::RateLimited { retry_after: 1 }).nth(1)]);
    let page = GetFeed { limit: Some(1), cursor: None };
    teller
        .call("He reads on; the server says 429 and “in a second”", cast.linus.feed().get_feed(page))
        .await?;
    let before = server.count("feed.getFeed");
    let same =
        (0..100).map(|_| cast.linus.feed().get_feed(GetFeed { limit: Some(7), cursor: None }).into_future());
    let pages: Result<Vec<_>, _> = join_all(same).await.into_iter().collect();
    teller.outcome("feed.getFeed", "He reads one page a hundred times at once", pages)?;
    let travelled = server.count("feed.getFeed") - before;
    teller.check("one request travelled", travelled == 1)
}
