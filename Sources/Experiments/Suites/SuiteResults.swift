import Foundation
import NPIKit
import Scratchpads
import Support

/// What a suite has measured so far. In a file: a line of JSON that says which suite, then one for each point.
///
///     {"model":null,"npi_evaluate":1,"seed":1,"size":"full","suite":"fig5"}
///     {"count":50,"examples":1,"length":20,"right":0,"series":"NPI","subject":"npi-1",...}
///
/// The file is written beside and renamed with every point, so it is whole whenever the program is stopped.
package struct SuiteResults: Hashable, Sendable {
    /// Which suite it is of.
    package struct Header: Hashable, Sendable, Codable {
        /// The version of the format: 1.
        package var version = 1
        /// The suite.
        package var suite: SuiteName
        /// "full" or "quick".
        package var size: String
        /// The suite's seed.
        package var seed: UInt32
        /// The digest of the file of the given network, where the suite measures one.
        package var model: String?

        private enum CodingKeys: String, CodingKey {
            case version = "npi_evaluate"
            case suite, size, seed, model
        }

        /// The header of `suite`'s results.
        package init(_ suite: Suite, model: String?) {
            self.suite = suite.name
            size = suite.isQuick ? "quick" : "full"
            seed = suite.seed
            self.model = suite.measuresModel ? model : nil
        }

        var words: String {
            "\(suite.rawValue)\(size == "quick" ? " --quick" : "") with seed \(seed)"
                + (model.map { " of the model \($0.prefix(12))" } ?? "")
        }
    }

    /// Which suite.
    package let header: Header
    /// The points, in the order in which they were measured.
    package internal(set) var points: [SuitePoint] = []

    /// Nothing measured yet.
    package init(_ header: Header) {
        self.header = header
    }

    /// The point of `test` for `subject`, if it has been measured.
    package func point(of test: SuiteTest, for experiment: Experiment) -> SuitePoint? {
        points.first { $0.answers(test, of: experiment) }
    }

    /// The lines of the file.
    package var lines: [String] {
        [JSONText.encode(header)] + points.map(JSONText.encode)
    }
}

extension SuiteResults {
    /// Larger files are refused: no suite comes near it.
    private static let largestSize = 1 << 26

    /// Reads what the file at `path` holds of `suite`; nothing measured where there is no file.
    ///
    /// - Throws: ``SuiteResultsError``, which names the line that is wrong.
    package init(reading path: String, of suite: Suite, model: String?) throws(SuiteResultsError) {
        self.init(Header(suite, model: model))
        let data: Data
        do throws(FileReadingError) {
            data = try FileContents.read(path, limit: Self.largestSize)
        } catch {
            if error == .system(SystemError(code: ENOENT)) { return }
            throw SuiteResultsError(path: path, problem: .unreadable(error.description))
        }
        var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        let torn = lines.popLast() ?? Data()
        for (index, line) in lines.enumerated() {
            do throws(SuiteResultsError.Problem) {
                index == 0 ? try check(line) : try add(line, of: suite, number: index + 1)
            } catch {
                throw SuiteResultsError(path: path, problem: error)
            }
        }
        // Whatever broke off within the last line costs its point alone, which is measured anew.
        if !torn.isEmpty, !lines.isEmpty { try? add(torn, of: suite, number: lines.count + 1) }
        guard !lines.isEmpty else { throw SuiteResultsError(path: path, problem: .noHeader) }
    }

    private func check(_ line: Data) throws(SuiteResultsError.Problem) {
        guard let found = try? JSONDecoder().decode(Header.self, from: line), found.version == 1 else {
            throw .noHeader
        }
        guard found == header else { throw .otherSuite(found.words, wanted: header.words) }
    }

    private mutating func add(_ line: Data, of suite: Suite, number: Int) throws(SuiteResultsError.Problem) {
        let point: SuitePoint
        do {
            point = try JSONDecoder().decode(SuitePoint.self, from: line)
        } catch {
            throw .line(number, Self.words(for: error))
        }
        let experiment = suite.experiments.first { $0.id == point.subject }
        guard let experiment, let test = experiment.tests.first(where: { point.answers($0, of: experiment) }) else {
            throw .line(number, "\(suite.name.rawValue) has no such point")
        }
        guard point.count == test.count, (0...point.count).contains(point.right) else {
            throw .line(
                number, "\(point.right) of \(point.count) right cannot be; the point has \(test.count) problems")
        }
        guard self.point(of: test, for: experiment) == nil else { throw .line(number, "the point stands there twice") }
        points.append(point)
    }

    private static func words(for error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has a wrong value"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has a wrong value"
        default: "it is no JSON object"
        }
    }

    /// Writes the file, or leaves what was there as it was.
    func write(to path: String) throws(SuiteResultsError) {
        do {
            try FileWriting.replace(path, with: Data(lines.map { $0 + "\n" }.joined().utf8))
        } catch {
            throw SuiteResultsError(path: path, problem: .unwritable(error.reason))
        }
    }
}

/// A results file that cannot be used.
package struct SuiteResultsError: Error, Equatable, CustomStringConvertible {
    /// What is wrong with it.
    package enum Problem: Error, Equatable {
        /// It cannot be read.
        case unreadable(String)
        /// It cannot be written.
        case unwritable(String)
        /// Its first line does not say which suite it is of.
        case noHeader
        /// It is of another suite, another seed or another network.
        case otherSuite(String, wanted: String)
        /// The line of this number, from 1, is damaged.
        case line(Int, String)
    }

    /// The file.
    package var path: String
    /// What is wrong.
    package var problem: Problem

    /// One line for the user.
    package var description: String {
        switch problem {
        case .unreadable(let reason): "cannot read the results \(path): \(reason)"
        case .unwritable(let reason):
            "cannot write the results \(path): \(reason); what was there before is unchanged"
        case .noHeader:
            "cannot use \(path) as results: line 1 should say which suite they are of, as npi evaluate writes it; "
                + "name another file by --state"
        case .otherSuite(let found, let wanted):
            "\(path) holds results of \(found), not of \(wanted); name another file by --state"
        case .line(let number, let what):
            "cannot use \(path) as results: line \(number): \(what); remove that line to measure its point anew"
        }
    }
}
