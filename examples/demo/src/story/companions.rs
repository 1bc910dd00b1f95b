//! AI companions: free messages, a streamed reply, a plan, what is not allowed, and one of Grace's own.

use avalo_sdk::{
    Code,
    api::{
        ai::{
            AiTier, CancelAiSubscription, CloseAiChat, CompanionRelationship, CompanionTone, ContentTone,
            CreateCompanion, DeleteCompanion, DetectNsfw, EnableNsfw, GenerateContent, GetAiChat,
            GetAiMessages, GetAiPlan, GetAiUsage, GetCompanion, GetCompanions, ListAiChats, ModerateText,
            SendAiMessage, StartChat, StreamMessage, SubscribeToAi, UnlockGalleryPhoto, UpdateCompanion,
        },
        feed::UploadKind,
        profiles::UpdateProfile,
    },
    model::{AiChatId, Tokens},
    realtime::ReplyPart,
};
use futures_util::StreamExt;

use super::{Cast, showing::PICTURE};
use crate::{Stopped, Teller};

pub(super) async fn tell(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let chat = talk(cast, teller).await?;
    check(cast, teller).await?;
    plan(cast, teller).await?;
    look_back(cast, chat, teller).await?;
    make(cast, teller).await
}

/// A chat that costs nothing.
async fn talk(cast: &Cast, teller: &mut Teller) -> Result<AiChatId, Stopped> {
    let linus = cast.linus.ai();
    let page =
        teller.call("Linus looks at the companions", linus.get_companions(GetCompanions::default())).await?;
    teller.check(
        &format!("{} of them, each labelled as an AI", page.companions.len()),
        page.companions.len() == 6 && page.companions.iter().all(|companion| companion.is_ai),
    )?;
    let read = GetCompanion { companion_id: "cmp_nora".into() };
    let nora = teller.call("He reads about Nora", linus.get_companion(read)).await?;
    let start = StartChat { companion_id: nora.id };
    let chat = teller.call("He opens a chat with Nora", linus.start_chat(start)).await?;
    let hello = SendAiMessage { chat_id: chat.id.clone(), content: "Are you a person?".into() };
    let answer = teller.call("He asks what he talks with", linus.send_message(hello)).await?;
    teller.check(&format!("“{}”", answer.reply.content), answer.reply.is_ai)?;
    teller.check("it was one of ten free messages a day", answer.free_messages_left == Some(9))?;

    let question =
        StreamMessage { chat_id: chat.id.clone(), content: "The mountains were white this morning".into() };
    let mut parts = linus.stream_message(question);
    let (mut words, mut pieces, mut whole) = (String::new(), 0, None);
    while let Some(part) = parts.next().await {
        match part {
            Ok(ReplyPart::Delta(more)) => {
                pieces += 1;
                words += &more;
            }
            last => whole = Some(last),
        }
    }
    let whole = teller.outcome(
        "ai.streamMessage",
        "He tells Nora about his day, and the answer comes word by word",
        whole.ok_or(Stopped)?,
    )?;
    teller.check(&format!("in {pieces} pieces: “{words}”"), pieces > 1)?;
    let same = matches!(whole, ReplyPart::Message(whole) if whole.reply.content == words);
    teller.check("the last part is the whole reply", same)?;
    let rude = SendAiMessage { chat_id: chat.id.clone(), content: "You stupid, pathetic loser".into() };
    teller.refused("He is rude, once", linus.send_message(rude), Code::ContentBlocked).await?;
    Ok(chat.id)
}

/// The checks themselves.
async fn check(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let linus = cast.linus.ai();
    let text = ModerateText { content: "You stupid, pathetic loser".into() };
    let verdict = teller.call("He asks what was wrong with it", linus.moderate_content(text)).await?;
    teller.check(&verdict.reasons.join("; "), !verdict.safe)?;
    let upload = cast.linus.feed().upload(UploadKind::ChatImage, "loom.png", "image/png", PICTURE).await;
    let url = teller.outcome("feed.requestUpload", "He uploads a picture", upload)?;
    let upload_id = url.rsplit('/').next().unwrap_or_default().into();
    let image = linus.detect_nsfw(DetectNsfw { upload_id });
    let verdict = teller.call("And has it checked", image).await?;
    teller.check(&format!("harmless, with a confidence of {}", verdict.confidence), verdict.safe)
}

/// A plan, and what it opens.
async fn plan(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let linus = cast.linus.ai();
    let sol = || StartChat { companion_id: "cmp_sol".into() };
    teller.refused("He would rather talk with Sol", linus.start_chat(sol()), Code::TierRequired).await?;
    let subscribe = SubscribeToAi { tier: AiTier::Intimate };
    let plan = teller.call("He takes the plan for it", linus.subscribe(subscribe)).await?;
    teller.check(&format!("{} tokens for 30 days", plan.charged), plan.charged == Tokens(395))?;
    teller.call("He looks at it", linus.get_plan(GetAiPlan {})).await?;
    let chat = teller.call("Now Sol answers", linus.start_chat(sol())).await?;
    let open = || EnableNsfw { chat_id: chat.id.clone(), enabled: None };
    teller
        .refused("He opens the chat to NSFW content", linus.enable_nsfw(open()), Code::TerritoryBlocked)
        .await?;
    let home = UpdateProfile { country: Some("PL".into()), ..Default::default() };
    teller
        .call("He has never said where he lives: in Poland", cast.linus.profiles().update_profile(home))
        .await?;
    let opened = teller.call("There it is allowed, for verified adults", linus.enable_nsfw(open())).await?;
    teller.check("it is open, by his own will only", opened.nsfw_enabled)?;
    let photo = UnlockGalleryPhoto { companion_id: "cmp_sol".into(), photo_id: "pho_cmp_sol_1".into() };
    let photo = teller.call("He unlocks a photo", linus.unlock_gallery_photo(photo)).await?;
    teller.check(&format!("{} tokens on his plan", photo.charged), photo.charged == Tokens(3))?;
    let cancel = linus.cancel_subscription(CancelAiSubscription {});
    teller.call("He cancels; it runs to the end of the month", cancel).await.map(drop)
}

async fn look_back(cast: &Cast, chat: AiChatId, teller: &mut Teller) -> Result<(), Stopped> {
    let linus = cast.linus.ai();
    let usage = teller.call("He asks what he has used", linus.get_usage(GetAiUsage {})).await?;
    teller.check(&format!("{} messages today", usage.messages_today), usage.messages_today == 2)?;
    let chats = teller.call("He lists his chats", linus.list_chats(ListAiChats::default())).await?;
    teller.check(&format!("{} of them", chats.chats.len()), chats.chats.len() == 2)?;
    let messages = GetAiMessages { chat_id: chat.clone(), limit: None, cursor: None };
    teller.call("He reads the one with Nora again", linus.get_messages(messages)).await?;
    teller.call("He closes it", linus.close_chat(CloseAiChat { chat_id: chat.clone() })).await?;
    teller.call("He can still read it", linus.get_chat(GetAiChat { chat_id: chat })).await.map(drop)
}

/// A companion of one's own.
async fn make(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let grace = cast.grace.ai();
    let texts = GenerateContent {
        prompt: "compilers for everyone".into(),
        tone: Some(ContentTone::Friendly),
        length: None,
        count: Some(3),
    };
    let texts = teller.call("Grace has three posts drafted", grace.generate_content(texts)).await?;
    teller.check(&format!("“{}” and two more, a token each", texts.texts[0]), texts.charged == Tokens(3))?;
    let companion = || CreateCompanion {
        name: "Cobol".into(),
        description: "Explains a bug with a moth and a pin.".into(),
        persona: vec!["precise".into(), "amused".into()],
        tone: CompanionTone::Direct,
        relationship: CompanionRelationship::Coach,
        languages: vec!["en".into()],
        boundaries: vec!["politics".into()],
        nsfw_available: None,
        public: None,
    };
    teller.refused("She makes a companion", grace.create_companion(companion()), Code::TierRequired).await?;
    let subscribe = grace.subscribe(SubscribeToAi { tier: AiTier::Creator });
    teller.call("She takes the plan for creators", subscribe).await?;
    let made = teller.call("Then there is one", grace.create_companion(companion())).await?;
    let update = UpdateCompanion {
        companion_id: made.id.clone(),
        tone: Some(CompanionTone::Playful),
        ..Default::default()
    };
    teller.call("She makes it more playful", grace.update_companion(update)).await?;
    let hidden = cast.linus.ai().get_companion(GetCompanion { companion_id: made.id.clone() });
    teller.refused("Linus does not find it: it is hers alone", hidden, Code::NotFound).await?;
    let delete = DeleteCompanion { companion_id: made.id };
    teller.call("She deletes it", grace.delete_companion(delete)).await
}
