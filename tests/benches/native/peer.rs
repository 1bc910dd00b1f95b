//! A server that answers at once.

use std::{convert::Infallible, io};

use avalo_sdk::{
    api::{
        auth::{SessionTokens, SignIn},
        profiles::{UserPage, UserSummary},
    },
    model::{Cursor, UserId},
};
use http_body_util::Full;
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{CACHE_CONTROL, CONTENT_TYPE},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use crate::contenders::runtime;

/// Serves until it is ended: a sign-in, no configuration, and one page for everything else.
pub(crate) fn serve() -> io::Result<()> {
    let sign_in = json(&sign_in())?;
    let page = json(&page())?;
    runtime().block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        println!("listening on http://{}", listener.local_addr()?);
        loop {
            let (socket, _) = listener.accept().await?;
            socket.set_nodelay(true)?;
            let (sign_in, page) = (sign_in.clone(), page.clone());
            let service = service_fn(move |request| {
                let answer = answer(&request, &sign_in, &page);
                async move { Ok::<_, Infallible>(answer) }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(socket), service));
        }
    })
}

fn answer(request: &Request<Incoming>, sign_in: &Bytes, page: &Bytes) -> Response<Full<Bytes>> {
    let (status, body) = match request.uri().path() {
        "/v1/auth/login" => (StatusCode::OK, sign_in.clone()),
        "/.well-known/avalo-config.json" => (StatusCode::NOT_FOUND, Bytes::new()),
        _ => (StatusCode::OK, page.clone()),
    };
    let builder = Response::builder().status(status).header(CONTENT_TYPE, "application/json");
    let builder = builder.header(CACHE_CONTROL, "no-store").header("x-request-id", "req_0123456789abcdef");
    builder.body(Full::new(body)).expect("a response of constants")
}

fn json(value: &impl serde::Serialize) -> io::Result<Bytes> {
    Ok(serde_json::to_vec(value)?.into())
}

fn sign_in() -> SignIn {
    let session = SessionTokens {
        access_token: "a".repeat(200),
        refresh_token: "r".repeat(64),
        expires_in: 3_600,
        session_id: "ses_0123456789abcdef".into(),
        user_id: "usr_0123456789abcdef".into(),
    };
    SignIn { session: Some(session), me: None, challenge_id: None }
}

/// Three people: about 500 bytes.
fn page() -> UserPage {
    let person = |number: u32| UserSummary {
        id: UserId(format!("usr_{number:016x}")),
        display_name: format!("Ada Lovelace {number}"),
        photo_url: Some(format!("https://media.avalo.test/photos/pho_{number:016x}.jpg")),
        is_verified: true,
        is_creator: false,
    };
    UserPage {
        users: (1..=3).map(person).collect(),
        next_cursor: Some(Cursor("MDEyMzQ1Njc4OWFiY2RlZg".into())),
    }
}
