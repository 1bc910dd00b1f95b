//! Sessions, passwords, providers, and the end of an account.

use avalo_mock_server::MockServer;
use avalo_sdk::{
    AvaloSdk, Code,
    api::{
        auth::{
            CompleteStepUp, DisableTwoFactor, GetCurrentUser, ListSessions, Login, LoginWithOauth, Logout,
            LogoutAll, OauthProvider, RequestPasswordReset, ResetPassword, RevokeSession, StartOauth,
            StartStepUp,
        },
        profiles::{DeleteAccount, RestoreAccount},
    },
    pkce::Pkce,
    platform::Platform,
};

use super::{Cast, PASSWORD, device, joining::wait, step_up};
use crate::{Stopped, Teller};

const RETURN: &str = "avalo://signed-in";

pub(super) async fn tell(server: &MockServer, cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let sessions = teller
        .call("Ada looks where she is signed in", cast.ada.auth().list_sessions(ListSessions {}))
        .await?;
    let tablet = sessions.sessions.into_iter().find(|session| !session.current).ok_or(Stopped)?;
    let revoke = RevokeSession { session_id: tablet.id };
    teller.call("She signs the tablet out from afar", cast.ada.auth().revoke_session(revoke)).await?;

    let mail = RequestPasswordReset { email: "user7@avalo.test".into() };
    teller.call("Mary has forgotten her password", cast.mary.auth().request_password_reset(mail)).await?;
    let token = server.mails().await.ok().and_then(|mails| mails.into_iter().next()).ok_or(Stopped)?.secret;
    let reset = ResetPassword { token, password: "Better-Password2".into() };
    teller.call("The mail lets her choose another", cast.mary.auth().reset_password(reset)).await?;

    let phone = device(server, teller)?;
    let pkce = Pkce::new(&Platform::native());
    let start = StartOauth {
        provider: OauthProvider::Google,
        redirect_uri: RETURN.into(),
        code_challenge: pkce.challenge.clone(),
    };
    let started = teller.call("Joan prefers to sign in with Google", phone.auth().start_oauth(start)).await?;
    let code = server.vouch("google", &started.state, "joan@example.com").await.map_err(|_| Stopped)?;
    let finish = LoginWithOauth {
        provider: OauthProvider::Google,
        code,
        state: started.state,
        code_verifier: pkce.verifier,
        redirect_uri: RETURN.into(),
        issuer: None,
    };
    teller.call("Google vouches for her", phone.auth().login_with_oauth(finish)).await?;
    teller.call("She signs out again", phone.auth().logout(Logout {})).await?;

    step_up(&cast.linus, "Linus", teller).await?;
    teller.call("Linus signs out everywhere", cast.linus.auth().logout_all(LogoutAll {})).await?;
    let later = device(server, teller)?;
    let login = Login { email: "user6@avalo.test".into(), password: PASSWORD.into(), ..Default::default() };
    teller.call("And he signs in again", later.auth().login(login)).await?;

    step_up(&cast.grace, "Grace", teller).await?;
    teller
        .call(
            "Grace deletes her account; in 30 days it is gone for good",
            cast.grace.profiles().delete_account(DeleteAccount {}),
        )
        .await?;
    let login =
        || Login { email: "user1@avalo.test".into(), password: PASSWORD.into(), ..Default::default() };
    teller
        .refused(
            "Grace cannot sign in any longer",
            cast.grace.auth().login(login()),
            Code::InvalidCredentials,
        )
        .await?;
    let restore = RestoreAccount { email: "user1@avalo.test".into(), password: PASSWORD.into() };
    teller
        .call("She changes her mind in time, and has it back", cast.grace.profiles().restore_account(restore))
        .await?;
    teller.call("Now she can", cast.grace.auth().login(login())).await?;
    teller.call("Ada stays", cast.ada.auth().get_current_user(GetCurrentUser {})).await.map(drop)
}

/// Takes the authenticator away again, which takes its own code.
pub(super) async fn disable_two_factor(
    server: &MockServer,
    sdk: &AvaloSdk,
    secret: &str,
    teller: &mut Teller,
) -> Result<(), Stopped> {
    wait(
        server,
        teller,
        "Half a minute passes on the server's clock; the authenticator shows another code",
        30,
    )
    .await?;
    let challenge = teller
        .call(
            "Ada wants the authenticator gone, and offers a proof",
            sdk.auth().start_step_up(StartStepUp {}),
        )
        .await?;
    let proof = CompleteStepUp { challenge_id: challenge.challenge_id, proof: server.totp_code(secret) };
    teller.call("The proof is the authenticator's own code", sdk.auth().complete_step_up(proof)).await?;
    teller.call("She takes the authenticator away", sdk.auth().disable_two_factor(DisableTwoFactor {})).await
}
