//! Time that moves only when it is told to, and what falls due on the way.

use avalo_sdk::{Code, Problem};
use rusqlite::OptionalExtension;

use super::Machine;
use crate::{handlers, refusal::Answer};

impl Machine {
    /// Moves the clock by hand.
    pub(crate) fn travel(&mut self, target_ms: i64) -> Answer<()> {
        self.moved = true;
        self.advance_to(target_ms)
    }

    /// Moves the clock one step for a request and runs what is due by then.
    pub(crate) fn tick(&mut self) -> Answer<()> {
        self.advance_to(self.now_ms + 1)
    }

    /// Moves the clock, stopping at every planned effect on the way. Returns when all have settled.
    fn advance_to(&mut self, target_ms: i64) -> Answer<()> {
        loop {
            self.check_transaction().map_err(|why| Problem::new(Code::Unavailable, why))?;
            let due = self
                .db
                .prepare_cached(
                    "SELECT id, due_ms, name, payload FROM timers WHERE due_ms <= ?1 ORDER BY due_ms, id LIMIT 1",
                )?
                .query_row([target_ms], |row| {
                    Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
                })
                .optional()?;
            let Some((id, due_ms, name, payload)) = due else { break };
            self.db.prepare_cached("DELETE FROM timers WHERE id = ?1")?.execute([id])?;
            self.now_ms = self.now_ms.max(due_ms);
            let payload = serde_json::from_str(&payload).unwrap_or_default();
            let settled = self.act(None, |ctx| handlers::due(ctx, &name, &payload));
            if let Err(refusal) = settled {
                // A timer that cannot do its work is a mistake of this server; the others go on.
                let problem = refusal.into_problem();
                eprintln!(
                    "avalo-mock-server: the timer {name} failed: {}",
                    problem.detail.unwrap_or_default()
                );
            }
        }
        self.now_ms = self.now_ms.max(target_ms);
        Ok(())
    }
}
