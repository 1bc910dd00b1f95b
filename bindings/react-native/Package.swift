// swift-tools-version: 6.0
// The Swift of iOS's half by itself, without React Native, for its tests: `cargo xtask test react-native`. Apps get it
// by the podspec.

import PackageDescription

let package = Package(
    name: "AvaloReactNative",
    platforms: [.iOS("15.1"), .macOS(.v12)],
    dependencies: [.package(name: "AvaloSDK", path: "../swift")],
    targets: [
        .target(
            name: "AvaloBridge", dependencies: [.product(name: "AvaloBindings", package: "AvaloSDK")], path: "ios",
            exclude: ["RCTAvalo.mm"]),
        .testTarget(
            name: "AvaloBridgeTests",
            dependencies: ["AvaloBridge", .product(name: "AvaloBindings", package: "AvaloSDK")], path: "swift"),
    ]
)
