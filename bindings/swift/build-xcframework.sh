#!/bin/sh
# The library for Apple's systems: target/apple/AvaloFFI.xcframework, and the Swift that goes with it.
#
#   build-xcframework.sh [--dry-run]
#
# Needs macOS with Xcode, and rustup. With --dry-run it prints its commands and runs none.
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
    # As it would be typed: what is empty or has spaces in quotes.
    for word; do
      case $word in
        "" | *[!A-Za-z0-9_./=-]*) printf "'%s' " "$word" ;;
        *) printf "%s " "$word" ;;
      esac
    done
    echo
  else
    "$@"
  fi
}

if ! $dry && ! command -v xcodebuild >/dev/null; then
  echo "there is no xcodebuild: this needs macOS with Xcode" >&2
  exit 1
fi

# Phones; their simulators on both processors; computers with both.
targets="aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin"
apple=target/apple
library=libavalo_sdk_ffi.a

export IPHONEOS_DEPLOYMENT_TARGET=15.1 MACOSX_DEPLOYMENT_TARGET=12.0

# shellcheck disable=SC2086 # Each target is a word of its own.
run rustup target add $targets

# One package at a time: together with others it would get the features of all.
for target in $targets; do
  run cargo build --locked --release -p avalo-sdk-ffi --target "$target"
done

run rm -rf "$apple"
run mkdir -p "$apple/headers" "$apple/simulator" "$apple/macos"
# A slice of an xcframework is one system, so processors are put together.
run lipo -create "target/aarch64-apple-ios-sim/release/$library" "target/x86_64-apple-ios/release/$library" \
  -output "$apple/simulator/$library"
run lipo -create "target/aarch64-apple-darwin/release/$library" "target/x86_64-apple-darwin/release/$library" \
  -output "$apple/macos/$library"

run cargo build --locked --release -p avalo-uniffi-bindgen
run target/release/avalo-uniffi-bindgen generate "target/aarch64-apple-ios/release/$library" \
  --language swift --out-dir "$apple/swift" --no-format
for header in AvaloFFI AvaloContractFFI; do
  run cp "$apple/swift/$header.h" "$apple/headers/$header.h"
done
run cp bindings/swift/Sources/AvaloFFI/module.modulemap "$apple/headers/module.modulemap"
# An xcframework names its libraries itself.
run sed -i "" -e "/link /d" "$apple/headers/module.modulemap"

run xcodebuild -create-xcframework \
  -library "target/aarch64-apple-ios/release/$library" -headers "$apple/headers" \
  -library "$apple/simulator/$library" -headers "$apple/headers" \
  -library "$apple/macos/$library" -headers "$apple/headers" \
  -output "$apple/AvaloFFI.xcframework"
