//! Chats: free messages, a deposit, words by the token.

use avalo_mock_server::MockServer;
use avalo_sdk::{
    Code,
    api::chat::{
        CloseChat, CreateChat, DeleteMessage, Deposit, GetChat, GetChats, GetMessages, GetPresence,
        MarkAsRead, MessageKind, PresenceStatus, QuoteMessage, RefundByEarner, SendIntroMessage, SendMessage,
        SetAutoReload, SetPresence, SetTyping, UpdatePricing,
    },
    api::feed::UploadKind,
    model::{ChatId, Tokens},
};
use futures_util::StreamExt;

use super::{Cast, showing::PICTURE, showing::id};
use crate::{Stopped, Teller};

fn message(chat: &ChatId, content: &str) -> SendMessage {
    SendMessage { chat_id: chat.clone(), content: content.into(), ..Default::default() }
}

const LONG: &str = "I have read your note three times now and every time I find another loop \
    in it that I had not seen before, which is a strange and happy thing to say of a page.";

pub(super) async fn tell(server: &MockServer, cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let (ada, linus) = (cast.ada.chat(), cast.linus.chat());
    let chat = teller
        .call("Linus opens a chat with Ada", linus.create_chat(CreateChat { user_id: id(&cast.ada) }))
        .await?;
    let prices = UpdatePricing {
        chat_id: Some(chat.id.clone()),
        words_per_token: None,
        base_price: None,
        media_price: None,
        intro_price: None,
        earns: None,
    };
    teller.call("Ada looks at her prices", ada.update_pricing(prices)).await?;
    let online = SetPresence { status: PresenceStatus::Online, custom_status: None };
    teller.call("She says that she is online", ada.set_presence(online)).await?;
    let ask = GetPresence { user_ids: vec![id(&cast.ada)] };
    teller.call("Linus sees it", linus.get_presence(ask)).await?;

    live_message(server, cast, &chat.id, teller).await?;
    for (number, words) in ["How are you?", "What is a loom?", "And an engine?"].iter().enumerate() {
        let text = format!("Free message {} of 4", number + 2);
        teller.call(&text, linus.send_message(message(&chat.id, words))).await?;
    }
    let quote =
        QuoteMessage { chat_id: chat.id.clone(), content: LONG.into(), kind: None, duration_seconds: None };
    let quote =
        teller.call("His next one is long; he asks what it would cost", linus.quote_message(quote)).await?;
    teller.check(&format!("{} words, {} tokens", quote.words, quote.price), quote.needs_deposit)?;
    teller.refused("He sends it", linus.send_message(message(&chat.id, LONG)), Code::DepositRequired).await?;
    let receipt =
        teller.call("He puts 100 tokens down", linus.deposit(Deposit { chat_id: chat.id.clone() })).await?;
    teller.check(
        &format!("{} for the platform, {} in escrow", receipt.fee, receipt.escrowed),
        receipt.fee == Tokens(35),
    )?;
    let sent = teller.call("Now he can send it", linus.send_message(message(&chat.id, LONG))).await?;
    teller.check("for the price that was quoted", sent.price == quote.price)?;
    let sent = cast.linus.feed().upload(UploadKind::ChatImage, "loom.png", "image/png", PICTURE).await;
    let media_url = teller.outcome("feed.requestUpload", "He uploads a drawing of a loom", sent)?;
    let drawing =
        SendMessage { kind: Some(MessageKind::Image), media_url: Some(media_url), ..message(&chat.id, "") };
    let sent = teller.call("And he sends it", linus.send_message(drawing)).await?;
    teller.check(&format!("an image costs {} tokens", sent.price), sent.price == Tokens(5))?;

    let reload = |enabled| SetAutoReload { chat_id: chat.id.clone(), enabled, cap: Some(Tokens(200)) };
    let set = teller
        .call("He lets the chat pay into itself, 200 tokens at the most", linus.set_auto_reload(reload(true)))
        .await?;
    teller
        .check("so far it has taken nothing", set.auto_reload.is_some_and(|on| on.spent == Tokens::ZERO))?;
    let slip = teller
        .call("He writes a line too many", linus.send_message(message(&chat.id, "Tea or coffee?")))
        .await?;
    let delete = DeleteMessage { chat_id: chat.id.clone(), message_id: slip.id };
    let left = teller.call("And he takes it back", linus.delete_message(delete)).await?;
    teller.check("both see that there was one, not what it said", left.deleted && left.content.is_empty())?;

    teller.call("Ada types", ada.set_typing(SetTyping { chat_id: chat.id.clone(), typing: true })).await?;
    teller
        .call(
            "She answers, which costs nobody anything",
            ada.send_message(message(&chat.id, "Come to tea on Sunday")),
        )
        .await?;
    let page = GetMessages { chat_id: chat.id.clone(), limit: None, cursor: None };
    let page = teller.call("She reads it all again", ada.get_messages(page)).await?;
    let read = MarkAsRead {
        chat_id: chat.id.clone(),
        message_ids: page.messages.into_iter().map(|message| message.id).collect(),
    };
    teller.call("And she lets him know that she has", ada.mark_as_read(read)).await?;
    teller.call("He looks at his chats", linus.get_chats(GetChats::default())).await?;
    let back = teller
        .call(
            "She gives the rest of the escrow back",
            ada.refund_by_earner(RefundByEarner { chat_id: chat.id.clone() }),
        )
        .await?;
    teller.check(&format!("{} tokens are his again", back.refunded), back.refunded > Tokens::ZERO)?;
    teller.call("He closes the chat", linus.close_chat(CloseChat { chat_id: chat.id.clone() })).await?;
    teller.call("He can still read it", linus.get_chat(GetChat { chat_id: chat.id })).await?;
    let intro = SendIntroMessage {
        recipient_id: "usr_8".into(),
        content: "We met at the fair".into(),
        max_price: None,
    };
    teller.call("Ada writes to a stranger", ada.send_intro_message(intro)).await.map(drop)
}

/// A message that arrives while its reader looks.
async fn live_message(
    server: &MockServer,
    cast: &Cast,
    chat: &ChatId,
    teller: &mut Teller,
) -> Result<(), Stopped> {
    let mut messages = cast.ada.chat().subscribe_to_messages(chat.clone());
    let linus = cast.linus.chat();
    let listening = messages.next();
    let speaking = async {
        // She must be listening before he speaks.
        while server.open_streams() == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        linus.send_message(message(chat, "Good morning, Ada")).await
    };
    let (heard, sent) = tokio::join!(listening, speaking);
    teller.outcome("chat.sendMessage", "Free message 1 of 4: Good morning, Ada", sent)?;
    let heard = heard.ok_or(Stopped)?;
    let heard = teller.outcome("chat.subscribeToMessages", "It appears on her screen by itself", heard)?;
    teller.check(&format!("“{}”", heard.content), heard.content == "Good morning, Ada")
}
