CREATE TABLE IF NOT EXISTS payment_methods (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    token TEXT NOT NULL,
    is_default INTEGER NOT NULL,
    created_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS payment_methods_by_user ON payment_methods (user_id);

CREATE TABLE IF NOT EXISTS purchases (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    package_id TEXT NOT NULL,
    tokens INTEGER NOT NULL,
    minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    method_token TEXT NOT NULL,
    status TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS purchases_by_user ON purchases (user_id, created_ms);

-- The provider's reports that were taken.
CREATE TABLE IF NOT EXISTS webhook_events (id TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS subscriptions (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    creator_id TEXT NOT NULL,
    tier_id TEXT NOT NULL,
    price INTEGER NOT NULL,
    period_ms INTEGER NOT NULL,
    status TEXT NOT NULL,
    started_ms INTEGER NOT NULL,
    ends_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS subscriptions_by_user ON subscriptions (user_id, started_ms);
-- One at a time for each creator.
CREATE UNIQUE INDEX IF NOT EXISTS subscriptions_alive
    ON subscriptions (user_id, creator_id) WHERE status <> 'ended';

CREATE TABLE IF NOT EXISTS withdrawals (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    amount INTEGER NOT NULL,
    fee INTEGER NOT NULL,
    method TEXT NOT NULL,
    destination TEXT NOT NULL,
    status TEXT NOT NULL,
    requested_ms INTEGER NOT NULL
) WITHOUT ROWID;
-- Who of the staff decided about a withdrawal, and why one was refused.
CREATE TABLE IF NOT EXISTS withdrawal_reviews (
    withdrawal_id TEXT PRIMARY KEY, by_id TEXT NOT NULL, reason TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS withdrawals_by_user ON withdrawals (user_id, requested_ms);
