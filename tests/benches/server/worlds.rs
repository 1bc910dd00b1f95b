//! Forks of a world of ten thousand rows, and a year in which much falls due.

use std::{
    io,
    time::{Duration, Instant},
};

use avalo_mock_server::MockServer;
use serde_json::json;

use crate::{
    load::{Connection, request, runtime},
    quantile::quantile,
    table::{Bound, Row, Table},
};

const ROWS: u64 = 10_000;
const FORKS: usize = 50;
const FOLLOWERS: u64 = 5;
const HISTORY: u64 = 1_000;
const YEAR: Duration = Duration::from_secs(365 * 86_400);

pub(crate) fn measure(table: &mut Table) -> io::Result<()> {
    runtime().block_on(async {
        forks(table).await?;
        year(table).await
    })
}

async fn forks(table: &mut Table) -> io::Result<()> {
    let server = MockServer::start().await.map_err(io::Error::other)?;
    let mut caller = Caller::sign_in(&server, 1).await?;
    // A post is a row, the answer that is kept under its key another one, and each of five followers has
    // an event in a history of a thousand. What the world began with comes on top.
    let mut posts = 0;
    while posts * 2 + posts.min(HISTORY) * FOLLOWERS < ROWS {
        caller
            .post(
                "/v1/posts",
                json!({ "kind": "text", "content": "A note of a usual length, more or less." }),
            )
            .await?;
        posts += 1;
    }
    let mut times = Vec::new();
    let mut forks = Vec::new();
    for _ in 0..FORKS {
        let began = Instant::now();
        forks.push(server.fork().await.map_err(io::Error::other)?);
        times.push(began.elapsed().as_secs_f64() * 1e3);
    }
    let name = format!("fork of {ROWS} rows and more, {FORKS} in a row");
    let median = Row::figure(format!("{name}, median"), "ms", quantile(&mut times, 0.5));
    table.push(median.bound(Some(Bound::AtMost(5.0)), None));
    table.push(Row::figure(format!("{name}, longest"), "ms", quantile(&mut times, 1.0)));
    Ok(())
}

/// A hundred subscriptions renew and twenty chats with tokens in escrow come to rest.
async fn year(table: &mut Table) -> io::Result<()> {
    let server = MockServer::start().await.map_err(io::Error::other)?;
    let placed = avalo_tests::year::fill(&server).await;
    let began = Instant::now();
    server.advance(YEAR).await.map_err(|problem| io::Error::other(problem.detail.unwrap_or_default()))?;
    let seconds = began.elapsed().as_secs_f64();
    let row = Row::figure(format!("a year with {placed}"), "s", seconds);
    table.push(row.bound(Some(Bound::AtMost(2.0)), None));
    Ok(())
}

struct Caller {
    connection: Connection,
    token: String,
    keys: u64,
}

impl Caller {
    async fn sign_in(server: &MockServer, user: u32) -> io::Result<Self> {
        let connection = Connection::open(server.url().trim_start_matches("http://")).await?;
        let mut caller = Self { connection, token: String::new(), keys: 0 };
        let login = json!({ "email": format!("user{user}@avalo.test"), "password": "Password1" });
        let answer = caller.post("/v1/auth/login", login).await?;
        caller.token = answer["session"]["accessToken"].as_str().unwrap_or_default().to_owned();
        Ok(caller)
    }

    async fn post(&mut self, path: &str, body: serde_json::Value) -> io::Result<serde_json::Value> {
        self.keys += 1;
        let bytes = request("POST", path, &self.token, &format!("key-{}", self.keys), &body.to_string());
        let answer = self.connection.send(&bytes).await?;
        if answer.status == 200 {
            Ok(answer.json())
        } else {
            Err(io::Error::other(answer.json().to_string()))
        }
    }
}
