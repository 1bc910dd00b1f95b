//! Sending a large body piece by piece, so that it can be seen to move.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::Instant;

use crate::engine::lock::Lock;

/// The size of a piece in bytes. A body of one piece goes whole: it is in the machine's buffers at
/// once, and there is nothing to see.
pub(super) const PIECE: usize = 64 * 1024;

/// How far a body has come. Clones tell of the same body.
#[derive(Clone)]
pub(super) struct Progress(Arc<Mutex<Step>>);

/// The last step of a body.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// How many bytes have not been taken yet.
    pub(super) left: usize,
    /// When the last piece was taken.
    pub(super) at: Instant,
}

impl Progress {
    pub(super) fn of(size: usize) -> Self {
        Self(Arc::new(Mutex::new(Step { left: size, at: Instant::now() })))
    }

    pub(super) fn last(&self) -> Step {
        *self.0.hold()
    }

    pub(super) fn take(&self, size: usize) {
        let mut step = self.0.hold();
        *step = Step { left: step.left.saturating_sub(size), at: Instant::now() };
    }
}

/// A body that gives out its next piece when there is room for it on the connection. Its size is
/// known, so the request has a Content-Length: storage services take nothing without.
pub(super) struct Pieces {
    rest: Bytes,
    progress: Progress,
}

impl Pieces {
    pub(super) fn of(body: Bytes) -> (Self, Progress) {
        let progress = Progress::of(body.len());
        (Self { rest: body, progress: progress.clone() }, progress)
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let size = self.rest.len().min(PIECE);
        let piece = self.rest.split_to(size);
        self.progress.take(size);
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
