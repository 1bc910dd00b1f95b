//! What reaches Swift and Kotlin of the contract.

use std::{
    collections::HashSet,
    env, fs,
    time::{Duration, SystemTime},
};

use avalo_sdk::{api, model::Timestamp};

/// Every operation is a method of its domain's handle, streams too, and the client gives that handle.
#[test]
fn every_row_of_the_contract_is_exported() {
    let program = env::current_exe().expect("a path");
    let name = format!("{}avalo_sdk_ffi{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX);
    let library = fs::read(program.with_file_name(name)).expect("the library beside its tests");
    // Names end in a zero there, and Apple's begin with an underscore.
    let names: HashSet<&[u8]> =
        library.split(|byte| *byte == 0).map(|name| name.strip_prefix(b"_").unwrap_or(name)).collect();
    let missing: Vec<&str> = api::operations()
        .filter(|spec| {
            let method = format!("uniffi_avalo_sdk_fn_method_{}", snake(spec.id));
            let handle = format!("uniffi_avalo_sdk_ffi_fn_method_avaloclient_{}", spec.domain());
            !names.contains(method.as_bytes()) || !names.contains(handle.as_bytes())
        })
        .map(|spec| spec.id)
        .collect();
    assert!(missing.is_empty(), "not exported: {missing:?}");
}

/// `chat_send_message` for `chat.sendMessage`.
fn snake(id: &str) -> String {
    let mut name = String::new();
    for letter in id.chars() {
        if letter.is_uppercase() {
            name.push('_');
        }
        name.push(if letter == '.' { '_' } else { letter.to_ascii_lowercase() });
    }
    name
}

/// A `Date` is a float of seconds: a moment must survive that.
#[test]
fn a_moment_is_the_nearest_millisecond() {
    let at = |nanoseconds| SystemTime::UNIX_EPOCH + Duration::from_nanos(nanoseconds);
    for nanoseconds in [1_700_000_000_122_999_906, 1_700_000_000_123_000_000, 1_700_000_000_123_400_000] {
        assert_eq!(
            Timestamp::try_from(at(nanoseconds)),
            Ok(Timestamp::from_unix_ms(1_700_000_000_123)),
            "{nanoseconds}"
        );
    }
    assert!(Timestamp::try_from(SystemTime::UNIX_EPOCH - Duration::from_secs(1)).is_err());
    let year_10000 = SystemTime::UNIX_EPOCH + Duration::from_secs(253_402_300_800);
    assert!(Timestamp::try_from(year_10000).is_err());
}
