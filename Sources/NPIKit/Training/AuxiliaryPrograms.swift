package import Support

/// Programs drawn at random that are trained beside real ones and then forgotten.
///
/// A network that has learned a dozen programs acts on what it sees as one of the dozen would: its core hardly uses a
/// program embedding that it has never met. Reed & de Freitas 2016, section 4.4, learn new programs by their rows of
/// program memory alone, so the core has to follow embeddings. Auxiliary programs teach it to: many short scripts over
/// random observations. A script's embedding is a code, the sum of one random vector for each of its parts, and is not
/// learned: the core learns to read it, and so to do what an embedding says. After training the rows are dropped (see
/// ``Network/withoutAuxiliary``).
public struct AuxiliaryPrograms: Hashable, Sendable, Codable {
    /// How many programs there are.
    public var programCount: Int
    /// How many frames of each.
    public var framesPerProgram = 8
    /// The largest number of rounds of a loop.
    public var longestLoop = 20
    /// How many of the programs are called by others.
    public var calledCount = 4

    /// This many programs, none by default.
    public init(programCount: Int = 0) {
        self.programCount = programCount
    }

    /// The programs' names.
    public var programNames: [String] {
        (0..<programCount).map { "\(Self.prefix)\($0 + 1)" }
    }

    /// Whether a program called `name` is an auxiliary one.
    public static func isAuxiliary(_ name: String) -> Bool { name.hasPrefix(prefix) }

    private static let prefix = "practice "

    /// A script for each program, no two alike.
    ///
    /// - Parameters:
    ///   - spec: What is seen.
    ///   - demonstrations: Real frames; the actions in them are the actions that scripts are made of.
    ///   - library: The programs that scripts call: all but ACT, some auxiliary ones included.
    ///   - excluded: Scripts that are to be learned later, and so must not be among them.
    ///   - generator: Draws the scripts.
    package func makeScripts(
        _ spec: ObservationSpec, like demonstrations: [FrameTrace], _ library: ProgramLibrary,
        excluding excluded: Set<AuxiliaryScript>, using generator: inout SeededGenerator
    ) -> [AuxiliaryScript] {
        let choices = AuxiliaryScript.Choices(
            spec, like: demonstrations, library, including: Array(programNames.prefix(calledCount)))
        var used = excluded
        return (0..<programCount).map { _ in
            var script = AuxiliaryScript(drawnFrom: choices, using: &generator)
            while !used.insert(script).inserted { script = AuxiliaryScript(drawnFrom: choices, using: &generator) }
            return script
        }
    }

    /// Frames of the programs' scripts over random observations.
    package func makeFrames(
        of scripts: [AuxiliaryScript], _ spec: ObservationSpec, _ library: ProgramLibrary,
        using generator: inout SeededGenerator
    ) -> [FrameTrace] {
        zip(programNames.compactMap(library.program(named:)), scripts).flatMap { program, script in
            (0..<framesPerProgram).map { _ in
                script.frame(of: program, spec, longestLoop: longestLoop, using: &generator)
            }
        }
    }
}

extension Network {
    /// The network without its auxiliary programs.
    public var withoutAuxiliary: Network { removingPrograms(library.names.filter(AuxiliaryPrograms.isAuxiliary)) }

    /// Writes the embeddings of the programs of `auxiliary` as codes, and lets programs call only the first of them.
    package mutating func prepare(_ auxiliary: AuxiliaryPrograms, scripts: [AuxiliaryScript], seed: UInt64) {
        for (name, script) in zip(auxiliary.programNames, scripts) {
            let range = memoryRows(of: name).embedding
            let target = parameters.mutablePointer
            for index in range { target[index] = 0 }
            for part in script.parts {
                var generator = SeededGenerator(seed: seed ^ part)
                for index in range { target[index] += (2 * generator.unit() - 1) * Self.programLimit }
            }
        }
        let callable = library.count - auxiliary.programCount + min(auxiliary.calledCount, auxiliary.programCount)
        callableCounts = callableCounts.map { min($0, callable) }
    }
}
