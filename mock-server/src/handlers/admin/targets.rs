//! The things that users report and moderators decide about.

use avalo_sdk::{
    Code, Problem,
    api::admin::ReportTarget,
    model::{MessageId, UserId, is_id},
};
use rusqlite::OptionalExtension;

use crate::{
    context::Ctx,
    handlers::{chat, feed, people},
    refusal::{Answer, refuse},
};

/// How much of a thing a case keeps, in characters.
const EXCERPT: usize = 200;

/// A thing that is there.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) kind: ReportTarget,
    pub(super) id: String,
    /// Whose it is. A chat is the other one's, seen from who reports it.
    pub(super) owner: UserId,
    /// What it is about, in a few words.
    pub(super) excerpt: String,
    /// The chat of a message.
    pub(super) chat_id: Option<String>,
}

impl Target {
    /// The thing that somebody reports, who must be able to see it.
    ///
    /// # Errors
    ///
    /// `not_found`, `story_expired`.
    pub(super) fn seen(ctx: &Ctx<'_>, kind: ReportTarget, id: &str) -> Answer<Self> {
        let caller = ctx.user()?;
        let mut target = Self::find(ctx, kind, id)?;
        match kind {
            ReportTarget::Post => drop(feed::oversight::author_of_post(ctx, id)?),
            ReportTarget::Comment => drop(feed::oversight::author_of_comment(ctx, id)?),
            ReportTarget::Story => drop(feed::oversight::author_of_story(ctx, id)?),
            ReportTarget::Message | ReportTarget::Chat => {
                let chat_id = target.chat_id.as_deref().unwrap_or(id);
                let Some((one, other)) = participants(ctx, chat_id)? else { return nothing() };
                if caller != one && caller != other {
                    return nothing();
                }
                if kind == ReportTarget::Chat {
                    target.owner = if caller == one { other } else { one };
                }
            }
            _ => {}
        }
        Ok(target)
    }

    /// The thing, whoever may see it.
    ///
    /// # Errors
    ///
    /// `not_found`.
    pub(super) fn find(ctx: &Ctx<'_>, kind: ReportTarget, id: &str) -> Answer<Self> {
        if !is_id(id) {
            return Err(Problem::field("targetId", "is no identifier").into());
        }
        let sql = match kind {
            ReportTarget::User => {
                "SELECT id, display_name, NULL FROM users WHERE id = ?1 AND status NOT LIKE 'deleted%'"
            }
            ReportTarget::Post => "SELECT author_id, content, NULL FROM posts WHERE id = ?1",
            ReportTarget::Comment => "SELECT author_id, content, NULL FROM comments WHERE id = ?1",
            ReportTarget::Story => "SELECT author_id, COALESCE(caption, ''), NULL FROM stories WHERE id = ?1",
            ReportTarget::Message => "SELECT sender_id, content, chat_id FROM messages WHERE id = ?1",
            ReportTarget::Chat => "SELECT peer_id, '', id FROM chats WHERE id = ?1",
            // The router has refused names that are not known.
            _ => return nothing(),
        };
        let found = ctx
            .db
            .prepare_cached(sql)?
            .query_row([id], |row| {
                Ok(Self {
                    kind,
                    id: id.to_owned(),
                    owner: UserId(row.get(0)?),
                    excerpt: row.get::<_, String>(1)?.chars().take(EXCERPT).collect(),
                    chat_id: row.get(2)?,
                })
            })
            .optional()?;
        found.map_or_else(nothing, Ok)
    }

    /// Whether its owner is there to be told or judged.
    pub(super) fn has_owner(&self, ctx: &Ctx<'_>) -> Answer<bool> {
        people::exists(ctx, &self.owner)
    }

    /// Removes it.
    ///
    /// # Errors
    ///
    /// `validation_failed` for a user.
    pub(super) fn remove(&self, ctx: &mut Ctx<'_>) -> Answer<()> {
        let id = self.id.as_str();
        match self.kind {
            ReportTarget::Post => feed::oversight::remove_post(ctx, id),
            ReportTarget::Comment => feed::oversight::remove_comment(ctx, id),
            ReportTarget::Story => feed::oversight::remove_story(ctx, id),
            ReportTarget::Chat => chat::oversight::close(ctx, id),
            ReportTarget::Message => {
                let chat_id = self.chat_id.as_deref().unwrap_or_default();
                chat::oversight::remove_message(ctx, &MessageId::from(id), chat_id)
            }
            _ => Err(Problem::field("decision", "users are not deleted here: suspend or ban them").into()),
        }
    }
}

/// Who writes in a chat.
pub(super) fn participants(ctx: &Ctx<'_>, chat_id: &str) -> Answer<Option<(UserId, UserId)>> {
    let found = ctx
        .db
        .prepare_cached("SELECT payer_id, peer_id FROM chats WHERE id = ?1")?
        .query_row([chat_id], |row| Ok((UserId(row.get(0)?), UserId(row.get(1)?))))
        .optional()?;
    Ok(found)
}

fn nothing<T>() -> Answer<T> {
    refuse(Code::NotFound, "there is no such thing, or it is not for you")
}
