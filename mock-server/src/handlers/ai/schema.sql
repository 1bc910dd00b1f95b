-- AI companions, conversations with them, and the checks of what people write and show.

CREATE TABLE IF NOT EXISTS companions (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    persona TEXT NOT NULL,
    tone TEXT NOT NULL,
    relationship TEXT NOT NULL,
    languages TEXT NOT NULL,
    boundaries TEXT NOT NULL,
    class TEXT NOT NULL,
    tiers TEXT NOT NULL,
    nsfw_available INTEGER NOT NULL,
    popularity INTEGER NOT NULL,
    image_url TEXT,
    -- The platform's own have none.
    owner_id TEXT,
    visibility TEXT NOT NULL,
    is_flagged INTEGER NOT NULL DEFAULT 0,
    -- Chats with one that is gone can still be read, so its row stays.
    is_deleted INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS companions_by_popularity ON companions (popularity, id);
CREATE INDEX IF NOT EXISTS companions_by_owner ON companions (owner_id);

CREATE TABLE IF NOT EXISTS companion_photos (
    id TEXT PRIMARY KEY,
    companion_id TEXT NOT NULL,
    url TEXT NOT NULL,
    blurred_url TEXT NOT NULL,
    is_nsfw INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS companion_photos_by_companion ON companion_photos (companion_id, id);

CREATE TABLE IF NOT EXISTS companion_unlocks (
    user_id TEXT NOT NULL, photo_id TEXT NOT NULL,
    PRIMARY KEY (user_id, photo_id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS ai_chats (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    companion_id TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open',
    -- What its owner asked for; whether it holds is decided anew each time.
    nsfw INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL,
    active_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ai_chats_by_user ON ai_chats (user_id, active_ms);
CREATE UNIQUE INDEX IF NOT EXISTS ai_chats_open ON ai_chats (user_id, companion_id) WHERE state = 'open';

-- seq is the order: a question and its answer are of the same moment.
CREATE TABLE IF NOT EXISTS ai_messages (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    chat_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    content TEXT NOT NULL,
    is_flagged INTEGER NOT NULL,
    price INTEGER NOT NULL,
    -- Whether it was one of the day's free ones.
    is_free INTEGER NOT NULL,
    model_tokens INTEGER NOT NULL,
    created_ms INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS ai_messages_by_chat ON ai_messages (chat_id, seq);
CREATE INDEX IF NOT EXISTS ai_messages_by_user ON ai_messages (user_id, created_ms);

-- Whoever has no row is on the free tier.
CREATE TABLE IF NOT EXISTS ai_plans (
    user_id TEXT PRIMARY KEY,
    tier TEXT NOT NULL,
    price INTEGER NOT NULL,
    status TEXT NOT NULL,
    started_ms INTEGER NOT NULL,
    ends_ms INTEGER NOT NULL
) WITHOUT ROWID;
