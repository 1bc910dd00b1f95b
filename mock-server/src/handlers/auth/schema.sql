CREATE TABLE IF NOT EXISTS users (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    password_salt TEXT NOT NULL,
    password_hash BLOB NOT NULL,
    display_name TEXT NOT NULL,
    date_of_birth TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT 'user',
    status TEXT NOT NULL DEFAULT 'active',
    kyc_status TEXT NOT NULL DEFAULT 'pending',
    is_creator INTEGER NOT NULL DEFAULT 0,
    is_royal INTEGER NOT NULL DEFAULT 0,
    totp_secret TEXT,
    totp_enabled INTEGER NOT NULL DEFAULT 0,
    totp_last_step INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS recovery_codes (
    user_id TEXT NOT NULL, hash BLOB NOT NULL,
    PRIMARY KEY (user_id, hash)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    device_id TEXT,
    access_hash BLOB NOT NULL UNIQUE,
    access_expires_ms INTEGER NOT NULL,
    refresh_hash BLOB NOT NULL UNIQUE,
    refresh_expires_ms INTEGER NOT NULL,
    -- The generation before: its token gives the same pair again for a minute.
    previous_hash BLOB,
    rotated_ms INTEGER,
    -- The pair in force, to be given again in that minute. A real server would derive it.
    pair TEXT NOT NULL,
    strong_until_ms INTEGER,
    created_ms INTEGER NOT NULL,
    active_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sessions_by_user ON sessions (user_id, active_ms);
CREATE INDEX IF NOT EXISTS sessions_by_previous ON sessions (previous_hash);

-- Refresh tokens of generations long gone: who shows one has stolen it.
CREATE TABLE IF NOT EXISTS spent_tokens (
    hash BLOB PRIMARY KEY, session_id TEXT NOT NULL, at_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- Tokens of sessions that a suspension ended: who shows one learns of it.
CREATE TABLE IF NOT EXISTS shut_out (
    hash BLOB PRIMARY KEY, user_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shut_out_by_user ON shut_out (user_id);

CREATE TABLE IF NOT EXISTS challenges (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    device_id TEXT,
    expires_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- Wrong passwords and codes, to lock out who guesses.
CREATE TABLE IF NOT EXISTS failures (
    subject TEXT NOT NULL, at_ms INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS failures_by_subject ON failures (subject, at_ms);

CREATE TABLE IF NOT EXISTS resets (
    hash BLOB PRIMARY KEY, user_id TEXT NOT NULL, expires_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS oauth_flows (
    state TEXT PRIMARY KEY, provider TEXT NOT NULL, redirect_uri TEXT NOT NULL,
    challenge TEXT NOT NULL, expires_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS oauth_codes (
    code TEXT PRIMARY KEY, state TEXT NOT NULL, provider TEXT NOT NULL,
    email TEXT NOT NULL, expires_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS kyc (
    user_id TEXT PRIMARY KEY, status TEXT NOT NULL, reason TEXT, outcome TEXT NOT NULL,
    submitted_ms INTEGER, decided_ms INTEGER, expires_ms INTEGER
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, kind TEXT NOT NULL,
    secret TEXT NOT NULL, at_ms INTEGER NOT NULL
);
