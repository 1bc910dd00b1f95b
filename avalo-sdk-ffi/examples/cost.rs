//! What a call costs in Rust: `AVALO_CALLS` of `payments.getGifts`, answered from the cache; the fastest of seven
//! rounds. `cargo xtask bench kotlin` and `swift` compare their languages with it.

use std::{env, error::Error, time::Instant};

use avalo_sdk::{
    AvaloSdk,
    api::{auth::Login, payments::GetGifts},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let calls: u32 = env::var("AVALO_CALLS")?.parse()?;
    let sdk = AvaloSdk::builder(env::var("AVALO_URL")?).requests_per_minute(1_000_000).build()?;
    let login =
        Login { email: "user6@avalo.test".into(), password: "Password1".into(), ..Default::default() };
    sdk.auth().login(login).await?;
    let mut best = f64::MAX;
    for _ in 0..7 {
        let begun = Instant::now();
        for _ in 0..calls {
            sdk.payments().get_gifts(GetGifts::default()).await?;
        }
        best = best.min(begun.elapsed().as_secs_f64() * 1e6 / f64::from(calls));
    }
    println!("us {best}");
    Ok(())
}
