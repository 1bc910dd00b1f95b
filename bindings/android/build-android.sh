#!/bin/sh
# The library for Android and the archive that apps take: target/android/avalo-sdk-release.aar.
#
#   build-android.sh [--dry-run]
#
# Needs Android's SDK and NDK (ANDROID_HOME, ANDROID_NDK_HOME), Gradle, rustup, and cargo-ndk 4:
# `cargo install cargo-ndk --version 4.1.2 --locked`. With --dry-run it prints its commands and runs none.
set -eu

cd "$(dirname "$0")/../.."

dry=false
case "${1-}" in
  "") ;;
  --dry-run) dry=true ;;
  *) echo "usage: $0 [--dry-run]" >&2; exit 2 ;;
esac

run() {
  if $dry; then
    echo "$*"
  else
    "$@"
  fi
}

if ! $dry && [ -z "${ANDROID_NDK_HOME-}" ]; then
  echo "ANDROID_NDK_HOME does not say where Android's NDK is" >&2
  exit 1
fi

# The oldest Android of React Native, and the processors of phones and of emulators.
platform=24
targets="aarch64-linux-android armv7-linux-androideabi x86_64-linux-android"
libraries=target/android/jniLibs

# shellcheck disable=SC2086 # Each target is a word of its own.
run rustup target add $targets

# One package at a time: together with others it would get the features of all. From NDK 28 on, pages may have 16 KB.
for target in $targets; do
  run cargo ndk --target "$target" --platform "$platform" --output-dir "$libraries" \
    build --locked --release -p avalo-sdk-ffi
done

# The code in Kotlin is the same for every processor, and uniffi reads it from any of the libraries.
run cargo build --locked --release -p avalo-uniffi-bindgen
run target/release/avalo-uniffi-bindgen generate target/aarch64-linux-android/release/libavalo_sdk_ffi.so \
  --language kotlin --out-dir target/android/kotlin --no-format

run gradle --project-dir bindings/android --no-daemon assembleRelease
run cp bindings/android/build/outputs/aar/avalo-sdk-release.aar target/android/avalo-sdk-release.aar
