//! Whether a flag is on for a user: a function of the flag, the user and the time, and of nothing else.

use avalo_sdk::{
    api::{admin::FeatureFlag, auth::Role},
    model::{Timestamp, UserId},
};

/// For whom a flag is decided, and when.
pub(super) struct Subject<'s> {
    pub(super) user: &'s UserId,
    pub(super) role: Role,
    pub(super) now: Timestamp,
}

/// Off if it is off or has expired; then the list of those for whom it is off decides, the list of those for
/// whom it is on, the roles, and at last the percentage.
pub(super) fn is_on(flag: &FeatureFlag, subject: &Subject<'_>) -> bool {
    if !flag.enabled || flag.expires_at.is_some_and(|end| end <= subject.now) {
        return false;
    }
    if flag.blocked_user_ids.contains(subject.user) {
        return false;
    }
    flag.allowed_user_ids.contains(subject.user)
        || flag.allowed_roles.contains(&subject.role)
        || bucket(&flag.name, subject.user) < flag.rollout_percentage
}

/// A number of 0 to 99 that a flag and a user always have together. Who is in at 10 % stays in at 20 %; and
/// because the flag's name counts, it is not the same users who come first every time.
fn bucket(flag: &str, user: &UserId) -> u32 {
    let bytes = flag.bytes().chain([b':']).chain(user.as_str().bytes());
    // FNV-1a, of 32 bits, whose low bits alone are poor: the high ones are folded in.
    let hash = bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 16)) % 100
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flag(percentage: u32) -> FeatureFlag {
        FeatureFlag {
            name: "videoCalls".into(),
            description: None,
            enabled: true,
            rollout_percentage: percentage,
            allowed_user_ids: Vec::new(),
            blocked_user_ids: Vec::new(),
            allowed_roles: Vec::new(),
            expires_at: None,
            updated_at: Timestamp::from_unix_ms(0),
        }
    }

    fn on(flag: &FeatureFlag, user: &str, role: Role) -> bool {
        is_on(flag, &Subject { user: &user.into(), role, now: Timestamp::from_unix_ms(1_000) })
    }

    #[test]
    fn a_bucket_is_the_same_in_every_language_and_every_run() {
        let of = |flag: &str, user: &str| bucket(flag, &user.into());
        let vectors =
            [("videoCalls", "usr_1"), ("videoCalls", "usr_2"), ("events", "usr_1"), ("", ""), ("é", "ż")];
        assert_eq!(vectors.map(|(flag, user)| of(flag, user)), VECTORS);
    }

    const VECTORS: [u32; 5] = [25, 4, 98, 97, 71];

    #[test]
    fn who_is_in_stays_in_as_the_percentage_grows() {
        for number in 0..2_000 {
            let user = format!("usr_{number}");
            let first = (0..=100).find(|percentage| on(&flag(*percentage), &user, Role::User));
            let first = first.expect("everyone is in at 100 %");
            assert!(first > 0, "nobody is in at 0 %");
            assert!((first..=100).all(|percentage| on(&flag(percentage), &user, Role::User)));
        }
    }

    #[test]
    fn a_percentage_is_about_as_many_users() {
        for percentage in [10, 25, 50, 90] {
            let flag = flag(percentage);
            let many = (0..20_000).filter(|number| on(&flag, &format!("usr_{number}"), Role::User)).count();
            let exact = 200 * percentage as usize;
            assert!(many.abs_diff(exact) < 400, "{many} of 20,000 at {percentage} %");
        }
    }

    #[test]
    fn another_flag_has_other_first_users() {
        let other = FeatureFlag { name: "events".into(), ..flag(10) };
        let users: Vec<_> = (0..10_000).map(|number| format!("usr_{number}")).collect();
        let both = users
            .iter()
            .filter(|user| on(&flag(10), user, Role::User) && on(&other, user, Role::User))
            .count();
        assert!((50..150).contains(&both), "{both} of 10,000 are in both, 100 would be chance");
    }

    #[test]
    fn each_step_is_stronger_than_those_after_it() {
        let (me, role) = ("usr_1", Role::Admin);
        let full = FeatureFlag { allowed_user_ids: vec![me.into()], allowed_roles: vec![role], ..flag(100) };
        assert!(on(&full, me, role));
        for off in [
            FeatureFlag { enabled: false, ..full.clone() },
            FeatureFlag { expires_at: Some(Timestamp::from_unix_ms(1_000)), ..full.clone() },
            FeatureFlag { blocked_user_ids: vec![me.into()], ..full.clone() },
        ] {
            assert!(!on(&off, me, role), "{off:?}");
        }
        assert!(on(&FeatureFlag { expires_at: Some(Timestamp::from_unix_ms(1_001)), ..full }, me, role));
        let listed = FeatureFlag { allowed_user_ids: vec![me.into()], ..flag(0) };
        assert!(on(&listed, me, Role::User) && !on(&listed, "usr_2", Role::User));
        let office = FeatureFlag { allowed_roles: vec![Role::Admin], ..flag(0) };
        assert!(on(&office, me, Role::Admin) && !on(&office, me, Role::User));
    }
}
