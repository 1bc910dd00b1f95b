-- Who liked or passed whom. number is the order; a later one about the same person stands in for it.
CREATE TABLE IF NOT EXISTS swipes (
    number INTEGER PRIMARY KEY,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS swipes_by_pair ON swipes (from_id, to_id);
CREATE INDEX IF NOT EXISTS swipes_by_sender ON swipes (from_id, at_ms);
CREATE INDEX IF NOT EXISTS swipes_by_target ON swipes (to_id, kind, at_ms);

-- Two who like each other, the smaller id first: one match for a pair, for ever. One that has ended stays.
CREATE TABLE IF NOT EXISTS matches (
    id TEXT PRIMARY KEY,
    one_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    score INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    ended_ms INTEGER
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS matches_by_pair ON matches (one_id, other_id);
CREATE INDEX IF NOT EXISTS matches_by_other ON matches (other_id);

CREATE TABLE IF NOT EXISTS like_allowances (
    user_id TEXT PRIMARY KEY,
    remaining INTEGER NOT NULL,
    refilled_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS match_preferences (
    user_id TEXT PRIMARY KEY,
    age_min INTEGER NOT NULL,
    age_max INTEGER NOT NULL,
    distance_km INTEGER NOT NULL,
    interests TEXT NOT NULL,
    verified_only INTEGER NOT NULL,
    discoverable INTEGER NOT NULL,
    latitude REAL,
    longitude REAL
) WITHOUT ROWID;

-- What the staff should look at: who does something suspicious, how often, and when first and last.
CREATE TABLE IF NOT EXISTS account_flags (
    user_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    times INTEGER NOT NULL,
    first_ms INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    PRIMARY KEY (user_id, reason)
) WITHOUT ROWID;
