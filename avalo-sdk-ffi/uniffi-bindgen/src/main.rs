//! `uniffi-bindgen`, of the very version that the library was built with.
//!
//! A crate of its own, so that its command line never becomes a part of the library: build each with
//! `-p`, never the workspace whole.
#![forbid(unsafe_code)]

fn main() {
    uniffi::uniffi_bindgen_main();
}
