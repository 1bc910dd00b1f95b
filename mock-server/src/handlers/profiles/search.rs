//! Finding people by a text.

use avalo_sdk::{
    api::profiles::{SearchProfiles, UserPage},
    model::UserId,
};
use rusqlite::params;
use sha2::{Digest, Sha256};

use crate::{context::Ctx, handlers::people, page::Page, refusal::Answer};

pub(super) fn search(ctx: &mut Ctx<'_>, request: SearchProfiles) -> Answer<UserPage> {
    let caller = ctx.user()?;
    let wanted = request.text.trim().to_lowercase();
    let list = list(&wanted);
    let page = Page::read(&list, request.limit, request.cursor.as_ref())?;
    let (at, id) = page.beyond();
    let mut read = ctx.db.prepare_cached(
        "SELECT created_ms, id, display_name, COALESCE(interests, '[]') FROM users LEFT JOIN profiles ON user_id = id
         WHERE status = 'active' AND COALESCE(visibility, 'public') = 'public' AND id <> ?1
         AND (created_ms, id) > (?2, ?3)
         AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = id AND blocked_id = ?1
                         OR blocker_id = ?1 AND blocked_id = id)
         ORDER BY created_ms, id",
    )?;
    let mut rows = read.query(params![caller.as_str(), at, id])?;
    let mut found: Vec<(i64, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        if is_it(&wanted, &row.get::<_, String>(2)?, &row.get::<_, String>(3)?) {
            found.push((row.get(0)?, row.get(1)?));
        }
        if found.len() as i64 == page.fetch() {
            break;
        }
    }
    let next_cursor = page.cut(&list, &mut found, Clone::clone);
    let users = found.into_iter().map(|(_, id)| people::summary(ctx, &UserId(id))).collect::<Answer<_>>()?;
    Ok(UserPage { users, next_cursor })
}

/// The list of one text, in characters that a cursor can hold.
fn list(wanted: &str) -> String {
    let hash = Sha256::digest(wanted.as_bytes());
    hash.iter().take(8).fold("search:".to_owned(), |list, byte| format!("{list}{byte:02x}"))
}

/// Whether a name contains the text or an interest is it. SQLite knows the small letters of English
/// only, hence here.
fn is_it(wanted: &str, name: &str, interests: &str) -> bool {
    let interests: Vec<String> = serde_json::from_str(interests).unwrap_or_default();
    name.to_lowercase().contains(wanted)
        || interests.iter().any(|interest| interest.trim().to_lowercase() == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_contain_the_text_and_interests_are_it() {
        assert!(is_it("łuk", "ŁUKASZ", "[]") && is_it("%", "100 %", "[]"));
        assert!(is_it("chess", "Ada", "[\"Chess \"]"));
        assert!(!is_it("chess", "Ada", "[\"chess boxing\"]") && !is_it("_", "Ada", "[]"));
    }
}
