//! The people and things that a new world begins with.
//!
//! Ten users, `usr_1` to `usr_10`: `user1@avalo.test` and so on, all with the password `Password1`
//! and 1,000 tokens. The first five are verified creators, the sixth is verified, the tenth is an
//! administrator. Each creator has ten posts, one of them for 25 tokens; the other five follow all
//! creators, and each of them has a chat with all but one: 20 in all. There are six AI companions, `cmp_nora`,
//! `cmp_leo`, `cmp_iris`, `cmp_mika`, `cmp_sol` and `cmp_vesper`.
//!
//! Beside them there is a staff, with the same password and without tokens: `super@avalo.test`, who appoints
//! the others, and a moderator for each field of work: `support@…`, `moderation@…`, `finance@…` and
//! `compliance@avalo.test`.

use avalo_sdk::{
    api::{
        chat::CreateChat,
        feed::{PostKind, Visibility},
        profiles::FollowUser,
    },
    model::{SessionId, UserId},
};

use crate::{
    context::{Caller, Ctx},
    handlers::{
        admin, ai,
        auth::{self, NewAccount},
        chat,
        feed::{self, NewPost},
        profiles,
    },
    ledger::{self, Posting},
    refusal::Answer,
};

/// Everyone's password.
const PASSWORD: &str = "Password1";

const USERS: usize = 10;
const CREATORS: usize = 5;
const VERIFIED: usize = 6;

const POSTS: usize = 50;

/// What the newest post of each creator costs.
const GATED_PRICE: i64 = 25;

const TOPICS: [&str; 7] = [
    "A walk along the river.",
    "Bread that rose at last.",
    "Three chords and a story.",
    "Paint on every sleeve.",
    "The view from the pass.",
    "A library after hours.",
    "First frost on the window.",
];

/// What everyone's wallet begins with.
const BALANCE: i64 = 1_000;

/// Fills an empty world.
pub(crate) fn fill(ctx: &mut Ctx<'_>) -> Answer<()> {
    for number in 1..=USERS {
        person(ctx, number)?;
    }
    for number in 0..POSTS {
        post(ctx, number)?;
    }
    for fan in CREATORS + 1..=USERS {
        for creator in 1..=CREATORS {
            meet(ctx, fan, creator)?;
        }
    }
    ai::fill(ctx)?;
    ctx.caller = None;
    admin::seed(ctx, PASSWORD)
}

/// The posts of the creators in turn, so that a feed mixes them.
fn post(ctx: &mut Ctx<'_>, number: usize) -> Answer<()> {
    let author = UserId(format!("usr_{}", number % CREATORS + 1));
    let topic = TOPICS[number % TOPICS.len()];
    let round = number / CREATORS;
    let post = NewPost {
        author: &author,
        kind: PostKind::Text,
        content: &format!(
            "{topic} Note {} of ten, with a few more words to read on a quiet evening.",
            round + 1
        ),
        media: &[],
        visibility: if round == 8 { Visibility::Followers } else { Visibility::Public },
        price: (round == 9).then_some(GATED_PRICE),
    };
    feed::publish(ctx, &post).map(drop)
}

/// Lets a fan follow a creator and, for all but one of them, open a chat.
fn meet(ctx: &mut Ctx<'_>, fan: usize, creator: usize) -> Answer<()> {
    ctx.caller = Some(Caller {
        user_id: UserId(format!("usr_{fan}")),
        session_id: SessionId("ses_seed".to_owned()),
        role: "user".to_owned(),
        is_verified: false,
        is_creator: false,
        strong_auth_until: None,
    });
    let user_id = UserId(format!("usr_{creator}"));
    profiles::follow_user(ctx, FollowUser { user_id: user_id.clone() })?;
    if fan - CREATORS != creator {
        chat::create_chat(ctx, CreateChat { user_id })?;
    }
    Ok(())
}

fn person(ctx: &mut Ctx<'_>, number: usize) -> Answer<()> {
    let id = format!("usr_{number}");
    let account = NewAccount {
        email: &format!("user{number}@avalo.test"),
        password: PASSWORD,
        display_name: &format!("User {number}"),
        date_of_birth: &format!("{}-06-15", 1979 + number),
    };
    let user = auth::create_account(ctx, Some(&id), &account)?;
    if number <= VERIFIED {
        auth::approve(ctx, &user)?;
    }
    let creator = number <= CREATORS;
    let role = match number {
        USERS => "admin",
        _ if creator => "creator",
        _ => "user",
    };
    ctx.db
        .prepare_cached("UPDATE users SET role = ?2, is_creator = ?3 WHERE id = ?1")?
        .execute(rusqlite::params![id, role, creator])?;
    let wallet = ledger::user(&id);
    let legs = [(ledger::PROVIDER, -BALANCE), (wallet.as_str(), BALANCE)];
    ledger::post(ctx, Posting { kind: "seed", reference: &id, legs: &legs })?;
    Ok(())
}
