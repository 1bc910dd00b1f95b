//! The world: one thread, one database, one request after another.

mod image;
mod machine;
mod memory;
mod store;
mod streams;
mod time;
mod trace;

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
        mpsc,
    },
    thread::JoinHandle,
};

use avalo_sdk::{Code, Problem};
use tokio::sync::{oneshot, watch};

pub use self::trace::{Change, Sent};
pub(crate) use self::{
    image::Image,
    machine::{BEGINNING_MS, Machine},
    streams::{Piece, Streams},
    trace::Trace,
};
use crate::options::Options;

/// What a job leaves to do once its transaction is committed, or has failed to be.
type Finish = Box<dyn FnOnce(Result<(), Problem>) + Send>;
type Shared = Box<dyn FnOnce(&mut Machine) -> Finish + Send>;

/// What the world is asked to do.
enum Job {
    /// Work that shares its transaction with what comes right before and after it.
    Shared(Shared),
    /// Work between two transactions: nothing is half done while it runs.
    Alone(Box<dyn FnOnce(&mut Machine) + Send>),
}

/// A way to the world's thread. The thread ends when this is closed or dropped.
pub(crate) struct World {
    jobs: mpsc::Sender<Job>,
    thread: Mutex<Option<JoinHandle<()>>>,
    now_ms: Arc<AtomicI64>,
    pub(crate) streams: Arc<Streams>,
    /// How often this world was opened, or why it was not; nothing while its thread is at it.
    opened: watch::Receiver<Option<Result<i64, String>>>,
}

impl World {
    /// Starts the thread, which opens the database and fills an empty one.
    ///
    /// # Errors
    ///
    /// A sentence that says that the machine gave no thread.
    pub(crate) fn open(options: &Options) -> Result<Self, String> {
        let options = options.clone();
        Self::begin(move |streams| Machine::open(&options, streams))
    }

    /// Goes on in memory from where another world was, apart from it from now on.
    ///
    /// # Errors
    ///
    /// A sentence that says that the machine gave no thread.
    pub(crate) fn from_image(image: &Image, options: &Options) -> Result<Self, String> {
        let (image, options) = (image.clone(), options.clone());
        Self::begin(move |streams| Machine::from_image(&image, &options, streams))
    }

    fn begin(
        make: impl FnOnce(Arc<Streams>) -> Result<(Machine, i64), String> + Send + 'static,
    ) -> Result<Self, String> {
        let streams = Arc::new(Streams::default());
        let now_ms = Arc::new(AtomicI64::new(BEGINNING_MS));
        let (jobs, queue) = mpsc::channel::<Job>();
        let (say_opened, opened) = watch::channel(None);
        let (for_machine, clock) = (Arc::clone(&streams), Arc::clone(&now_ms));
        let thread = std::thread::Builder::new()
            .name("avalo-world".into())
            .spawn(move || match make(for_machine) {
                Err(why) => drop(say_opened.send(Some(Err(why)))),
                Ok((mut machine, run)) => {
                    clock.store(machine.now_ms, Ordering::Relaxed);
                    machine.clock = clock;
                    let _ = say_opened.send(Some(Ok(run)));
                    live(&mut machine, &queue);
                }
            })
            .map_err(|error| format!("the world's thread was not started: {error}"))?;
        Ok(Self { jobs, thread: Mutex::new(Some(thread)), now_ms, streams, opened })
    }

    /// Waits until the world is there.
    ///
    /// # Errors
    ///
    /// A sentence that says why the database cannot be used.
    pub(crate) async fn opened(&self) -> Result<(), String> {
        let mut opened = self.opened.clone();
        let said = opened.wait_for(Option::is_some).await;
        match said.as_deref() {
            Ok(Some(Err(why))) => Err(why.clone()),
            Ok(_) => Ok(()),
            Err(_) => Err("the world's thread ended".to_owned()),
        }
    }

    /// How often this world was opened, counted from 1; 0 while it is not yet.
    pub(crate) fn run_number(&self) -> i64 {
        match &*self.opened.borrow() {
            Some(Ok(run)) => *run,
            _ => 0,
        }
    }

    /// The virtual time, for what is answered without asking the world.
    pub(crate) fn now_ms(&self) -> i64 {
        self.now_ms.load(Ordering::Relaxed)
    }

    /// Ends the thread and lets go of the file.
    pub(crate) async fn close(&self) {
        let _ = self.run(|machine| machine.ended = true).await;
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            let _ = tokio::task::spawn_blocking(move || thread.join()).await;
        }
    }

    /// Runs `work` in the world and returns what it gives, once that is committed.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Machine) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (sender, receiver) = oneshot::channel();
        let job: Shared = Box::new(move |machine| {
            let output = work(machine);
            // Nobody may be waiting any longer; what was done stays done.
            Box::new(move |committed| drop(sender.send(committed.map(|()| output))))
        });
        self.jobs.send(Job::Shared(job)).map_err(|_| gone())?;
        receiver.await.map_err(|_| gone())?
    }

    /// Runs `work` between two transactions: what was asked before is done, what is asked later waits.
    pub(crate) async fn alone<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Machine) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (sender, receiver) = oneshot::channel();
        let job = Job::Alone(Box::new(move |machine| drop(sender.send(work(machine)))));
        self.jobs.send(job).map_err(|_| gone())?;
        receiver.await.map_err(|_| gone())
    }
}

/// Does what is asked until it is told to end, or nobody is left to ask.
fn live(machine: &mut Machine, queue: &mpsc::Receiver<Job>) {
    let mut next = None;
    while !machine.ended
        && let Some(job) = next.take().or_else(|| queue.recv().ok())
    {
        match job {
            Job::Shared(first) => next = machine.batch(first, queue),
            Job::Alone(work) => work(machine),
        }
    }
    machine.finish();
}

fn gone() -> Problem {
    Problem::new(Code::Unavailable, "the world is not there; nothing was written")
}
