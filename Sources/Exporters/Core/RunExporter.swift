/// A format in which a run can be exported.
///
/// A new format is one file with a value of this protocol, and one line in ``ExporterCatalog/all``. The command line takes
/// everything it says of the format from here.
///
///     struct OutlineExporter: RunExporter {
///         let name = "outline"
///         let suffix = ".txt"
///         let summary = "the calls, indented"
///
///         func write(_ run: ExportedRun, to output: inout some TextOutputStream) { ... }
///     }
package protocol RunExporter: Sendable {
    /// What a person types for it: "svg".
    var name: String { get }
    /// How the names of its files end: ".svg".
    var suffix: String { get }
    /// One line of help.
    var summary: String { get }
    /// The options that it takes, besides the range of steps.
    var options: Set<ExportOption> { get }
    /// How many steps a file may show, if it would be of no use with more.
    var stepLimit: Int? { get }
    /// Whether its files are no text, which a terminal could not show.
    var isBinary: Bool { get }

    /// Writes `run`, which has no more steps than the limit.
    ///
    /// - Throws: An error whose description is one line for the user.
    func write(_ run: ExportedRun, to output: inout some ExportOutput) throws
}

extension RunExporter {
    /// None.
    package var options: Set<ExportOption> { [] }
    /// Any number.
    package var stepLimit: Int? { nil }
    /// Text.
    package var isBinary: Bool { false }

    /// Checks that `run` is not too long, and writes it.
    ///
    /// - Throws: ``ExportError`` if it is too long, or what ``write(_:to:)`` throws.
    package func export(_ run: ExportedRun, to output: inout some ExportOutput) throws {
        if let stepLimit, run.range.count > stepLimit {
            throw ExportError.tooManySteps(run.range.count, format: name, limit: stepLimit)
        }
        try write(run, to: &output)
    }
}

/// An option that some formats take.
package enum ExportOption: String, Sendable {
    /// One step instead of a range.
    case step
    /// The step at which a page opens.
    case at
    /// How many steps a second are shown.
    case speed
    /// How many columns and rows the screen has.
    case size
    /// The colours.
    case theme
    /// The network that is asked at each step.
    case model
}
