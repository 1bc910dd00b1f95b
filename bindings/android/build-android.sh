#!/bin/sh
# The library for Android and the archive that apps take: target/android/avalo-sdk-release.aar.
#
#   build-android.sh [--dry-run]
#
# Needs Android's SDK and NDK (ANDROID_HOME, ANDROID_NDK_HOME), Gradle, rustup, and cargo-ndk 4:
# `cargo install cargo-ndk --version 4.1.2 --locked`. With --dry-run it prints its commands and runs none.
set -eu

# shellcheck source=bindings/device.sh
. "$(dirname "$0")/../device.sh"

if ! $dry && [ -z "${ANDROID_NDK_HOME-}" ]; then
  echo "ANDROID_NDK_HOME does not say where Android's NDK is" >&2
  exit 1
fi

# The oldest Android of React Native, and the processors of phones and of emulators.
platform=24
targets="aarch64-linux-android armv7-linux-androideabi x86_64-linux-android"
android=target/android

# shellcheck disable=SC2086 # Each target is a word of its own.
run rustup target add $targets

# From NDK 28 on, pages may have 16 KB.
for target in $targets; do
  run cargo ndk --target "$target" --platform "$platform" --output-dir "$android/jniLibs" \
    build --locked --release -p "$engine"
done

generate target/aarch64-linux-android/release/libavalo_sdk_ffi.so kotlin "$android/kotlin"

run gradle --project-dir bindings/android --no-daemon assembleRelease
run cp bindings/android/build/outputs/aar/avalo-sdk-release.aar "$android/avalo-sdk-release.aar"
