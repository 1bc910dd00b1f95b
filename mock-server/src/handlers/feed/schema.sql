-- seq is the order of publication: one clock tick may hold several.
CREATE TABLE IF NOT EXISTS posts (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    author_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    media TEXT NOT NULL,
    visibility TEXT NOT NULL,
    price INTEGER,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS posts_by_author ON posts (author_id, seq);

CREATE TABLE IF NOT EXISTS likes (
    post_id TEXT NOT NULL, user_id TEXT NOT NULL,
    PRIMARY KEY (post_id, user_id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS shares (
    post_id TEXT NOT NULL, user_id TEXT NOT NULL,
    PRIMARY KEY (post_id, user_id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS comments (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    post_id TEXT NOT NULL,
    author_id TEXT NOT NULL,
    content TEXT NOT NULL,
    parent_id TEXT,
    created_ms INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS comments_by_post ON comments (post_id, seq);
CREATE INDEX IF NOT EXISTS comments_by_parent ON comments (parent_id);

CREATE TABLE IF NOT EXISTS stories (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    author_id TEXT NOT NULL,
    media_url TEXT NOT NULL,
    caption TEXT,
    price INTEGER,
    created_ms INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS stories_by_author ON stories (author_id, created_ms);

CREATE TABLE IF NOT EXISTS story_views (
    story_id TEXT NOT NULL, user_id TEXT NOT NULL,
    PRIMARY KEY (story_id, user_id)
) WITHOUT ROWID;

-- Who paid for which post or story.
CREATE TABLE IF NOT EXISTS unlocks (
    user_id TEXT NOT NULL, thing_id TEXT NOT NULL,
    PRIMARY KEY (user_id, thing_id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    secret TEXT NOT NULL,
    expires_ms INTEGER NOT NULL,
    bytes BLOB,
    used INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
