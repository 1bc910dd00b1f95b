-- What a creator asks besides the prices of messages, which belong to the chats.
CREATE TABLE IF NOT EXISTS creator_prices (
    user_id TEXT PRIMARY KEY,
    unlock_price INTEGER
) WITHOUT ROWID;

-- number is the order of planning: of two for one moment the first is published first.
CREATE TABLE IF NOT EXISTS scheduled (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    author_id TEXT NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    media TEXT NOT NULL,
    visibility TEXT NOT NULL,
    price INTEGER,
    due_ms INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    post_id TEXT
);
CREATE INDEX IF NOT EXISTS scheduled_by_author ON scheduled (author_id, state, due_ms, number);
