//! Chapters: Ada joins, shows herself, writes, talks, earns, plans, meets, is told, sees the staff at work, and goes.

mod companions;
mod earning;
mod inbox;
mod joining;
mod leaving;
mod meeting;
mod network;
mod order;
mod planning;
mod showing;
mod talking;
mod writing;

use avalo_mock_server::MockServer;
use avalo_sdk::{
    AvaloSdk,
    api::auth::{CompleteStepUp, Login, StartStepUp},
};

use crate::{Stopped, Teller};

/// Everyone's password.
const PASSWORD: &str = "Password1";

/// The people of the story, each with a device.
struct Cast {
    /// New here.
    ada: AvaloSdk,
    /// `usr_1`, a creator of the seeded world.
    grace: AvaloSdk,
    /// `usr_6` and `usr_7`, who follow creators.
    linus: AvaloSdk,
    mary: AvaloSdk,
}

pub(crate) async fn tell(server: &MockServer, teller: &mut Teller) -> Result<(), Stopped> {
    teller.chapter("1. Ada joins");
    let ada = joining::tell(server, teller).await?;
    let cast = Cast {
        ada,
        grace: device(server, teller)?,
        linus: device(server, teller)?,
        mary: device(server, teller)?,
    };
    teller.aside("Others are here already: Grace, a creator; Linus and Mary, who follow creators.");
    for (sdk, name, number) in [(&cast.grace, "Grace", 1), (&cast.linus, "Linus", 6), (&cast.mary, "Mary", 7)]
    {
        let login = Login {
            email: format!("user{number}@avalo.test"),
            password: PASSWORD.into(),
            ..Default::default()
        };
        teller.call(&format!("{name} comes in"), sdk.auth().login(login)).await?;
    }
    teller.chapter("2. She shows herself, and becomes a creator");
    showing::tell(&cast, teller).await?;
    teller.chapter("3. She writes, and some of it has a price");
    writing::tell(&cast, teller).await?;
    teller.chapter("4. Linus talks with her, beyond the free messages");
    talking::tell(server, &cast, teller).await?;
    teller.chapter("5. She is supported, and takes money home");
    earning::tell(server, &cast, teller).await?;
    teller.chapter("6. She decides what may disturb her");
    inbox::tell(server, &cast, teller).await?;
    teller.chapter("7. She adds up, and plans ahead");
    planning::tell(server, &cast, teller).await?;
    teller.chapter("8. She meets Grace");
    meeting::tell(&cast, teller).await?;
    teller.chapter("9. AI companions: always labelled, checked, and charged once");
    companions::tell(&cast, teller).await?;
    teller.chapter("10. The staff keeps order");
    order::tell(server, &cast, teller).await?;
    teller.chapter("11. The network breaks, and nobody notices");
    network::tell(server, &cast, teller).await?;
    teller.chapter("12. Devices and accounts come to an end");
    leaving::tell(server, &cast, teller).await?;
    let sound = server.invariants().await.is_ok_and(|invariants| invariants.hold());
    teller.check("the ledger sums to zero and no account is below it", sound)
}

/// A client as an app would have one.
fn device(server: &MockServer, teller: &mut Teller) -> Result<AvaloSdk, Stopped> {
    AvaloSdk::builder(server.url()).requests_per_minute(1_000).build().map_err(|error| {
        teller.complain(&error.to_string());
        Stopped
    })
}

/// Proves a password once more, for what a stolen phone must not do.
async fn step_up(sdk: &AvaloSdk, name: &str, teller: &mut Teller) -> Result<(), Stopped> {
    let start = sdk.auth().start_step_up(StartStepUp {});
    let challenge = teller.call(&format!("{name} offers to prove who is asking"), start).await?;
    let proof = CompleteStepUp { challenge_id: challenge.challenge_id, proof: PASSWORD.into() };
    let complete = sdk.auth().complete_step_up(proof);
    teller.call(&format!("{name} types the password; it counts for ten minutes"), complete).await.map(drop)
}
