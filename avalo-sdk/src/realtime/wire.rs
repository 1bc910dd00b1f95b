//! One connection after another, and the frames that come over them.

use std::{pin::pin, sync::Arc};

use futures_util::StreamExt;

use super::frame::{Frame, Frames, TooLong};
use crate::{
    engine::{
        Engine,
        deadline::Deadline,
        exchange::{Asking, Failure},
    },
    error::{Error, ErrorKind, Trail},
    platform::{BoxStream, Bytes, Millis, SECOND},
    transport::{Body, Phase, TransportError},
};

/// A connection that says nothing for so long is dead; the server says something every 25 s.
const SILENCE_LIMIT: Millis = 60 * SECOND;

/// Where frames come from, as long as it is open.
#[derive(Default)]
pub(super) struct Wire {
    pieces: Option<BoxStream<Result<Bytes, TransportError>>>,
    frames: Frames,
    /// When it was opened.
    since: Millis,
}

impl Wire {
    pub(super) fn is_open(&self) -> bool {
        self.pieces.is_some()
    }

    pub(super) fn close(&mut self) {
        self.pieces = None;
    }

    /// Closes it, and says how long it was open by then, if it was.
    pub(super) fn close_at(&mut self, now: Millis) -> Option<Millis> {
        let lived = self.is_open().then(|| now.saturating_sub(self.since));
        self.close();
        lived
    }

    /// Tries once to open it. Returns whether the server says that what comes are events.
    pub(super) async fn open(
        &mut self,
        engine: &Arc<Engine>,
        asking: &Asking<'_>,
        trail: &mut Trail,
    ) -> Result<bool, Failure> {
        let response = engine.exchange(asking, &mut 0, trail).await?;
        let Body::Stream(pieces) = response.body else {
            return Err(Error::new(ErrorKind::Decode, "no stream came").into());
        };
        *self = Self { pieces: Some(pieces), frames: Frames::default(), since: engine.platform.now() };
        let media_type = response.headers.get("content-type");
        Ok(media_type.is_some_and(|media_type| media_type.starts_with("text/event-stream")))
    }

    /// The next frame, or why none comes over this connection any more.
    pub(super) async fn frame(&mut self, engine: &Engine) -> Result<Frame, Failure> {
        let lost = |phase, detail: &str| TransportError { phase, detail: detail.into() };
        loop {
            match self.frames.next() {
                Ok(Some(frame)) => return Ok(frame),
                Ok(None) => {}
                Err(TooLong) => return Err(lost(Phase::TooLarge, "the stream has a line over 1 MiB").into()),
            }
            let Some(pieces) = &mut self.pieces else {
                return Err(lost(Phase::Exchange, "the stream is closed").into());
            };
            let piece = Deadline::new(&engine.platform, SILENCE_LIMIT).race(pin!(pieces.next())).await;
            let piece = match piece {
                Ok(Some(piece)) => piece,
                Ok(None) => Err(lost(Phase::Exchange, "the stream is closed")),
                Err(_) => Err(lost(Phase::Exchange, "nothing came for 60 s")),
            };
            self.frames.feed(piece?);
        }
    }
}
