// swift-tools-version: 6.0
// The Swift package. The library, its header and uniffi's Swift come first: `cargo xtask test Swift`
// lays all of it out in target/swift-package.

import PackageDescription

let package = Package(
    name: "AvaloSDK",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "AvaloSDK", targets: ["AvaloSDK"])],
    targets: [
        // The C headers. Their module map names the library, which the linker finds by `-L`.
        .systemLibrary(name: "AvaloFFI"),
        // What uniffi 0.32 writes for an async foreign trait does not compile in language mode 6.
        .target(name: "AvaloBindings", dependencies: ["AvaloFFI"], swiftSettings: [.swiftLanguageMode(.v5)]),
        .target(name: "AvaloSDK", dependencies: ["AvaloBindings"]),
        .testTarget(name: "AvaloSDKTests", dependencies: ["AvaloSDK"]),
        // Programs of the tests, which no product has: who makes the calls of the scenarios, and the bench.
        .executableTarget(name: "AvaloDriver", dependencies: ["AvaloSDK"], path: "Tests/Driver"),
        .executableTarget(name: "AvaloBench", dependencies: ["AvaloSDK"], path: "Tests/Bench"),
    ]
)
