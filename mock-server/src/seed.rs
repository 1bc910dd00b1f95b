//! The people and things that a new world begins with.
//!
//! Ten users, `usr_1` to `usr_10`: `user1@avalo.test` and so on, all with the password `Password1`
//! and 1,000 tokens. The first five are verified creators, the sixth is verified, the tenth is an
//! administrator.

use crate::{
    context::Ctx,
    handlers::auth::{self, NewAccount},
    ledger::{self, Posting},
    refusal::Answer,
};

/// Everyone's password.
const PASSWORD: &str = "Password1";

const USERS: usize = 10;
const CREATORS: usize = 5;
const VERIFIED: usize = 6;

/// What everyone's wallet begins with.
const BALANCE: i64 = 1_000;

/// Fills an empty world.
pub(crate) fn fill(ctx: &mut Ctx<'_>) -> Answer<()> {
    for number in 1..=USERS {
        person(ctx, number)?;
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
