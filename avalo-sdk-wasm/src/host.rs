//! What JavaScript gives to the engine. None of these functions may throw, or call the engine before
//! it has returned.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The machine: network, time, chance, where the session is kept, and who waits for answers.
    ///
    /// Work that takes time has a number and ends with `Core.settle`.
    #[derive(Debug)]
    pub type Host;

    /// A header of the request that is sent next.
    #[wasm_bindgen(method)]
    pub fn header(this: &Host, name: &str, value: &str);

    /// Sends a request. It is settled with an [`Answer`], or refused with a [`Refusal`]. A negative limit
    /// leaves the body of a success to be pulled; then the exchange ends with `cancel`.
    #[wasm_bindgen(method)]
    pub fn send(this: &Host, work: u32, method: &str, url: &str, body: Option<&str>, limit: f64);

    /// Reads the next piece of the body of an exchange: text, or nothing at its end.
    #[wasm_bindgen(method)]
    pub fn pull(this: &Host, work: u32, exchange: u32);

    /// Lets so many milliseconds pass.
    #[wasm_bindgen(method)]
    pub fn sleep(this: &Host, work: u32, ms: f64);

    /// Reads the session that was saved last: text, or nothing.
    #[wasm_bindgen(method)]
    pub fn load(this: &Host, work: u32);

    /// Keeps the session in place of the one before; nothing means to forget it.
    #[wasm_bindgen(method)]
    pub fn save(this: &Host, work: u32, session: Option<&str>);

    /// Ends work for which nobody waits any longer.
    #[wasm_bindgen(method)]
    pub fn cancel(this: &Host, work: u32);

    /// Milliseconds since any fixed moment; never goes back.
    #[wasm_bindgen(method)]
    pub fn monotonic(this: &Host) -> f64;

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[wasm_bindgen(method)]
    pub fn now(this: &Host) -> f64;

    /// 32 random bits.
    #[wasm_bindgen(method)]
    pub fn random(this: &Host) -> u32;

    /// Hears what happened to the session: `signed_in` with the user, `refreshed`, `signed_out`, or
    /// `ended` with the server's code.
    #[wasm_bindgen(method)]
    pub fn session(this: &Host, event: &str, detail: Option<&str>);

    /// Gives a call the next part of its answer.
    #[wasm_bindgen(method)]
    pub fn part(this: &Host, call: u32, text: &str);

    /// Gives a call its answer, a text that is empty where the answer is.
    #[wasm_bindgen(method)]
    pub fn answer(this: &Host, call: u32, text: &JsValue);

    /// Refuses a call. `retry_after` is in seconds.
    #[wasm_bindgen(method)]
    pub fn refuse(
        this: &Host,
        call: u32,
        kind: &str,
        code: Option<&str>,
        message: &str,
        status: Option<u16>,
        retry_after: Option<f64>,
        request_id: Option<&str>,
    );

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
    #[wasm_bindgen(method, js_name = header)]
    pub fn find(this: &Answer, name: &str) -> Option<String>;

    /// The milliseconds since 1970 of a header that holds a date of HTTP; else not a number.
    #[wasm_bindgen(method)]
    pub fn moment(this: &Answer, name: &str) -> f64;

    /// Why there is no answer.
    #[derive(Debug)]
    pub type Refusal;

    /// What happened, without the query or any header.
    #[wasm_bindgen(method, getter)]
    pub fn message(this: &Refusal) -> String;

    /// 1 when the answer is larger than allowed, 2 when its body cannot be pulled, else 0.
    #[wasm_bindgen(method, getter)]
    pub fn reason(this: &Refusal) -> u32;
}
