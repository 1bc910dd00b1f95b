//! From the engine's error to JavaScript's.

use avalo_sdk::Error;
use wasm_bindgen::JsValue;

use crate::host::Host;

/// The error that JavaScript makes of this one.
pub(crate) fn failure(host: &Host, error: &Error) -> JsValue {
    host.failure(
        error.kind().as_str(),
        error.code().map(|code| code.as_str().to_owned()),
        error.detail(),
        error.status(),
        error.retry_after().map(|wait| wait.as_secs_f64()),
        error.request_id().map(str::to_owned),
    )
}
