import Support

/// What was passed over in a file and what was not found, for a line that tells the user.
struct OBJRemarks: Sendable {
    /// How many of something, and what was wrong with the first.
    struct Tally: Sendable {
        var count = 0
        private(set) var line = 0
        private(set) var problem: OBJError.Problem?

        mutating func add(_ problem: OBJError.Problem, line: Int) {
            count += 1
            // The file may be read in another order than it is written in.
            guard self.problem == nil || line < self.line else { return }
            self.problem = problem
            self.line = line
        }

        fileprivate func text(_ one: String, _ many: String, _ what: String) -> String? {
            guard let problem else { return nil }
            let place = count == 1 ? "line \(line)" : "the first in line \(line)"
            return "\(count == 1 ? "1 \(one) is" : "\(count.grouped) \(many) are") \(what) (\(place): \(problem.text))"
        }
    }

    /// Faces that are not drawn.
    var faces = Tally()
    /// Points that cannot be used; faces only by their places.
    var points = Tally()
    /// Faces that are flat since their normals are not there.
    var flatFaces = Tally()
    /// Material libraries that were not found.
    var missingLibraries: [String] = []
    /// Materials in use whose colour was not found.
    var missingColors: [String] = []

    /// The first problem in the file of those for which something is not drawn.
    func firstProblem(file: String) -> OBJError? {
        let tallies = [points, faces].filter { $0.problem != nil }
        guard let first = tallies.min(by: { $0.line < $1.line }), let problem = first.problem else { return nil }
        return OBJError(problem, file: file, line: first.line)
    }

    /// One line about `file`; nil if there is nothing to say.
    func text(file: String) -> String? {
        var parts = [
            faces.text("face", "faces", "passed over"), points.text("point", "points", "passed over"),
            flatFaces.text("face", "faces", "drawn flat"),
        ].compactMap { $0 }
        if !missingLibraries.isEmpty { parts.append("not found: \(Self.list(missingLibraries))") }
        if !missingColors.isEmpty { parts.append("no colour was found for \(Self.list(missingColors))") }
        return parts.isEmpty ? nil : "\(file.inLine): \(parts.joined(separator: "; "))"
    }

    /// The first few of `names`, and how many more there are.
    private static func list(_ names: [String]) -> String {
        var shown: [String] = []
        for name in names where !shown.contains(name) { shown.append(name) }
        let rest = shown.count - 3
        return shown.prefix(3).map(\.quotedShort).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
