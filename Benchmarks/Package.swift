// swift-tools-version: 6.1
import PackageDescription

// Apart from the main package, so that neither its users nor its tests build this.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "npi", path: "..")],
    targets: [
        .target(name: "CYardsticks", linkerSettings: [.linkedLibrary("openblas")]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CYardsticks",
                .product(name: "NPIKit", package: "npi"),
                .product(name: "Scratchpads", package: "npi"),
                .product(name: "Debugger", package: "npi"),
                .product(name: "TUI", package: "npi"),
                .product(name: "Assets", package: "npi"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]),
    ]
)
