//! Waiting for JavaScript.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::host::Work;

/// What JavaScript is doing, as a future. Dropping it early ends the work.
pub(crate) struct Pending {
    work: Work,
    done: JsFuture,
    over: bool,
}

impl From<Work> for Pending {
    fn from(work: Work) -> Self {
        Self { done: work.done().into(), work, over: false }
    }
}

impl Future for Pending {
    type Output = Result<JsValue, JsValue>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let output = Pin::new(&mut self.done).poll(context);
        self.over |= output.is_ready();
        output
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        if !self.over {
            self.work.cancel();
        }
    }
}
