-- The inbox. seq is the order in which things came; what was dismissed stays for the count of pushes.
CREATE TABLE IF NOT EXISTS notifications (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL,
    category TEXT NOT NULL,
    priority TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    from_id TEXT,
    chat_id TEXT,
    post_id TEXT,
    amount INTEGER,
    push TEXT NOT NULL,
    in_app TEXT NOT NULL,
    email TEXT NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    dismissed INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS notifications_by_user ON notifications (user_id, seq);
CREATE INDEX IF NOT EXISTS notifications_by_cause ON notifications (user_id, from_id);
CREATE INDEX IF NOT EXISTS notifications_unread
    ON notifications (user_id, seq) WHERE read = 0 AND dismissed = 0;
CREATE INDEX IF NOT EXISTS notifications_pushed
    ON notifications (user_id, created_ms) WHERE push = 'sent';

-- Who has no row for a category has the standard.
CREATE TABLE IF NOT EXISTS notification_preferences (
    user_id TEXT NOT NULL,
    category TEXT NOT NULL,
    push INTEGER NOT NULL,
    in_app INTEGER NOT NULL,
    email INTEGER NOT NULL,
    PRIMARY KEY (user_id, category)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS quiet_hours (
    user_id TEXT PRIMARY KEY,
    enabled INTEGER NOT NULL,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL,
    timezone TEXT NOT NULL
) WITHOUT ROWID;

-- A token has one owner, and a device of a user one token.
CREATE TABLE IF NOT EXISTS push_tokens (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE,
    platform TEXT NOT NULL,
    device_id TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    used_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS push_tokens_by_device ON push_tokens (user_id, device_id);

-- The push messages that would have been sent.
CREATE TABLE IF NOT EXISTS pushes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL,
    token TEXT NOT NULL,
    platform TEXT NOT NULL,
    notification_id TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
);
