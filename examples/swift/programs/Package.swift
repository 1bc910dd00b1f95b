// swift-tools-version: 6.0

import PackageDescription

let package = Package(
    name: "programs",
    platforms: [.macOS(.v13)],
    dependencies: [.package(path: "../../../bindings/swift")],
    targets: [
        .executableTarget(name: "story", dependencies: [.product(name: "AvaloSDK", package: "swift")]),
        .executableTarget(name: "chat", dependencies: [.product(name: "AvaloSDK", package: "swift")]),
    ]
)
