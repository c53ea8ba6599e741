// swift-tools-version: 6.2
import PackageDescription

// The Makefile sets AI1_RELEASE_LINK for a release build: a manifest with unsafe flags cannot be a dependency of
// another package, so they are absent unless asked for.
let releaseLink = Context.environment["AI1_RELEASE_LINK"] == "1"
let staticArchives = Context.environment["AI1_STATIC_ARCHIVES"]

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let linkFlags: [LinkerSetting] =
    releaseLink
    ? [
        .unsafeFlags(
            [
                "-use-ld=lld", "-Xclang-linker", "-static-libgcc", "-Xclang-linker", "-static-libstdc++",
                "-Xlinker", "-s", "-Xlinker", "--gc-sections", "-Xlinker", "--no-export-dynamic",
                "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "-z", "-Xlinker", "now",
                "-Xlinker", "--hash-style=gnu", "-Xlinker", "-O2",
            ] + (staticArchives.map { ["-L", $0] } ?? []), .when(platforms: [.linux]))
    ] : []

let package = Package(
    name: "ai1",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "ai1", targets: ["ai1"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .target(name: "CCurl"),
        .target(name: "AI1Core"),
        .target(name: "AI1HTTP", dependencies: ["AI1Core", "CCurl"]),
        .target(name: "AI1Providers", dependencies: ["AI1Core"]),
        .target(name: "AI1Catalog", dependencies: ["AI1Core"]),
        .target(name: "AI1Router", dependencies: ["AI1Core"]),
        .target(name: "AI1Safety", dependencies: ["AI1Core"]),
        .target(
            name: "AI1Settings",
            dependencies: [
                "AI1Core", "Yams", .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "AI1Process",
            dependencies: [
                "AI1Core", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "CDocument", linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
        .target(name: "AI1Documents", dependencies: ["AI1Core", "CDocument"]),
        .target(name: "CStorage"),
        .target(
            name: "AI1Storage",
            dependencies: [
                "AI1Core", "CStorage", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(
            name: "AI1Ledger",
            dependencies: ["AI1Core", "AI1Storage", .product(name: "Crypto", package: "swift-crypto")]),
        .target(name: "AI1History", dependencies: ["AI1Core", "AI1Storage"]),
        .target(name: "AI1Engine", dependencies: ["AI1Core"]),
        .target(name: "AI1Conversations", dependencies: ["AI1Core", "AI1Settings"]),
        .target(name: "AI1Tools", dependencies: ["AI1Core", "AI1Process"]),
        .target(name: "AI1Evaluation", dependencies: ["AI1Core", "AI1Router"]),
        .target(name: "AI1Sandbox", dependencies: ["AI1Core", "AI1Providers"]),
        .target(name: "CSecp256k1", linkerSettings: [.linkedLibrary("secp256k1")]),
        .target(name: "CSodium", linkerSettings: [.linkedLibrary("sodium")]),
        .target(name: "CKeccak", linkerSettings: [.linkedLibrary("cryptopp")]),
        .target(name: "CUtf8proc", linkerSettings: [.linkedLibrary("utf8proc")]),
        .target(
            name: "AI1Wallet",
            dependencies: [
                "AI1Core", "AI1Settings", "CSecp256k1", "CSodium", "CKeccak", "CUtf8proc",
                .product(name: "BigInt", package: "BigInt"), .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(name: "AI1Chain", dependencies: ["AI1Core", "AI1Storage", "AI1Wallet"]),
        .target(
            name: "CReadline",
            linkerSettings: [.linkedLibrary("readline"), .linkedLibrary("tinfo", .when(platforms: [.linux]))]),
        .target(
            name: "CMarkdown", linkerSettings: [.linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm")]),
        .target(name: "AI1Terminal", dependencies: ["AI1Core", "CMarkdown", "CReadline"]),
        .target(
            name: "AI1Commands",
            dependencies: [
                "AI1Core", "AI1HTTP", "AI1Providers", "AI1Catalog", "AI1Router", "AI1Safety", "AI1Settings",
                "AI1Process", "AI1Documents", "AI1Engine", "AI1Conversations", "AI1Tools", "AI1Evaluation", "AI1Ledger",
                "AI1History",
                "AI1Sandbox", "AI1Terminal", "AI1Wallet", "AI1Chain",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "ai1",
            dependencies: [
                "AI1Commands", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: linkFlags),
        .target(
            name: "AI1TestSupport",
            dependencies: ["AI1Core", "AI1Ledger", "AI1Storage", "AI1Sandbox", "AI1Providers"]),
        .executableTarget(
            name: "ledger-torture",
            dependencies: ["AI1Core", "AI1Providers", "AI1Sandbox", "AI1Storage", "AI1Ledger", "AI1TestSupport"],
            path: "Tests/Torture/Program"),
        .executableTarget(
            name: "ai1-bench", dependencies: ["AI1Core", "AI1Router"], path: "Tests/Benchmarks/Program"),
        .executableTarget(
            name: "history-bench", dependencies: ["AI1Core", "AI1History", "AI1TestSupport"],
            path: "Tests/Benchmarks/History"),
        .executableTarget(
            name: "wallet-bench", dependencies: ["AI1Core", "AI1Wallet", "CSodium"], path: "Tests/Benchmarks/Wallet"),
        .executableTarget(name: "editor-fixture", dependencies: ["AI1Terminal"], path: "Tests/EditorFixture"),
        .testTarget(name: "AI1CoreTests", dependencies: ["AI1Core", "AI1TestSupport"]),
        .testTarget(name: "AI1HTTPTests", dependencies: ["AI1HTTP", "AI1TestSupport"]),
        .testTarget(name: "AI1ProvidersTests", dependencies: ["AI1Providers", "AI1TestSupport"]),
        .testTarget(name: "AI1CatalogTests", dependencies: ["AI1Catalog", "AI1TestSupport"]),
        .testTarget(name: "AI1RouterTests", dependencies: ["AI1Router", "AI1TestSupport"]),
        .testTarget(name: "AI1SafetyTests", dependencies: ["AI1Core", "AI1Safety", "AI1TestSupport"]),
        .testTarget(name: "AI1SettingsTests", dependencies: ["AI1Settings", "AI1Process", "AI1TestSupport"]),
        .testTarget(name: "AI1DocumentsTests", dependencies: ["AI1Documents"]),
        .testTarget(name: "AI1StorageTests", dependencies: ["AI1Core", "AI1Storage", "AI1TestSupport"]),
        .testTarget(
            name: "AI1LedgerTests", dependencies: ["AI1Core", "AI1Ledger", "AI1Storage", "AI1TestSupport"]),
        .testTarget(
            name: "AI1HistoryTests", dependencies: ["AI1Core", "AI1History", "AI1Storage", "AI1TestSupport"]),
        .testTarget(name: "AI1EngineTests", dependencies: ["AI1Engine", "AI1Providers", "AI1TestSupport"]),
        .testTarget(
            name: "AI1ToolsTests", dependencies: ["AI1Core", "AI1Process", "AI1Tools", "AI1TestSupport"]),
        .testTarget(
            name: "AI1EvaluationTests", dependencies: ["AI1Core", "AI1Router", "AI1Evaluation", "AI1TestSupport"]),
        .testTarget(
            name: "AI1ConversationsTests",
            dependencies: ["AI1Core", "AI1Settings", "AI1Conversations", "AI1TestSupport"]),
        .testTarget(name: "AI1TerminalTests", dependencies: ["AI1Terminal", "AI1TestSupport"]),
        .testTarget(
            name: "AI1SandboxTests", dependencies: ["AI1Core", "AI1Providers", "AI1Sandbox", "AI1TestSupport"]),
        .testTarget(
            name: "AI1WalletTests", dependencies: ["AI1Core", "AI1Settings", "AI1Wallet", "AI1TestSupport"]),
        .testTarget(
            name: "AI1ChainTests",
            dependencies: ["AI1Core", "AI1Chain", "AI1Storage", "AI1Wallet", "AI1TestSupport"]),
        .testTarget(
            name: "AI1CommandsTests",
            dependencies: ["AI1Core", "AI1Commands", "AI1Engine", "AI1HTTP", "AI1Process", "AI1TestSupport"]),
        .testTarget(
            name: "ProgramTests",
            dependencies: ["AI1Core", "AI1History", "AI1Providers", "AI1Sandbox", "AI1TestSupport"]),
    ],
    cxxLanguageStandard: .cxx17
)

// One loop, so that no target can be forgotten. C targets take no Swift settings.
for target in package.targets where !target.name.hasPrefix("C") {
    target.swiftSettings = (target.swiftSettings ?? []) + strict
}
