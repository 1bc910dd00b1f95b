//! Sign-up, verification, a second factor.

use std::time::Duration;

use avalo_mock_server::MockServer;
use avalo_sdk::{
    AvaloSdk,
    api::auth::{
        ConfirmTwoFactor, EnableTwoFactor, GetCurrentUser, GetKycStatus, IdType, KycStatus, Login, Register,
        SubmitKyc, VerifyTwoFactor,
    },
};

use super::{PASSWORD, device};
use crate::{Stopped, Teller};

const EMAIL: &str = "ada@example.com";

/// Returns Ada's device.
pub(super) async fn tell(server: &MockServer, teller: &mut Teller) -> Result<AvaloSdk, Stopped> {
    let ada = device(server, teller)?;
    let register = Register {
        email: EMAIL.into(),
        password: PASSWORD.into(),
        display_name: "Ada".into(),
        date_of_birth: "1990-12-10".into(),
        accept_terms: true,
        device_id: None,
    };
    teller.call("Ada signs up and is signed in", ada.auth().register(register)).await?;
    let me = teller.call("The app asks who she is", ada.auth().get_current_user(GetCurrentUser {})).await?;
    teller.check(
        &format!("{} <{}>, not verified yet", me.display_name, me.email),
        me.kyc_status == KycStatus::Pending,
    )?;

    let documents = SubmitKyc {
        full_name: "Ada King".into(),
        date_of_birth: "1990-12-10".into(),
        address: "Ockham Park 1".into(),
        city: "London".into(),
        country: "GB".into(),
        postal_code: "GU23".into(),
        id_type: IdType::Passport,
        id_number: "AK1815121".into(),
        id_front_image: "/media/front".into(),
        id_back_image: None,
        selfie_image: "/media/selfie".into(),
    };
    teller.call("She sends her documents", ada.auth().submit_kyc(documents)).await?;
    wait(server, teller, "A minute passes on the server's clock", 60).await?;
    let report =
        teller.call("She asks what came of them", ada.auth().get_kyc_status(GetKycStatus {})).await?;
    teller.check("she is verified", report.status == KycStatus::Approved)?;

    let setup =
        teller.call("She adds an authenticator", ada.auth().enable_two_factor(EnableTwoFactor {})).await?;
    let confirm = ConfirmTwoFactor { code: server.totp_code(&setup.secret) };
    let recovery = teller.call("She types its first code", ada.auth().confirm_two_factor(confirm)).await?;
    teller.check(
        &format!("{} recovery codes for a lost phone", recovery.codes.len()),
        recovery.codes.len() == 8,
    )?;

    let tablet = device(server, teller)?;
    let login = Login { email: EMAIL.into(), password: PASSWORD.into(), device_id: Some("tablet".into()) };
    let asked = teller.call("On her tablet, the password is not enough", tablet.auth().login(login)).await?;
    let challenge_id = asked.challenge_id.ok_or(Stopped)?;
    let code = recovery.codes.first().cloned().unwrap_or_default();
    let verify = VerifyTwoFactor { challenge_id, code };
    teller.call("A recovery code opens the door", tablet.auth().verify_two_factor(verify)).await?;
    // Step-ups later in the story ask for the authenticator, whose codes change every 30 s.
    super::leaving::disable_two_factor(server, &ada, &setup.secret, teller).await?;
    Ok(ada)
}

/// Moves the clock; `text` says which one, and what comes of it.
pub(super) async fn wait(
    server: &MockServer,
    teller: &mut Teller,
    text: &str,
    seconds: u64,
) -> Result<(), Stopped> {
    teller.aside(&format!("{text}."));
    server.advance(Duration::from_secs(seconds)).await.map_err(|_| Stopped)
}
