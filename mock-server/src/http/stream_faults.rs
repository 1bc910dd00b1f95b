//! What a fault makes of a live stream.

use std::{collections::VecDeque, convert::Infallible, pin::Pin};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};

use crate::faults::Fault;

type Pieces = Pin<Box<dyn Stream<Item = Result<Bytes, Infallible>> + Send>>;

/// Passes a stream on as the fault has it.
pub(super) fn apply(
    fault: Option<&Fault>,
    pieces: impl Stream<Item = Result<Bytes, Infallible>> + Send + 'static,
) -> Pieces {
    match fault {
        Some(Fault::CutStream { events }) => Box::pin(cut(*events, pieces)),
        Some(Fault::DuplicateEvents) => Box::pin(pieces.flat_map(|piece| {
            let again = piece.as_ref().is_ok_and(|piece| is_event(piece)).then(|| piece.clone());
            stream::iter([Some(piece), again].into_iter().flatten())
        })),
        Some(Fault::ReorderEvents) => Box::pin(reorder(pieces)),
        _ => Box::pin(pieces),
    }
}

/// Whether a piece tells of something, rather than saying that the stream is open.
fn is_event(piece: &[u8]) -> bool {
    piece.windows(5).any(|five| five == b"data:")
}

/// Ends after so many events.
fn cut(
    events: usize,
    pieces: impl Stream<Item = Result<Bytes, Infallible>> + Send + 'static,
) -> impl Stream<Item = Result<Bytes, Infallible>> + Send {
    stream::unfold((events, Box::pin(pieces), true), |(left, mut pieces, first)| async move {
        // What says that the stream is open comes in any case.
        if left == 0 && !first {
            return None;
        }
        let piece = pieces.next().await?;
        let told = piece.as_ref().is_ok_and(|piece| is_event(piece));
        Some((piece, (left - usize::from(told && left > 0), pieces, false)))
    })
}

/// Swaps every two events that follow each other.
fn reorder(
    pieces: impl Stream<Item = Result<Bytes, Infallible>> + Send + 'static,
) -> impl Stream<Item = Result<Bytes, Infallible>> + Send {
    let state = (VecDeque::new(), None::<Bytes>, Box::pin(pieces));
    stream::unfold(state, |(mut ready, mut held, mut pieces)| async move {
        loop {
            if let Some(piece) = ready.pop_front() {
                return Some((Ok(piece), (ready, held, pieces)));
            }
            let Ok(piece) = pieces.next().await?;
            if !is_event(&piece) {
                ready.push_back(piece);
            } else if let Some(earlier) = held.take() {
                ready.extend([piece, earlier]);
            } else {
                held = Some(piece);
            }
        }
    })
}
