//! The way of a message: who may, what may be said, what it costs, then all of it at once.

use avalo_sdk::{
    Code,
    api::{
        chat::{Message, MessageKind, MessageQuote, QuoteMessage, SendIntroMessage, SendMessage},
        notifications::NotificationCategory,
    },
    event::{Event, EventKind},
    model::{Tokens, UserId},
};

use super::{
    draft::Draft, escrow, history, moderation, pacing, presence, prices, pricing, reload, room::Room, rooms,
    spam, typing,
};
use crate::{
    context::Ctx,
    handlers::{
        admin,
        matchmaking::flags,
        notifications::{self, Notice},
    },
    refusal::{Answer, refuse},
};

/// How a message is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Charge {
    /// Not at all: the other side wrote it, or it has no words that count.
    Nothing,
    /// With one of the free messages.
    FreeMessage,
    /// With so many tokens from escrow.
    Escrow(i64),
}

impl Charge {
    fn of(ctx: &Ctx<'_>, room: &Room, sender: &UserId, draft: &Draft) -> Answer<Self> {
        if *sender != room.payer {
            return Ok(Self::Nothing);
        }
        if room.free_left() > 0 {
            return Ok(Self::FreeMessage);
        }
        let pricing = prices::of(ctx, room)?;
        let price = pricing::price(&pricing, draft.kind, draft.words(), draft.seconds.unwrap_or(0));
        Ok(if price == 0 { Self::Nothing } else { Self::Escrow(price) })
    }

    fn tokens(self) -> i64 {
        if let Self::Escrow(price) = self { price } else { 0 }
    }
}

pub(super) fn quote_message(ctx: &mut Ctx<'_>, request: QuoteMessage) -> Answer<MessageQuote> {
    let (room, caller) = Room::of_caller(ctx, &request.chat_id)?;
    let draft = Draft::of_quote(&request)?;
    room.check_writable(ctx, &caller)?;
    let charge = Charge::of(ctx, &room, &caller, &draft)?;
    Ok(MessageQuote {
        words: draft.words(),
        price: Tokens(charge.tokens()),
        uses_free_message: charge == Charge::FreeMessage,
        needs_deposit: charge.tokens() > reload::reach(ctx, &room)?,
    })
}

pub(super) fn send_message(ctx: &mut Ctx<'_>, request: SendMessage) -> Answer<Message> {
    let (mut room, caller) = Room::of_caller(ctx, &request.chat_id)?;
    let draft = Draft::of_message(&request)?;
    if let Some(client_id) = &request.client_id
        && let Some(sent) = history::by_client_id(ctx, &room, &caller, client_id)?
    {
        return repeated(sent, &draft);
    }
    room.check_writable(ctx, &caller)?;
    if room.intro_by.as_ref() == Some(&caller) {
        return refuse(Code::FailedPrecondition, "the intro message waits for its answer");
    }
    check_content(ctx, &room.id.0, &caller, &draft)?;
    draft.use_medium(ctx, &caller)?;
    let charge = Charge::of(ctx, &room, &caller, &draft)?;
    check_price(charge.tokens(), request.max_price)?;
    let before = room.state(room.escrow(ctx)?);
    let mut reloaded = false;
    match charge {
        Charge::Nothing => {}
        Charge::FreeMessage => room.free_used += 1,
        Charge::Escrow(price) => {
            reloaded = reload::cover(ctx, &room, price)?;
            escrow::consume(ctx, &room, price)?;
            reloaded |= reload::top_up(ctx, &room, price)?;
        }
    }
    // Whoever answers an intro message lets its sender go on.
    room.intro_by = None;
    room.save(ctx)?;
    let message = history::add(ctx, &room, &caller, draft, charge.tokens(), request.client_id)?;
    deliver(ctx, &room, &message)?;
    if reloaded || room.state(room.escrow(ctx)?) != before {
        room.announce(ctx, &caller)?;
    }
    Ok(message)
}

pub(super) fn send_intro_message(ctx: &mut Ctx<'_>, request: SendIntroMessage) -> Answer<Message> {
    let caller = ctx.user()?;
    let recipient = request.recipient_id;
    let draft = Draft::of_intro(&request.content)?;
    let known = rooms::contact(ctx, &caller, &recipient)?;
    if known.as_ref().is_some_and(|room| !room.closed && room.intro_by.as_ref() != Some(&caller)) {
        return refuse(Code::AlreadyExists, "there is a chat already: see chat.sendMessage");
    }
    rooms::check_welcome(ctx, &recipient, known.as_ref(), &caller)?;
    check_content(ctx, known.as_ref().map_or("", |room| room.id.as_str()), &caller, &draft)?;
    let price = prices::intro(ctx, &recipient)?;
    check_price(price, request.max_price)?;
    let mut room = rooms::open(ctx, known, &caller, &recipient)?;
    escrow::pay_intro(ctx, &room, &caller, &recipient, price)?;
    room.intro_by = Some(caller.clone());
    room.save(ctx)?;
    let message = history::add(ctx, &room, &caller, draft, price, None)?;
    room.announce(ctx, &caller)?;
    deliver(ctx, &room, &message)?;
    Ok(message)
}

/// Puts a gift that was paid for into the chat of two users; without an open chat it goes unseen
/// there.
pub(crate) fn deliver_gift(
    ctx: &mut Ctx<'_>,
    sender: &UserId,
    recipient: &UserId,
    name: &str,
    price: i64,
) -> Answer<Option<Message>> {
    let Some(mut room) = Room::between(ctx, sender, recipient)?.filter(|room| !room.closed) else {
        return Ok(None);
    };
    room.save(ctx)?;
    let draft = Draft { kind: MessageKind::Gift, content: name.to_owned(), media_url: None, seconds: None };
    let message = history::add(ctx, &room, sender, draft, price, None)?;
    deliver(ctx, &room, &message)?;
    Ok(Some(message))
}

/// # Errors
///
/// `content_blocked`, `spam_detected`, `too_fast`, `rate_limited`.
fn check_content(ctx: &mut Ctx<'_>, chat_id: &str, sender: &UserId, draft: &Draft) -> Answer<()> {
    if moderation::is_banned(&draft.content) {
        admin::flag_text(ctx, sender, &draft.content);
        return refuse(Code::ContentBlocked, "the message contains a term that is not allowed");
    }
    if draft.kind == MessageKind::Text {
        let latest = history::latest_texts(ctx, sender, spam::MEMORY)?;
        if let Some(reason) = spam::reason(&draft.content, latest.iter().map(String::as_str)) {
            // What was refused is on record, so that the staff sees who goes on trying.
            let (sender, now) = (sender.clone(), ctx.now);
            ctx.keep(move |db| flags::raise(db, &sender, flags::SPAM, reason, now));
            return refuse(Code::SpamDetected, reason);
        }
    }
    pacing::check(ctx, chat_id, sender, draft.kind)
}

fn check_price(price: i64, most: Option<Tokens>) -> Answer<()> {
    match most {
        Some(most) if price > most.0 => {
            refuse(Code::AboveMaximum, format!("the message costs {price} tokens, more than maxPrice"))
        }
        _ => Ok(()),
    }
}

/// The answer to a message that was sent before under the same name.
///
/// # Errors
///
/// `already_exists` when the name belongs to a message that says something else.
fn repeated(sent: Message, draft: &Draft) -> Answer<Message> {
    let same = sent.deleted
        || sent.content == draft.content && sent.kind == draft.kind && sent.media_url == draft.media_url;
    if same { Ok(sent) } else { refuse(Code::AlreadyExists, "the clientId belongs to another message") }
}

fn deliver(ctx: &mut Ctx<'_>, room: &Room, message: &Message) -> Answer<()> {
    typing::stop(ctx, room, &message.sender_id)?;
    let event = Event {
        chat_id: Some(room.id.clone()),
        user_id: Some(message.sender_id.clone()),
        message: Some(message.clone()),
        ..Event::new(EventKind::ChatMessage, ctx.now)
    };
    ctx.emit(&room.payer, &event)?;
    ctx.emit(&room.peer, &event)?;
    tell(ctx, room, message)
}

/// Tells the recipient that there is something to read: once, until it is read, and not to somebody who
/// is there by their own account. Gifts have a notice of their own.
fn tell(ctx: &mut Ctx<'_>, room: &Room, message: &Message) -> Answer<()> {
    let recipient = room.other(&message.sender_id);
    if message.kind == MessageKind::Gift
        || presence::is_online(ctx, recipient)?
        || !history::is_only_unread(ctx, room, recipient)?
    {
        return Ok(());
    }
    let notice = Notice {
        category: NotificationCategory::Messages,
        title: "A new message",
        body: "",
        from: Some(&message.sender_id),
        chat_id: Some(&room.id),
    };
    notifications::notify(ctx, recipient, &notice)
}
