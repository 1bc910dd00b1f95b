//! The reference server as a program.

use std::{
    io::ErrorKind,
    net::{IpAddr, Ipv4Addr},
    path::PathBuf,
    process::ExitCode,
};

use avalo_mock_server::{Builder, MockServer, StartError};

const USAGE: &str = "\
The reference server of Avalo.

  avalo-mock-server [--port 5001] [--host 127.0.0.1] [--seed 7] [--data FILE] [--test-controls] [--empty]

  --port N          the port; 0 takes a free one
  --host ADDRESS    the address; loopback unless told otherwise
  --seed N          what ids, tokens and codes are made from; a file goes on with its own
  --data FILE       keeps the world in a file; without it the world ends with the program
  --test-controls   adds /_test: a page of all requests, faults, clock, snapshots, forks
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
    let server = builder.start().await.map_err(|error| why(&error))?;
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
    while let Some(argument) = rest.next() {
        // `--port 5001` and `--port=5001` are the same.
        let (name, mut beside) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (argument.as_str(), None),
        };
        let mut value = || match beside.take().or_else(|| rest.next().map(String::as_str)) {
            None | Some("") => Err(format!("{name} needs a value")),
            Some(value) if value.starts_with("--") => Err(format!("{name} needs a value, not {value}")),
            Some(value) => Ok(value),
        };
        builder = match name {
            "--port" => builder.port(parse(name, value()?, "a number from 0 to 65535")?),
            "--seed" => builder.seed(parse(name, value()?, "a whole number that is not below 0")?),
            "--host" => builder.host(host(value()?)?),
            "--data" => builder.data(PathBuf::from(value()?)),
            "--test-controls" => builder.test_controls(true),
            "--empty" => builder.empty(),
            _ => return Err(format!("{name} is no option")),
        };
        if let Some(value) = beside {
            return Err(format!("{name} takes no value, not even {value}"));
        }
    }
    Ok(builder)
}

/// No name but this one is looked up: what a name stands for differs from machine to machine.
fn host(text: &str) -> Result<IpAddr, String> {
    match text {
        "localhost" => Ok(Ipv4Addr::LOCALHOST.into()),
        _ => parse("--host", text, "an address such as 127.0.0.1"),
    }
}

fn parse<T: std::str::FromStr>(name: &str, text: &str, what: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{name} takes {what}, not {text:?}"))
}

/// Why the server did not start, with a way out where there is a usual one.
fn why(error: &StartError) -> String {
    match error {
        StartError::Listen(_, cause) if cause.kind() == ErrorKind::AddrInUse => {
            format!("{error}; is another one running? --port 0 takes a free one")
        }
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn said(line: &str) -> Result<String, String> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        read(&arguments).map(|builder| format!("{builder:?}"))
    }

    #[test]
    fn a_value_follows_its_option_or_an_equals_sign() {
        let spaced = "--port 5002 --seed 9 --host 127.0.0.1 --data w.db --test-controls --empty";
        let joined = "--port=5002 --seed=9 --host=localhost --data=w.db --test-controls --empty";
        let read = said(spaced).expect("options");
        assert_eq!(said(joined), Ok(read.clone()));
        assert!(read.contains("port: 5002") && read.contains("127.0.0.1"), "{read}");
    }

    #[test]
    fn what_is_no_option_is_refused_with_what_would_be() {
        for (line, why) in [
            ("--prot 5001", "--prot is no option"),
            ("5001", "5001 is no option"),
            ("--port", "--port needs a value"),
            ("--port=", "--port needs a value"),
            ("--data --empty", "--data needs a value, not --empty"),
            ("--port 70000", "--port takes a number from 0 to 65535, not \"70000\""),
            ("--seed -1", "--seed takes a whole number that is not below 0, not \"-1\""),
            ("--host example.org", "--host takes an address such as 127.0.0.1, not \"example.org\""),
            ("--empty=yes", "--empty takes no value, not even yes"),
        ] {
            assert_eq!(said(line), Err(why.to_owned()));
        }
    }
}
