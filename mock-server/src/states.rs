//! Snapshots of a world, and the servers that were forked from it.

mod family;

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use avalo_sdk::{Code, Problem};
use tokio::sync::watch;

use self::family::Family;
pub(crate) use self::family::Fork;
use crate::{
    faults::Progress,
    http::App,
    world::{Image, Streams},
};

/// How many snapshots a server keeps under a name.
const SNAPSHOTS: usize = 100;

/// How long the name of a snapshot may be.
const NAME_LENGTH: usize = 64;

/// A world at a moment. It costs as much memory as its tables, shared by all copies of this value.
#[derive(Clone, Debug)]
pub struct Snapshot(Arc<State>);

#[derive(Debug)]
struct State {
    image: Image,
    plan: Progress,
    requests: u64,
    now_ms: i64,
}

impl Snapshot {
    pub(crate) fn image(&self) -> &Image {
        &self.0.image
    }

    /// The virtual time at which it was taken, in milliseconds since 1970.
    pub fn now_ms(&self) -> i64 {
        self.0.now_ms
    }
}

/// The states that a server can go back to, and its place among its forks.
pub(crate) struct States {
    beginning: OnceLock<Snapshot>,
    named: Mutex<BTreeMap<String, Snapshot>>,
    address: OnceLock<SocketAddr>,
    family: Arc<Family>,
    /// Its number in the family; the first server's is 0.
    number: u64,
    parent: Option<u64>,
    stop: watch::Sender<bool>,
}

impl Default for States {
    fn default() -> Self {
        Self {
            beginning: OnceLock::new(),
            named: Mutex::default(),
            address: OnceLock::new(),
            family: Arc::default(),
            number: 0,
            parent: None,
            stop: watch::Sender::new(false),
        }
    }
}

impl States {
    fn named(&self) -> MutexGuard<'_, BTreeMap<String, Snapshot>> {
        self.named.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The place of a new fork, which knows the snapshots that this server has.
    pub(crate) fn child(&self) -> Self {
        Self {
            named: Mutex::new(self.named().clone()),
            family: Arc::clone(&self.family),
            number: self.family.next_number(),
            parent: Some(self.number),
            ..Self::default()
        }
    }

    pub(crate) fn listen_at(&self, address: SocketAddr) {
        let _ = self.address.set(address);
    }

    /// Where this server is.
    pub(crate) fn url(&self) -> String {
        self.address.get().map(|address| format!("http://{address}")).unwrap_or_default()
    }

    /// Where forks listen too.
    pub(crate) fn host(&self) -> IpAddr {
        self.address.get().map_or(Ipv4Addr::LOCALHOST.into(), SocketAddr::ip)
    }

    /// Says when to stop.
    pub(crate) fn stopped(&self) -> watch::Receiver<bool> {
        self.stop.subscribe()
    }

    pub(crate) fn is_stopping(&self) -> bool {
        *self.stop.borrow()
    }

    /// # Errors
    ///
    /// `above_maximum` when there are as many forks as there may be.
    pub(crate) fn check_room(&self) -> Result<(), Problem> {
        self.family.check_room()
    }

    /// Makes a fork known to those that it is stopped with.
    pub(crate) fn join(&self, streams: &Arc<Streams>) -> Result<(), Problem> {
        self.family.add(Fork {
            number: self.number,
            parent: self.parent.unwrap_or_default(),
            url: self.url(),
            stop: self.stop.clone(),
            streams: Arc::clone(streams),
        })
    }

    /// The id of this server, if it is a fork.
    pub(crate) fn fork_id(&self) -> Option<String> {
        self.parent.map(|_| family::id(self.number))
    }

    /// The forks of this server, and theirs.
    pub(crate) fn forks(&self) -> Vec<Fork> {
        self.family.below(self.number)
    }

    /// # Errors
    ///
    /// `failed_precondition` where it was not kept.
    pub(crate) fn beginning(&self) -> Result<Snapshot, Problem> {
        self.beginning.get().cloned().ok_or_else(|| {
            Problem::new(Code::FailedPrecondition, "the beginning is kept only with test controls")
        })
    }

    /// The snapshot of this name, or the beginning if none is given.
    ///
    /// # Errors
    ///
    /// `not_found` for a name that no snapshot has.
    pub(crate) fn find(&self, name: Option<&str>) -> Result<Snapshot, Problem> {
        let Some(name) = name else { return self.beginning() };
        self.named().get(name).cloned().ok_or_else(|| {
            let shown: String = name.chars().take(NAME_LENGTH).collect();
            let detail =
                format!("there is no snapshot {shown:?}; POST /_test/snapshot answers the id of a new one");
            Problem::new(Code::NotFound, detail)
        })
    }

    /// The names of the snapshots and when they were taken, by name.
    pub(crate) fn names(&self) -> Vec<(String, i64)> {
        self.named().iter().map(|(name, snapshot)| (name.clone(), snapshot.now_ms())).collect()
    }

    /// Checks a name before the work of taking a snapshot is done.
    ///
    /// # Errors
    ///
    /// `validation_failed`, `already_exists` or `above_maximum`.
    pub(crate) fn check_name(&self, name: Option<&str>) -> Result<(), Problem> {
        let named = self.named();
        if named.len() >= SNAPSHOTS {
            let detail =
                format!("a server keeps at most {SNAPSHOTS} snapshots; fork one and take them there");
            return Err(Problem::new(Code::AboveMaximum, detail));
        }
        let Some(name) = name else { return Ok(()) };
        if name.is_empty() || name.chars().count() > NAME_LENGTH || name.chars().any(char::is_control) {
            return Err(Problem::field("name", format!("is 1 to {NAME_LENGTH} characters on one line")));
        }
        if named.contains_key(name) {
            let detail = format!("there is a snapshot {name:?} already; choose another name");
            return Err(Problem::new(Code::AlreadyExists, detail));
        }
        Ok(())
    }

    /// Keeps a snapshot under its name, or under `snapshot-1` and so on.
    pub(crate) fn keep(&self, name: Option<String>, snapshot: Snapshot) -> Result<String, Problem> {
        self.check_name(name.as_deref())?;
        let mut named = self.named();
        let free = |number: &usize| !named.contains_key(&format!("snapshot-{number}"));
        let name = name.unwrap_or_else(|| format!("snapshot-{}", (1..).find(free).unwrap_or_default()));
        named.insert(name.clone(), snapshot);
        Ok(name)
    }
}

impl App {
    /// Keeps the world as it is between two requests.
    pub(crate) async fn snapshot(self: &Arc<Self>) -> Result<Snapshot, Problem> {
        let app = Arc::clone(self);
        let taken = self.world.alone(move |machine| {
            let (plan, requests) = (app.plan.progress(), app.requests_seen());
            machine.image().map(|image| State { image, plan, requests, now_ms: machine.now_ms })
        });
        let state = taken.await?.map_err(|why| Problem::new(Code::Unavailable, why))?;
        Ok(Snapshot(Arc::new(state)))
    }

    /// Remembers the present as what a reset goes back to if it is not told otherwise.
    pub(crate) async fn keep_beginning(self: &Arc<Self>) -> Result<(), Problem> {
        let beginning = self.snapshot().await?;
        let _ = self.states.beginning.set(beginning);
        Ok(())
    }

    /// Takes over what is beside the world in a new server that goes on from a snapshot.
    pub(crate) fn go_on(&self, from: &Snapshot) {
        let _ = self.states.beginning.set(from.clone());
        self.plan.go_on(&from.0.plan);
        self.count_requests_from(from.0.requests);
    }

    /// Puts the world back.
    pub(crate) async fn reset(self: &Arc<Self>, to: Snapshot) -> Result<(), Problem> {
        let app = Arc::clone(self);
        let done = self.world.alone(move |machine| {
            machine.restore(&to.0.image)?;
            app.plan.go_on(&to.0.plan);
            app.count_requests_from(to.0.requests);
            app.journal.begin(machine.generation);
            Ok(())
        });
        done.await?.map_err(|why: String| Problem::new(Code::Unavailable, why))
    }

    /// Asks the server and its forks to stop, and lets the streams go.
    pub(crate) fn end(&self) {
        self.states.family.end_below(self.states.number);
        let _ = self.states.stop.send(true);
        self.world.streams.close_all();
    }
}
