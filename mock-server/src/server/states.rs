//! A server's states: kept, put back, and gone on from by others.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use avalo_sdk::Problem;
use axum::Router;
use tokio::net::TcpListener;

use super::{MockServer, StartError, listen, refused};
use crate::{
    http::{self, App, connection},
    options::Options,
    states::Snapshot,
    world::World,
};

impl MockServer {
    /// Serves on an address that was taken.
    pub(super) fn launch(listener: TcpListener, app: Arc<App>, router: Router) -> Result<Self, StartError> {
        let address = listener
            .local_addr()
            .map_err(|error| StartError::Listen((Ipv4Addr::UNSPECIFIED, 0).into(), error))?;
        app.states.listen_at(address);
        let serving = tokio::spawn(connection::serve(listener, router, app.states.stopped()));
        Ok(Self { address, app, serving })
    }

    /// Starts a server that goes on from a state of another one, on a port of its own beside it.
    pub(crate) async fn fork_of(app: &App, from: &Snapshot) -> Result<Self, StartError> {
        app.states.check_room().map_err(refused)?;
        let listener = listen(SocketAddr::new(app.states.host(), 0)).await?;
        let options = Options { data: None, ..app.options.clone() };
        let world = World::from_image(from.image(), &options).map_err(StartError::World)?;
        let fork = Arc::new(App::new(world, options, app.states.child()));
        fork.go_on(from);
        // The world's thread copies the tables meanwhile.
        let router = http::router(&fork);
        fork.world.opened().await.map_err(StartError::World)?;
        let server = Self::launch(listener, fork, router)?;
        server.app.states.join(&server.app.world.streams).map_err(refused)?;
        if app.states.is_stopping() {
            return Err(StartError::World("the server that was forked stops".to_owned()));
        }
        Ok(server)
    }

    /// What the server is called if it is a fork.
    pub(crate) fn fork_id(&self) -> Option<String> {
        self.app.states.fork_id()
    }

    /// Lets the server go on by itself until it, or one that it was forked from, is stopped.
    pub(crate) fn detach(self) {
        let mut stopped = self.app.states.stopped();
        tokio::spawn(async move {
            // The guard that the wait gives must not live on.
            drop(stopped.wait_for(|stopped| *stopped).await);
            self.stop().await;
        });
    }

    /// Keeps the world as it is now: tables, clock, randomness, history of events, idempotency keys, and
    /// the fault plan with how far it is. The journal and the open streams are not part of it.
    ///
    /// ```
    /// # use avalo_mock_server::MockServer;
    /// # async fn run(server: MockServer) {
    /// let ready = server.snapshot().await.expect("a snapshot");
    /// let other = MockServer::builder().from_snapshot(&ready).start().await.expect("a server");
    /// server.reset_to(&ready).await.expect("a reset");
    /// # other.stop().await;
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// When the database failed.
    pub async fn snapshot(&self) -> Result<Snapshot, Problem> {
        self.app.snapshot().await
    }

    /// Puts the world back to where it began: seeded and unused, or as its file or the server that it was
    /// forked from was then. A request that is under way is carried out before or after it, never half.
    /// Live streams are closed, and a stream that comes back is told to read anew; the journal is empty.
    ///
    /// # Errors
    ///
    /// When the database failed; `failed_precondition` without test controls.
    pub async fn reset(&self) -> Result<(), Problem> {
        let beginning = self.app.states.beginning()?;
        self.app.reset(beginning).await
    }

    /// Puts the world back to a snapshot, as [`reset`](Self::reset) does to the beginning.
    ///
    /// # Errors
    ///
    /// When the database failed.
    pub async fn reset_to(&self, snapshot: &Snapshot) -> Result<(), Problem> {
        self.app.reset(snapshot.clone()).await
    }

    /// Starts a server that goes on from where this one is, in memory and on a port of its own: neither
    /// sees what happens to the other. It stops with this one at the latest.
    ///
    /// # Errors
    ///
    /// When the database failed, no port is free, or there are 256 forks already.
    pub async fn fork(&self) -> Result<Self, StartError> {
        let now = self.app.snapshot().await.map_err(refused)?;
        Self::fork_of(&self.app, &now).await
    }
}
