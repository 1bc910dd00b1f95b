-- A chat belongs to two users. Absent prices are the earner's own; 0 stands for the standard.
CREATE TABLE IF NOT EXISTS chats (
    id TEXT PRIMARY KEY,
    payer_id TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    earner_id TEXT,
    closed INTEGER NOT NULL DEFAULT 0,
    free_used INTEGER NOT NULL DEFAULT 0,
    intro_by TEXT,
    words_per_token INTEGER,
    base_price INTEGER,
    media_price INTEGER,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS chats_by_pair
    ON chats (min(payer_id, peer_id), max(payer_id, peer_id));
CREATE INDEX IF NOT EXISTS chats_by_payer ON chats (payer_id, updated_ms);
CREATE INDEX IF NOT EXISTS chats_by_peer ON chats (peer_id, updated_ms);

-- seq is the order of the messages of all chats: one clock tick may hold several.
CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    chat_id TEXT NOT NULL REFERENCES chats (id),
    sender_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    media_url TEXT,
    duration_seconds INTEGER,
    price INTEGER NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    client_id TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS messages_by_chat ON messages (chat_id, seq);
CREATE INDEX IF NOT EXISTS messages_by_sender ON messages (sender_id, seq);
CREATE INDEX IF NOT EXISTS messages_unread ON messages (chat_id, sender_id) WHERE read = 0;
CREATE UNIQUE INDEX IF NOT EXISTS messages_by_client_id
    ON messages (chat_id, sender_id, client_id) WHERE client_id IS NOT NULL;

-- Chats that pay into themselves: what they may take all in all, and what they have taken.
CREATE TABLE IF NOT EXISTS auto_reloads (
    chat_id TEXT PRIMARY KEY,
    cap INTEGER NOT NULL,
    spent INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS chat_prices (
    user_id TEXT PRIMARY KEY,
    words_per_token INTEGER NOT NULL DEFAULT 0,
    base_price INTEGER NOT NULL DEFAULT 0,
    media_price INTEGER NOT NULL DEFAULT 0,
    intro_price INTEGER NOT NULL DEFAULT 0,
    earns INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS typing (
    chat_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    PRIMARY KEY (chat_id, user_id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS presence (
    user_id TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    custom_status TEXT,
    seen_ms INTEGER NOT NULL
) WITHOUT ROWID;
