-- The fields of work of a moderator.
CREATE TABLE IF NOT EXISTS staff_scopes (
    user_id TEXT NOT NULL, scope TEXT NOT NULL,
    PRIMARY KEY (user_id, scope)
) WITHOUT ROWID;

-- Why an account is closed. Without an end the staff has to open it.
CREATE TABLE IF NOT EXISTS suspensions (
    user_id TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    since_ms INTEGER NOT NULL,
    until_ms INTEGER,
    banned INTEGER NOT NULL,
    by_id TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS warnings (
    seq INTEGER PRIMARY KEY,
    user_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    by_id TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS warnings_by_user ON warnings (user_id, seq);

CREATE TABLE IF NOT EXISTS reports (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reporter_id TEXT NOT NULL,
    target_type TEXT NOT NULL,
    target_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    details TEXT,
    status TEXT NOT NULL DEFAULT 'open',
    decision TEXT,
    created_ms INTEGER NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS reports_open
    ON reports (reporter_id, target_type, target_id) WHERE status = 'open';
CREATE INDEX IF NOT EXISTS reports_by_reporter ON reports (reporter_id, created_ms);
CREATE INDEX IF NOT EXISTS reports_by_target ON reports (target_type, target_id);
CREATE INDEX IF NOT EXISTS reports_by_owner ON reports (owner_id);

-- What waits for a moderator: one thing, with all that was said and noticed of it. The level is the
-- severity of the gravest reason, 0 to 2.
CREATE TABLE IF NOT EXISTS cases (
    id TEXT PRIMARY KEY,
    target_type TEXT NOT NULL,
    target_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    level INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    excerpt TEXT NOT NULL,
    opened_ms INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT 'open',
    decision TEXT
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS cases_open ON cases (target_type, target_id) WHERE status = 'open';

-- What was reversed, each transaction once.
CREATE TABLE IF NOT EXISTS refunds (
    posting_id TEXT PRIMARY KEY, refund_id TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS flags (
    name TEXT PRIMARY KEY,
    description TEXT,
    enabled INTEGER NOT NULL,
    percent INTEGER NOT NULL,
    allowed TEXT NOT NULL,
    blocked TEXT NOT NULL,
    roles TEXT NOT NULL,
    expires_ms INTEGER,
    updated_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- What the staff did. Nobody changes or removes an entry.
CREATE TABLE IF NOT EXISTS audit (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    actor_id TEXT,
    action TEXT NOT NULL,
    target_type TEXT NOT NULL,
    target_id TEXT NOT NULL,
    reason TEXT,
    details TEXT NOT NULL,
    at_ms INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS audit_by_actor ON audit (actor_id, seq);
CREATE INDEX IF NOT EXISTS audit_by_target ON audit (target_id, seq);
CREATE TRIGGER IF NOT EXISTS audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'an entry of the audit log is not changed'); END;
CREATE TRIGGER IF NOT EXISTS audit_is_not_removed BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'an entry of the audit log is not removed'); END;
