//! Tips.

use avalo_sdk::{
    Code,
    api::{
        notifications::NotificationCategory,
        payments::{SendTip, TipReceipt},
    },
    model::{PostId, Tokens, UserId},
};

use super::transfer::{self, Transfer};
use crate::{
    context::Ctx,
    handlers::notifications::{self, Notice, Subject},
    refusal::{Answer, refuse},
};

/// What of a tip goes to its recipient, in percent.
const SHARE: i64 = 80;

pub(super) fn send_tip(ctx: &mut Ctx<'_>, request: SendTip) -> Answer<TipReceipt> {
    let (from, to) = (ctx.user()?, request.recipient_id);
    let amount = request.amount.0;
    transfer::check_recipient(ctx, &from, &to)?;
    if let Some(post) = &request.post_id {
        check_author(ctx, post, &to)?;
    }
    let share = transfer::share(amount, SHARE);
    let reference = request.post_id.as_ref().map_or(to.as_str(), PostId::as_str).to_owned();
    transfer::send(
        ctx,
        Transfer { kind: "tip", reference: &reference, from: &from, to: &to, amount, share },
    )?;
    let notice = Notice {
        category: NotificationCategory::Payments,
        title: &format!("A tip of {amount} tokens"),
        body: request.note.as_deref().unwrap_or_default(),
        from: Some(&from),
        chat_id: None,
    };
    let subject = Subject { post_id: request.post_id.as_ref(), amount: Some(share), ..Subject::default() };
    notifications::notify_of(ctx, &to, &notice, subject)?;
    Ok(TipReceipt {
        amount: Tokens(amount),
        recipient_share: Tokens(share),
        fee: Tokens(amount - share),
        balance: transfer::balance(ctx, &from)?,
    })
}

/// Refuses a post that is not the recipient's.
fn check_author(ctx: &Ctx<'_>, post: &PostId, author: &UserId) -> Answer<()> {
    let mut read = ctx.db.prepare_cached("SELECT 1 FROM posts WHERE id = ?1 AND author_id = ?2")?;
    match read.exists([post.as_str(), author.as_str()])? {
        true => Ok(()),
        false => refuse(Code::NotFound, "the recipient has no such post"),
    }
}
