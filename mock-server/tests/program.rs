//! What the program says to whoever starts it.

use std::{net::TcpListener, process::Command};

fn complaint(arguments: &[&str]) -> (Option<i32>, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_avalo-mock-server")).args(arguments).output();
    let run = run.expect("the program starts");
    (run.status.code(), String::from_utf8(run.stderr).expect("text"))
}

#[test]
fn a_port_that_is_taken_comes_with_a_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its address").port().to_string();
    let (code, said) = complaint(&["--host", "localhost", "--port", &port]);
    assert_eq!(code, Some(1));
    assert!(said.contains(&format!("cannot listen on 127.0.0.1:{port}")), "{said}");
    assert!(said.ends_with("is another one running? --port 0 takes a free one\n"), "{said}");
}

#[test]
fn a_wrong_option_comes_before_the_right_ones() {
    let (code, said) = complaint(&["--host", "example.org"]);
    assert_eq!(code, Some(2));
    let first = said.lines().next().unwrap_or_default();
    assert_eq!(first, "avalo-mock-server: --host takes an address such as 127.0.0.1, not \"example.org\"");
    assert!(said.contains("--port N"), "{said}");
}
