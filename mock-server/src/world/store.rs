//! The database of a world: in memory, or a file that nobody else uses at the same time.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, ErrorCode, OpenFlags};

/// Marks a file as a world of this server: `Aval`.
const APPLICATION_ID: i64 = 0x4176_616c;

/// The version of the tables. A file of another version is left alone.
const VERSION: i64 = 2;

/// Opens the database.
///
/// # Errors
///
/// A sentence that names the file and says what is wrong with it.
pub(super) fn open(file: Option<&Path>) -> Result<Connection, String> {
    let db = match file {
        None => memory().map_err(|error| format!("no database in memory: {error}"))?,
        Some(file) => {
            let db = Connection::open(file).map_err(|error| unusable(file, &error))?;
            claim(&db).map_err(|error| unusable(file, &error))?;
            check(&db)
                .map_err(|error| unusable(file, &error))?
                .map_err(|why| format!("{} {why}", file.display()))?;
            db
        }
    };
    db.set_prepared_statement_cache_capacity(512);
    Ok(db)
}

/// A database in memory that lies there in one piece, so that it can be copied as such.
fn memory() -> rusqlite::Result<Connection> {
    Connection::open_with_flags("file:world?vfs=memdb", OpenFlags::default() | OpenFlags::SQLITE_OPEN_URI)
}

/// Takes the file for this process alone. Every answer is on the disk before it is sent.
fn claim(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(Duration::ZERO)?;
    db.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT",
    )
}

fn check(db: &Connection) -> rusqlite::Result<Result<(), String>> {
    let number = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0));
    let tables = number("SELECT COUNT(*) FROM sqlite_schema")?;
    let (application, version) = (number("PRAGMA application_id")?, number("PRAGMA user_version")?);
    if tables == 0 {
        db.execute_batch(&format!(
            "PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}"
        ))?;
    } else if application != APPLICATION_ID {
        return Ok(Err("is the database of another program; it was not touched".into()));
    } else if version != VERSION {
        return Ok(Err(format!(
            "has tables of version {version}, this server uses {VERSION}; start with a new file"
        )));
    }
    Ok(Ok(()))
}

/// Why SQLite could not open a file, which it does not say.
fn unopened(file: &Path) -> String {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    match folder {
        _ if file.is_dir() => "it is a folder, not a file".to_owned(),
        Some(folder) if !folder.exists() => format!("the folder {} does not exist", folder.display()),
        Some(folder) if !folder.is_dir() => format!("{} is no folder", folder.display()),
        _ => "it cannot be opened or created".to_owned(),
    }
}

fn unusable(file: &Path, error: &rusqlite::Error) -> String {
    let why = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "another process uses it".to_owned(),
        Some(ErrorCode::DiskFull) => "the disk is full".to_owned(),
        Some(ErrorCode::CannotOpen) => unopened(file),
        Some(ErrorCode::NotADatabase) => "it is not a database".to_owned(),
        _ => error.to_string(),
    };
    format!("{} is not usable: {why}", file.display())
}
