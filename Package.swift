// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of ours. Every other one may use Support.
func module(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(
        name: name, dependencies: dependencies + (name == "Support" ? [] : ["Support"]), resources: resources,
        swiftSettings: settings)
}

/// The tests of a module, or of several.
func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport", "Support"], resources: resources,
        swiftSettings: settings)
}

/// The task files in Assets/tasks, each part of the program.
let shippedTasks = [
    "add", "sort", "max", "add-recursive", "balanced", "balanced-recursive", "compare", "compare-recursive",
    "hanoi", "increment", "increment-recursive", "long-multiply", "long-multiply-recursive", "max-recursive",
    "multiply", "multiply-recursive", "palindrome", "palindrome-recursive", "quicksort", "quicksort-loops",
    "reverse", "reverse-recursive", "selection-sort", "selection-sort-recursive", "sort-recursive", "subtract",
    "subtract-recursive",
]

/// Swift's libraries as part of the program: it starts in two thirds of the time, and runs where Swift is not installed.
/// Foundation's parts are named because modules that were not compiled for this do not ask for them. The usual linker, gold, warns of
/// what Foundation calls.
let staticRuntime: [LinkerSetting] =
    [.unsafeFlags(["-static-stdlib", "-use-ld=lld"])]
    + ["CoreFoundation", "_FoundationCShims", "_FoundationCollections", "_FoundationICU"].map { .linkedLibrary($0) }

let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "npi",
    products: [
        .executable(name: "npi", targets: ["npi"]),
        .library(name: "NPIKit", targets: ["NPIKit", "Support"]),
        .library(name: "Workbench", targets: ["Workbench", "Scratchpads"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // System libraries, and what has to be C.
        .systemLibrary(name: "COpenBLAS"),
        .systemLibrary(name: "CNcurses"),
        .systemLibrary(name: "COpenSSL"),
        .target(name: "CKernels"),
        .target(name: "CTerminal"),
        .target(name: "CEnding"),

        module("Support", ["COpenSSL", "CEnding"]),
        module("NPIKit", ["CKernels", "COpenBLAS"]),
        module("CarModels", []),
        module("Scratchpads", ["NPIKit", "CarModels", "Assets"]),
        module("Proof", ["NPIKit", "Scratchpads"]),
        module("Experiments", ["NPIKit", "CarModels", "Scratchpads", "Proof"]),
        module("Debugger", ["NPIKit", "Scratchpads"]),
        module("DebugAdapter", ["NPIKit", "Scratchpads", "Debugger"]),
        module("Tours", ["NPIKit", "Scratchpads", "Debugger", yams]),
        module("TerminalKit", ["CNcurses", "CTerminal"]),
        module(
            "Exporters", ["NPIKit", "Scratchpads", "Debugger", "TerminalKit"],
            resources: [.embedInCode("HTML/page.js"), .embedInCode("HTML/page.css")]),
        module("TUI", ["NPIKit", "CarModels", "Scratchpads", "Debugger", "Tours", "TerminalKit"]),
        .target(
            name: "Assets", dependencies: ["Support"], path: "Assets", exclude: ["README.md"],
            resources: [.copy("Weights"), .copy("cars"), .copy("tours")]
                + shippedTasks.map { .embedInCode("tasks/\($0).task") }, swiftSettings: settings),
        module(
            "Workbench",
            [
                "NPIKit", "CarModels", "Scratchpads", "Experiments", "Proof", "Debugger", "DebugAdapter", "Tours",
                "Exporters", "TerminalKit", "TUI", "Assets", yams,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "npi", dependencies: ["Workbench"], swiftSettings: settings, linkerSettings: staticRuntime),

        .target(
            name: "TestSupport",
            dependencies: [
                "NPIKit", "CarModels", "Scratchpads", "Debugger", "Tours", "TerminalKit", "Assets", "Support",
            ],
            path: "Tests/TestSupport",
            swiftSettings: settings),
        tests("NPIKitTests", ["NPIKit"], resources: [.copy("Reference")]),
        tests("SupportTests", []),
        tests("CarModelsTests", ["CarModels"]),
        tests("ScratchpadsTests", ["Scratchpads", "CarModels", "NPIKit", "Assets"]),
        tests("ExperimentsTests", ["Experiments", "Proof", "Scratchpads", "CarModels", "NPIKit"]),
        tests("ProofTests", ["Proof", "Scratchpads", "NPIKit", "Assets"]),
        tests("DebuggerTests", ["Debugger", "Scratchpads", "NPIKit", "Assets"]),
        tests("DebugAdapterTests", ["DebugAdapter", "Debugger", "Scratchpads", "NPIKit", "Assets"]),
        tests("ToursTests", ["Tours", "Debugger", "Scratchpads", "NPIKit", "Assets"]),
        tests("TerminalKitTests", ["TerminalKit"]),
        tests("ExportersTests", ["Exporters", "TUI", "TerminalKit", "Debugger", "Scratchpads", "NPIKit", "Assets"]),
        tests(
            "TUITests", ["TUI", "TerminalKit", "Tours", "Debugger", "Scratchpads", "CarModels", "NPIKit", "Assets"]),
        tests("CommandLineTests", ["Workbench", "Scratchpads", "TUI", "TerminalKit", "Assets"]),
        tests("ShippedWeightsTests", ["Assets", "Experiments", "Proof", "Scratchpads", "CarModels", "NPIKit"]),
        tests("ArchitectureTests", []),

        .target(
            name: "CYardsticks", path: "Benchmarks/CYardsticks", linkerSettings: [.linkedLibrary("openblas")]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CYardsticks", "NPIKit", "CarModels", "Scratchpads", "Experiments", "Debugger", "TerminalKit", "TUI",
                "Assets", "Support",
            ], path: "Benchmarks/Benchmarks", swiftSettings: settings),
    ]
)
