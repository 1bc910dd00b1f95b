#!/bin/sh
# The Swift package for Apple's systems, with its library: target/apple/AvaloSDK. Xcode takes it as a local package.
#
#   build-xcframework.sh [--dry-run]
#
# Needs macOS with Xcode, and rustup. With --dry-run it prints its commands and runs none.
set -eu

# shellcheck source=bindings/device.sh
. "$(dirname "$0")/../device.sh"

if ! $dry && ! command -v xcodebuild >/dev/null; then
  echo "there is no xcodebuild: this needs macOS with Xcode" >&2
  exit 1
fi

# Phones; their simulators on both processors; computers with both.
targets="aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin"
apple=target/apple
package=$apple/AvaloSDK
library=libavalo_sdk_ffi.a

export IPHONEOS_DEPLOYMENT_TARGET=15.1 MACOSX_DEPLOYMENT_TARGET=12.0

# shellcheck disable=SC2086 # Each target is a word of its own.
run rustup target add $targets

for target in $targets; do
  run cargo build --locked --release -p "$engine" --target "$target"
done

run rm -rf "$apple"
run mkdir -p "$apple/headers" "$apple/simulator" "$apple/macos" "$package/Sources/AvaloBindings"
# A slice of an xcframework is one system, so processors are put together.
run lipo -create "target/aarch64-apple-ios-sim/release/$library" "target/x86_64-apple-ios/release/$library" \
  -output "$apple/simulator/$library"
run lipo -create "target/aarch64-apple-darwin/release/$library" "target/x86_64-apple-darwin/release/$library" \
  -output "$apple/macos/$library"

generate "target/aarch64-apple-ios/release/$library" swift "$apple/swift"

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
  -output "$package/AvaloFFI.xcframework"

for source in AvaloBindings AvaloContract; do
  run cp "$apple/swift/$source.swift" "$package/Sources/AvaloBindings/$source.swift"
done
for source in AvaloKeychain AvaloSDK; do
  run cp -R "bindings/swift/Sources/$source" "$package/Sources/$source"
done
for file in Package.swift AvaloBindings.podspec; do
  run cp "bindings/swift/$file" "$package/$file"
done
