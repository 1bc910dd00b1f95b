//! Events for an app that sleeps at times: a connection of one in the background only costs its battery.

use std::{pin::pin, sync::Arc};

use futures_util::future::{Either, select};
use tokio::sync::watch;

use super::listener::listen;
use crate::{
    AvaloSdk,
    engine::{Answer, rows},
    error::Error,
    operation::Method,
    platform::BoxFuture,
};

impl AvaloSdk {
    /// As [`stream_row`](Self::stream_row) for a row of events. While the app is not `awake` there is no connection;
    /// afterwards it goes on where it stopped, and what happened meanwhile is told then. It ends when nobody is left
    /// who could wake it.
    ///
    /// # Errors
    ///
    /// `Invalid` for a row that is none of events; else as [`stream_row`](Self::stream_row).
    pub fn listen_while_awake(
        &self,
        row: &str,
        mut awake: watch::Receiver<bool>,
        tell: impl Fn(&str) + Send + 'static,
    ) -> BoxFuture<Result<Answer, Error>> {
        let events = rows::find(row).filter(|spec| spec.stream && spec.method == Method::Get);
        let live = match events {
            Some(spec) => listen(Arc::clone(&self.engine), spec),
            None => Err(Error::invalid([row, " is no row of events"].concat())),
        };
        Box::pin(async move {
            let mut live = live?;
            loop {
                // Asked each time: the app may have fallen asleep while an event was told.
                if !*awake.borrow() {
                    live.hang_up();
                    if awake.wait_for(|awake| *awake).await.is_err() {
                        break;
                    }
                }
                let asleep = pin!(awake.wait_for(|awake| !awake));
                // What is dropped here of a half-read event comes again, over the next connection.
                match select(asleep, pin!(live.next())).await {
                    Either::Left((Ok(_), _)) => {}
                    Either::Left((Err(_), _)) | Either::Right((None, _)) => break,
                    Either::Right((Some(told), _)) => tell(&told?.text),
                }
            }
            Ok(Answer::nothing())
        })
    }
}
