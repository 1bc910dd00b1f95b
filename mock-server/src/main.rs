//! The reference server as a program.

use std::{net::IpAddr, path::PathBuf, process::ExitCode};

use avalo_mock_server::{Builder, MockServer};

const USAGE: &str = "\
The reference server of Avalo.

  avalo-mock-server [--port 5001] [--host 127.0.0.1] [--seed 7] [--data FILE] [--test-controls] [--empty]

  --port N          the port; 0 takes a free one
  --host ADDRESS    the address; loopback unless told otherwise
  --seed N          what ids, tokens and codes are made from
  --data FILE       keeps the world in a file; without it the world ends with the program
  --test-controls   adds /_test: faults, clock, requests, invariants
  --empty           starts without the seeded users, posts and chats
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        print!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let builder = match read(&arguments) {
        Ok(builder) => builder,
        Err(why) => {
            eprintln!("avalo-mock-server: {why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome =
        runtime.map_err(|error| error.to_string()).and_then(|runtime| runtime.block_on(run(builder)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("avalo-mock-server: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn run(builder: Builder) -> Result<(), String> {
    let server = builder.start().await.map_err(|error| error.to_string())?;
    println!("avalo-mock-server: listening on {}", server.url());
    stop_signal().await.map_err(|error| format!("signals cannot be received: {error}"))?;
    server.stop().await;
    println!("avalo-mock-server: stopped");
    Ok(())
}

#[cfg(unix)]
async fn stop_signal() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        result = tokio::signal::ctrl_c() => result,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn stop_signal() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}

fn read(arguments: &[String]) -> Result<Builder, String> {
    let mut builder = MockServer::builder().port(5001).test_controls(false);
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let mut value = || rest.next().ok_or_else(|| format!("{name} needs a value"));
        builder = match name.as_str() {
            "--port" => builder.port(number(name, value()?)?),
            "--seed" => builder.seed(number(name, value()?)?),
            "--host" => builder.host(number::<IpAddr>(name, value()?)?),
            "--data" => builder.data(PathBuf::from(value()?)),
            "--test-controls" => builder.test_controls(true),
            "--empty" => builder.empty(),
            _ => return Err(format!("{name} is no option")),
        };
    }
    Ok(builder)
}

fn number<T: std::str::FromStr>(name: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{name} does not take {text:?}"))
}
