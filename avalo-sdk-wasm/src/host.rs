//! What JavaScript gives to the engine. None of these functions may throw.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The machine: network, time, chance, and where the session is kept.
    #[derive(Clone, Debug)]
    pub type Host;

    /// Sends a request. The headers are names and values in turn. The work ends with an [`Answer`],
    /// or is refused with a [`Refusal`].
    #[wasm_bindgen(method)]
    pub fn send(
        this: &Host,
        method: &str,
        url: &str,
        headers: js_sys::Array,
        body: Option<String>,
        limit: f64,
    ) -> Work;

    /// Lets so many milliseconds pass.
    #[wasm_bindgen(method)]
    pub fn sleep(this: &Host, ms: f64) -> Work;

    /// Milliseconds since any fixed moment; never goes back.
    #[wasm_bindgen(method)]
    pub fn monotonic(this: &Host) -> f64;

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[wasm_bindgen(method)]
    pub fn now(this: &Host) -> f64;

    /// 32 random bits.
    #[wasm_bindgen(method)]
    pub fn random(this: &Host) -> u32;

    /// The session that was saved last: text, or nothing.
    #[wasm_bindgen(method)]
    pub fn load(this: &Host) -> Work;

    /// Keeps the session in place of the one before; nothing means to forget it.
    #[wasm_bindgen(method)]
    pub fn save(this: &Host, session: Option<String>) -> Work;

    /// Hears what happened to the session: `signed_in` with the user, `refreshed`, `signed_out`, or
    /// `ended` with the server's code.
    #[wasm_bindgen(method)]
    pub fn session(this: &Host, event: &str, detail: Option<String>);

    /// Makes the error that a call is rejected with. `retry_after` is in seconds.
    #[wasm_bindgen(method)]
    pub fn failure(
        this: &Host,
        kind: &str,
        code: Option<String>,
        message: &str,
        status: Option<u16>,
        retry_after: Option<f64>,
        request_id: Option<String>,
    ) -> JsValue;

    /// Something that JavaScript is doing.
    #[derive(Clone, Debug)]
    pub type Work;

    /// Settles when it is done.
    #[wasm_bindgen(method, getter)]
    pub fn done(this: &Work) -> js_sys::Promise;

    /// Ends it: `done` settles soon after.
    #[wasm_bindgen(method)]
    pub fn cancel(this: &Work);

    /// An answer of the network.
    #[derive(Debug)]
    pub type Answer;

    /// The HTTP status; 0 for a redirect that the browser keeps to itself.
    #[wasm_bindgen(method, getter)]
    pub fn status(this: &Answer) -> u16;

    /// The whole body, a string.
    #[wasm_bindgen(method, getter)]
    pub fn text(this: &Answer) -> JsValue;

    /// The value of a header.
    #[wasm_bindgen(method)]
    pub fn header(this: &Answer, name: &str) -> Option<String>;

    /// Why there is no answer.
    #[derive(Debug)]
    pub type Refusal;

    /// What happened, without the query or any header.
    #[wasm_bindgen(method, getter)]
    pub fn message(this: &Refusal) -> String;

    /// Whether the answer is larger than allowed.
    #[wasm_bindgen(method, getter, js_name = tooLarge)]
    pub fn too_large(this: &Refusal) -> bool;
}
