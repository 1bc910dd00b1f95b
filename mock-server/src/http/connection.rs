//! Connections: accepted one by one, so that a fault can close one without an answer.

use std::{fmt, sync::atomic::Ordering, time::Duration};

use axum::{Router, extract::Request};
use hyper::service::Service;
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use tokio::{net::TcpListener, sync::watch, task::JoinSet};

use super::{
    fault::{Hangup, Reset},
    socket::Socket,
};

/// How long connections may take to finish after a stop was asked for.
const GRACE: Duration = Duration::from_secs(1);

/// Serves until `stop` says so, then lets what is under way finish.
pub(crate) async fn serve(listener: TcpListener, router: Router, mut stop: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    let stopping = stop.clone();
    loop {
        tokio::select! {
            // The guard that the wait gives must not live on beside the connections.
            () = async { drop(stop.wait_for(|stop| *stop).await) } => break,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => {
                // A connection that was given up before it was accepted is nobody's loss, and when
                // the machine has no descriptors left, a moment's rest lets some come back.
                let Ok((socket, _)) = accepted else {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                    continue;
                };
                let _ = socket.set_nodelay(true);
                connections.spawn(connection(socket, router.clone(), stopping.clone()));
            }
        }
    }
    let finished = async { while connections.join_next().await.is_some() {} };
    let _ = tokio::time::timeout(GRACE, finished).await;
}

async fn connection(socket: tokio::net::TcpStream, router: Router, mut stop: watch::Receiver<bool>) {
    let service = TowerToHyperService::new(router);
    let socket = Socket::new(socket);
    let resets = socket.resets();
    let service = service_fn(move |request: Request<hyper::body::Incoming>| {
        let answering = service.call(request);
        let resets = resets.clone();
        async move {
            let Ok(response) = answering.await;
            if response.extensions().get::<Reset>().is_some() {
                resets.store(true, Ordering::Relaxed);
            }
            match response.extensions().get::<Hangup>() {
                Some(_) => Err(HungUp),
                None => Ok(response),
            }
        }
    });
    let connection = http1::Builder::new().serve_connection(TokioIo::new(socket), service);
    tokio::pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => {}
        () = async { drop(stop.wait_for(|stop| *stop).await) } => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}

/// The fault plan closed the connection.
#[derive(Debug)]
struct HungUp;

impl fmt::Display for HungUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("closed by the fault plan")
    }
}

impl std::error::Error for HungUp {}
