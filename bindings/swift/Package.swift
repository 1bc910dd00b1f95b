// swift-tools-version: 6.0
// The Swift package. `build-xcframework.sh` puts it together with the library for Apple's systems. For tests,
// `cargo xtask test swift` lays it out in target/swift-package with a library of the system that it runs on.

import Foundation
import PackageDescription

let framework = "AvaloFFI.xcframework"
let isForApple = FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(framework)")

let package = Package(
    name: "AvaloSDK",
    platforms: [.iOS("15.1"), .macOS(.v12)],
    products: [
        .library(name: "AvaloSDK", targets: ["AvaloSDK"]),
        // What bridges to other languages need: what uniffi writes, and the keychain.
        .library(name: "AvaloBindings", targets: ["AvaloBindings", "AvaloKeychain"]),
    ],
    targets: [
        // What uniffi 0.32 writes for an async foreign trait does not compile in language mode 6.
        .target(name: "AvaloBindings", dependencies: ["AvaloFFI"], swiftSettings: [.swiftLanguageMode(.v5)]),
        .target(name: "AvaloKeychain"),
        .target(name: "AvaloSDK", dependencies: ["AvaloBindings", "AvaloKeychain"]),
    ]
)

if isForApple {
    package.targets.append(.binaryTarget(name: "AvaloFFI", path: framework))
} else {
    package.targets += [
        // The C headers. Their module map names the library, which the linker finds by `-L`.
        .systemLibrary(name: "AvaloFFI"),
        .testTarget(name: "AvaloSDKTests", dependencies: ["AvaloSDK"]),
        // Programs of the tests, which no product has: who makes the calls of the scenarios, and the bench.
        .executableTarget(name: "AvaloDriver", dependencies: ["AvaloSDK"], path: "Tests/Driver"),
        .executableTarget(name: "AvaloBench", dependencies: ["AvaloSDK"], path: "Tests/Bench"),
    ]
}
