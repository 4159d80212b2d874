// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "npi",
    products: [
        .executable(name: "npi", targets: ["npi"]),
        .library(name: "NPIKit", targets: ["NPIKit"]),
        .library(name: "Scratchpads", targets: ["Scratchpads"]),
        .library(name: "Debugger", targets: ["Debugger"]),
        .library(name: "Tours", targets: ["Tours"]),
        .library(name: "TUI", targets: ["TUI"]),
        .library(name: "Assets", targets: ["Assets"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "COpenBLAS"),
        .systemLibrary(name: "CNcurses"),
        .target(name: "CKernels"),
        .target(name: "CTerminal"),
        .target(
            name: "NPIKit",
            dependencies: ["CKernels", "COpenBLAS", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(name: "Scratchpads", dependencies: ["NPIKit"], swiftSettings: settings),
        .target(name: "Debugger", dependencies: ["NPIKit", "Scratchpads"], swiftSettings: settings),
        .target(
            name: "Tours",
            dependencies: ["NPIKit", "Scratchpads", "Debugger", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .target(
            name: "TUI", dependencies: ["CNcurses", "CTerminal", "NPIKit", "Scratchpads", "Debugger", "Tours"],
            swiftSettings: settings),
        .target(
            name: "Assets", exclude: ["README.md"], resources: [.copy("Weights"), .copy("cars"), .copy("tours")],
            swiftSettings: settings),
        .executableTarget(
            name: "npi",
            dependencies: [
                "NPIKit", "Scratchpads", "Debugger", "Tours", "TUI", "Assets",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),

        .target(
            name: "TestSupport", dependencies: ["NPIKit", "Scratchpads"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(
            name: "NPIKitTests", dependencies: ["NPIKit", "TestSupport"], resources: [.copy("Reference")],
            swiftSettings: settings),
        .testTarget(
            name: "ScratchpadsTests", dependencies: ["Scratchpads", "NPIKit", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "DebuggerTests", dependencies: ["Debugger", "Scratchpads", "NPIKit", "Assets", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ToursTests", dependencies: ["Tours", "Debugger", "Scratchpads", "NPIKit", "Assets", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "TUITests",
            dependencies: ["TUI", "Tours", "Debugger", "Scratchpads", "NPIKit", "Assets", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "CommandLineTests", dependencies: ["npi", "TUI", "TestSupport", "Assets"], swiftSettings: settings),
        .testTarget(
            name: "ShippedWeightsTests", dependencies: ["Assets", "Scratchpads", "NPIKit", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: settings),
    ]
)
