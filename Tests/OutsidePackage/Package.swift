// swift-tools-version: 6.1
import PackageDescription

// A package outside npi, as anyone could write one: an environment and a task of its own, and the whole program with it.
let package = Package(
    name: "lamps",
    dependencies: [.package(name: "npi", path: "../..")],
    targets: [
        .target(
            name: "Lamps",
            dependencies: [.product(name: "NPIKit", package: "npi"), .product(name: "Workbench", package: "npi")]),
        .executableTarget(name: "lamps-npi", dependencies: ["Lamps"]),
        .testTarget(name: "LampsTests", dependencies: ["Lamps", "lamps-npi"]),
    ]
)
