//! Reads, and transfers that are on the disk before they are answered.

use std::{fs, io, path::Path, time::Duration};

use serde_json::json;

use crate::{
    load::{self, Connection, Figures, request, runtime},
    program::Server,
    table::{Bound, Row, Table},
};

/// How many requests are under way at a time.
const LANES: usize = 32;

/// For how long each figure is measured, after a third of it to warm up.
const TIME: Duration = Duration::from_secs(6);

/// How many packs of 10,000 tokens each payer buys for the transfers.
const PACKS: usize = 12;

pub(crate) fn measure(table: &mut Table, program: &Path, output: &Path) -> io::Result<()> {
    let runtime = runtime();
    let server = Server::start(program, &["--port", "0"])?;
    let reads = runtime.block_on(reads(&host(&server)))?;
    push(table, "reads: profile, wallet, followers and feed of 3 in turn", &reads, 5_000.0);
    drop(server);

    let file = output.join("server.db");
    let remove = || {
        for end in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{end}", file.display()));
        }
    };
    remove();
    let path = file.to_string_lossy().into_owned();
    let server = Server::start(program, &["--port", "0", "--test-controls", "--data", &path])?;
    runtime.block_on(fund(&host(&server)))?;
    drop(server);
    // Again without the inspector, as a server runs that is not being looked at.
    let server = Server::start(program, &["--port", "0", "--data", &path])?;
    let transfers = runtime.block_on(transfers(&host(&server)))?;
    push(table, "transfers: tips into a file, on the disk before each answer", &transfers, 2_000.0);
    drop(server);
    remove();
    Ok(())
}

fn push(table: &mut Table, what: &str, figures: &Figures, least: f64) {
    let row =
        |text: &str, unit, value| Row::figure(format!("{what}, {LANES} in flight, {text}"), unit, value);
    table.push(row("throughput", "req/s", figures.per_second).bound(Some(Bound::AtLeast(least)), None));
    table.push(row("p50", "ms", figures.p50));
    table.push(row("p99", "ms", figures.p99).bound(Some(Bound::AtMost(25.0)), None));
}

fn host(server: &Server) -> String {
    server.url.trim_start_matches("http://").to_owned()
}

async fn sign_in(connection: &mut Connection, user: usize, key: &str) -> io::Result<String> {
    let body = json!({ "email": format!("user{user}@avalo.test"), "password": "Password1" }).to_string();
    let answer = connection.send(&request("POST", "/v1/auth/login", "", key, &body)).await?.json();
    answer["session"]["accessToken"]
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| io::Error::other(answer.to_string()))
}

async fn reads(host: &str) -> io::Result<Figures> {
    let token = sign_in(&mut Connection::open(host).await?, 6, "reads").await?;
    let paths = ["/v1/profiles/usr_1", "/v1/wallet", "/v1/profiles/usr_1/followers", "/v1/feed?limit=3"];
    let requests: Vec<Vec<u8>> = paths.iter().map(|path| request("GET", path, &token, "-", "")).collect();
    let make = move |lane: usize, number: usize| requests[(lane + number) % requests.len()].clone();
    load::run(host, LANES, TIME / 3, make.clone()).await?;
    load::run(host, LANES, TIME, make).await
}

/// Buys what the transfers will move. Two purchases a minute are the most, so the clock moves too.
async fn fund(host: &str) -> io::Result<()> {
    let mut connection = Connection::open(host).await?;
    let mut number = 0;
    for user in 6..=10 {
        for pack in 0..PACKS {
            number += 1;
            let token = sign_in(&mut connection, user, &format!("fund-{number}")).await?;
            let mut call =
                async |path: &str, body: serde_json::Value, key: String| -> io::Result<serde_json::Value> {
                    let answer =
                        connection.send(&request("POST", path, &token, &key, &body.to_string())).await?;
                    if answer.status == 200 {
                        Ok(answer.json())
                    } else {
                        Err(io::Error::other(answer.json().to_string()))
                    }
                };
            if pack == 0 {
                let method = json!({ "kind": "card", "token": "tok_visa_4242" });
                call("/v1/payments/methods", method, format!("method-{number}")).await?;
            }
            let bought =
                call("/v1/payments/purchases", json!({ "packageId": "royal" }), format!("buy-{number}"))
                    .await?;
            let id = bought["id"].as_str().unwrap_or_default();
            call(&format!("/v1/payments/purchases/{id}/confirm"), json!({}), format!("confirm-{number}"))
                .await?;
            call("/_test/clock", json!({ "advanceMs": 61_000 }), String::from("-")).await?;
        }
    }
    Ok(())
}

async fn transfers(host: &str) -> io::Result<Figures> {
    let mut connection = Connection::open(host).await?;
    let mut tokens = Vec::new();
    for user in 6..=10 {
        tokens.push(sign_in(&mut connection, user, &format!("transfers-{user}")).await?);
    }
    let make = move |round: usize| {
        let tokens = tokens.clone();
        move |lane: usize, number: usize| {
            let body = format!("{{\"recipientId\":\"usr_{}\",\"amount\":20}}", 1 + (lane + number) % 5);
            let key = format!("tip-{round}-{lane}-{number}");
            request("POST", "/v1/payments/tips", &tokens[lane % tokens.len()], &key, &body)
        }
    };
    load::run(host, LANES, TIME / 6, make(0)).await?;
    load::run(host, LANES, TIME / 2, make(1)).await
}
