//! What passes between JavaScript and the module.
//!
//! Text goes out as where it is and how long: JavaScript reads it before its function returns. Text comes in
//! through [`room`]: JavaScript has room made, writes UTF-8 into it and says what it is for; Rust takes
//! the texts last one first, with [`taken`]. None of JavaScript's functions may throw, and none but those that
//! write text may call the module before they have returned.

use std::{cell::RefCell, ops::Deref};

use crate::{door, tasks, work};

// Functions of the host. Work that takes time has a number and ends with `settle`.
#[link(wasm_import_module = "host")]
unsafe extern "C" {
    safe fn header(name: *const u8, name_length: usize, value: *const u8, value_length: usize);
    safe fn send(
        work: u32,
        method: *const u8,
        method_length: usize,
        url: *const u8,
        url_length: usize,
        body: *const u8,
        body_length: usize,
        limit: f64,
    );
    safe fn find(exchange: u32, name: *const u8, name_length: usize) -> u32;
    safe fn text(exchange: u32);
    safe fn save(work: u32, session: *const u8, length: usize);
    safe fn session(event: *const u8, event_length: usize, detail: *const u8, detail_length: usize);
    safe fn part(call: u32, text: *const u8, length: usize);
    safe fn answer(call: u32, text: *const u8, length: usize, exchange: u32);
    safe fn refuse(
        call: u32,
        kind: *const u8,
        kind_length: usize,
        code: *const u8,
        code_length: usize,
        message: *const u8,
        message_length: usize,
        request_id: *const u8,
        request_id_length: usize,
        status: u32,
        retry_after: f64,
    );
    safe fn moment(exchange: u32, name: *const u8, name_length: usize) -> f64;
    /// Reads the next piece of the body of an exchange: settled as 1 with text, or 0 at its end.
    pub(crate) safe fn pull(work: u32, exchange: u32);
    /// Lets so many milliseconds pass.
    pub(crate) safe fn sleep(work: u32, ms: f64);
    /// Reads the session that was saved last: settled with text, or without.
    pub(crate) safe fn load(work: u32);
    /// Ends work for which nobody waits, and forgets an exchange.
    pub(crate) safe fn cancel(work: u32);
    /// Milliseconds since any fixed moment; never goes back.
    pub(crate) safe fn monotonic() -> f64;
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) safe fn now() -> f64;
    /// 32 random bits.
    pub(crate) safe fn random() -> u32;
}

/// What belongs to the one thread that there is.
pub(crate) struct Alone<T>(T);

// SAFETY: the module is built without atomics; no second thread can run it in the same memory.
#[cfg(not(target_feature = "atomics"))]
unsafe impl<T> Sync for Alone<T> {}

impl<T> Alone<T> {
    pub(crate) const fn new(value: T) -> Self {
        Self(value)
    }
}

impl<T> Deref for Alone<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

static TEXTS: Alone<RefCell<Vec<Vec<u8>>>> = Alone::new(RefCell::new(Vec::new()));

/// The text that came last.
pub(crate) fn taken() -> String {
    let bytes = TEXTS.borrow_mut().pop().unwrap_or_default();
    // SAFETY: JavaScript wrote it with a `TextEncoder`, which writes UTF-8 and nothing else, and fills the room.
    unsafe { String::from_utf8_unchecked(bytes) }
}

/// Where a text is; nowhere stands for none.
fn place(text: Option<&str>) -> (*const u8, usize) {
    text.map_or((std::ptr::null(), 0), |text| (text.as_ptr(), text.len()))
}

/// A header of the request that is sent next.
pub(crate) fn say_header(name: &str, value: &str) {
    header(name.as_ptr(), name.len(), value.as_ptr(), value.len());
}

/// Sends a request: settled with its status, 0 for a redirect that a browser keeps to itself. A negative limit
/// leaves the body of a success to be pulled.
pub(crate) fn begin_exchange(work: u32, method: &str, url: &str, body: Option<&str>, limit: f64) {
    let (body, length) = place(body);
    send(work, method.as_ptr(), method.len(), url.as_ptr(), url.len(), body, length, limit);
}

/// The value of a header of an answer.
pub(crate) fn header_of(exchange: u32, name: &str) -> Option<String> {
    (find(exchange, name.as_ptr(), name.len()) != 0).then(taken)
}

/// The milliseconds since 1970 of a header that holds a date of HTTP; else not a number.
pub(crate) fn moment_of(exchange: u32, name: &str) -> f64 {
    moment(exchange, name.as_ptr(), name.len())
}

/// The whole body of an answer.
pub(crate) fn text_of(exchange: u32) -> String {
    text(exchange);
    taken()
}

/// Keeps the session in place of the one before; nothing means to forget it.
pub(crate) fn keep(work: u32, text: Option<&str>) {
    let (text, length) = place(text);
    save(work, text, length);
}

/// Says what happened to the session: `signed_in` with the user, `refreshed`, `signed_out`, or `ended` with
/// the server's code.
pub(crate) fn say_session(event: &str, detail: Option<&str>) {
    let (detail, length) = place(detail);
    session(event.as_ptr(), event.len(), detail, length);
}

/// Gives a call the next part of its answer.
pub(crate) fn say_part(call: u32, text: &str) {
    part(call, text.as_ptr(), text.len());
}

/// Gives a call its answer.
pub(crate) fn say_answer(call: u32, text: &str) {
    answer(call, text.as_ptr(), text.len(), 0);
}

/// Gives a call the body of an exchange as its answer.
pub(crate) fn pass_answer(call: u32, exchange: u32) {
    answer(call, std::ptr::null(), 0, exchange);
}

/// Refuses a call; number 0 is the client itself.
pub(crate) fn say_error(call: u32, error: &avalo_sdk::Error) {
    let (kind, message) = (error.kind().as_str(), error.detail());
    let (code, code_length) = place(error.code_name());
    let (id, id_length) = place(error.request_id());
    let status = error.status().unwrap_or_default().into();
    let wait = error.retry_after().map_or(f64::NAN, |wait| wait.as_secs_f64());
    refuse(
        call,
        kind.as_ptr(),
        kind.len(),
        code,
        code_length,
        message.as_ptr(),
        message.len(),
        id,
        id_length,
        status,
        wait,
    );
}

/// Room for a text of so many bytes.
#[unsafe(no_mangle)]
extern "C" fn room(length: usize) -> *mut u8 {
    let mut text = vec![0; length];
    let place = text.as_mut_ptr();
    TEXTS.borrow_mut().push(text);
    place
}

/// Sets up the client of the API at the address that was written. What is negative or not a number is as in Rust.
#[unsafe(no_mangle)]
extern "C" fn start(timeout: f64, retries: i32, requests: i32, allow_http: u32) {
    door::start(&taken(), time(timeout), retries.try_into().ok(), requests.try_into().ok(), allow_http != 0);
}

/// Calls the operation of a row with its parameters as JSON: row and parameters were written, and a key if there
/// is one. What is fresh is asked for even if a cached answer would do.
#[unsafe(no_mangle)]
extern "C" fn call(number: u32, timeout: f64, with_key: u32, fresh: u32) {
    let key = (with_key != 0).then(taken);
    let params = taken();
    door::call(number, &taken(), params, time(timeout), key, fresh != 0);
}

/// The same for the row of a stream.
#[unsafe(no_mangle)]
extern "C" fn stream(number: u32, timeout: f64, with_key: u32) {
    let key = (with_key != 0).then(taken);
    let params = taken();
    door::stream(number, &taken(), &params, time(timeout), key);
}

/// Ends the session on this device at once, without the server, as the call of this number.
#[unsafe(no_mangle)]
extern "C" fn sign_out(number: u32) {
    door::sign_out(number);
}

/// Gives a call up, and with it the exchange that is under way. The host hears no more of it.
#[unsafe(no_mangle)]
extern "C" fn give_up(number: u32) {
    tasks::end(number);
}

/// Says what became of a piece of work: a code, which is negative for a failure, and text if some was written.
#[unsafe(no_mangle)]
extern "C" fn settle(number: u32, code: i32, with_text: u32) {
    work::settle(number, code, (with_text != 0).then(taken));
    tasks::go_on();
}

/// Tells who is signed in, as an event of the session that is none.
#[unsafe(no_mangle)]
extern "C" fn user() {
    let user = door::user();
    say_session("user", user.as_deref());
}

fn time(ms: f64) -> Option<std::time::Duration> {
    (ms >= 0.0).then(|| crate::machine::duration(ms))
}
