//! The packs on sale. Prices are in hundredths of PLN, USD and EUR.

use avalo_sdk::{
    Code,
    api::payments::{Currency, GetPackages, Money, Package, PackageList},
    model::{PackageId, Tokens},
};

use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// Name, tokens, and the price in each currency.
const PACKAGES: [(&str, i64, [i64; 3]); 7] = [
    ("mini", 100, [3_199, 800, 750]),
    ("basic", 300, [8_599, 2_150, 2_000]),
    ("standard", 500, [13_499, 3_400, 3_150]),
    ("premium", 1_000, [24_499, 6_150, 5_750]),
    ("pro", 2_000, [46_999, 11_800, 11_000]),
    ("elite", 5_000, [112_599, 28_250, 26_400]),
    ("royal", 10_000, [214_999, 53_900, 50_400]),
];

const POPULAR: &str = "standard";

pub(super) fn get_packages(_: &mut Ctx<'_>, request: GetPackages) -> Answer<PackageList> {
    let currency = request.currency.unwrap_or_default();
    let packages = PACKAGES.iter().map(|row| package(row, currency)).collect();
    Ok(PackageList { packages })
}

/// The pack with this name.
pub(super) fn find(id: &PackageId, currency: Currency) -> Answer<Package> {
    match PACKAGES.iter().find(|(name, ..)| *name == id.as_str()) {
        Some(row) => Ok(package(row, currency)),
        None => refuse(Code::NotFound, "there is no such pack; see getPackages"),
    }
}

fn package((name, tokens, prices): &(&str, i64, [i64; 3]), currency: Currency) -> Package {
    let place = match currency {
        Currency::Usd => 1,
        Currency::Eur => 2,
        // The router has refused names that are not known.
        _ => 0,
    };
    Package {
        id: PackageId((*name).to_owned()),
        tokens: Tokens(*tokens),
        price: Money { minor: prices[place], currency },
        popular: *name == POPULAR,
    }
}
