//! What the payment provider reports, signed.

use avalo_sdk::{Code, api::payments::Webhook};
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use sha2::Sha256;

use super::purchases;
use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// What provider and platform share. Everyone knows this one: this server guards nothing.
const SECRET: &[u8] = b"whsec_reference";

/// How old a report may be, in seconds.
const TOLERANCE: i64 = 300;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    purchase_id: Option<String>,
}

pub(super) fn webhook(ctx: &mut Ctx<'_>, request: Webhook) -> Answer<()> {
    check_signature(ctx.now.unix_ms / 1_000, &request)?;
    let Ok(report) = serde_json::from_str::<Report>(&request.payload) else {
        return refuse(Code::InvalidJson, "the payload is JSON with id, type and purchaseId");
    };
    let taken = ctx
        .db
        .prepare_cached("INSERT OR IGNORE INTO webhook_events (id) VALUES (?1)")?
        .execute([report.id])?;
    let (1, Some(purchase)) = (taken, report.purchase_id) else { return Ok(()) };
    match report.kind.as_str() {
        "payment_intent.succeeded" => purchases::report(ctx, &purchase, true),
        "payment_intent.payment_failed" => purchases::report(ctx, &purchase, false),
        _ => Ok(()),
    }
}

fn check_signature(now: i64, request: &Webhook) -> Answer<()> {
    let part = |name: &str| {
        request.signature.split(',').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))
    };
    let time = part("t").and_then(|time| time.parse::<i64>().ok());
    let (Some(time), Some(given)) = (time, part("v1").and_then(bytes)) else {
        return refuse(Code::InvalidSignature, "a signature is t=<seconds>,v1=<hex>");
    };
    if time.abs_diff(now) > TOLERANCE.unsigned_abs() {
        return refuse(Code::InvalidSignature, format!("the report is more than {TOLERANCE} s off"));
    }
    // Compared in constant time by the library.
    match mac(time, &request.payload).verify_slice(&given) {
        Ok(()) => Ok(()),
        Err(_) => refuse(Code::InvalidSignature, "the payload was not signed with the shared secret"),
    }
}

/// The signature that the provider would send with this payload at that time.
pub(crate) fn sign(now_ms: i64, payload: &str) -> String {
    let time = now_ms / 1_000;
    let hex: String =
        mac(time, payload).finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("t={time},v1={hex}")
}

fn mac(time: i64, payload: &str) -> Hmac<Sha256> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(SECRET).expect("a key of any length will do");
    mac.update(format!("{time}.").as_bytes());
    mac.update(payload.as_bytes());
    mac
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> =
        hex.chars().map(|digit| digit.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}
