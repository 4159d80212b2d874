import Support

/// Why a file could not be read as a car.
package struct OBJError: Error, Hashable, CustomStringConvertible {
    /// What is wrong.
    package enum Problem: Error, Hashable, Sendable {
        /// The file cannot be opened or read.
        case unreadable(String)
        /// There is nothing in it.
        case empty
        /// It holds bytes that no text has.
        case binary
        /// It is larger than is taken.
        case tooLarge(bytes: Int, limit: Int)
        /// There is no face in it.
        case noFaces
        /// All its faces lie in one point.
        case noExtent
        /// A word that should be a number.
        case notANumber(String)
        /// A number that is infinite, NaN or beyond what can be computed with.
        case notFinite(String)
        /// A point or normal with fewer than three numbers.
        case tooFewNumbers(of: String, found: Int)
        /// A face with fewer than three corners.
        case tooFewCorners(Int)
        /// A corner that is written as no corner is.
        case badCorner(String)
        /// An index, and how many there are to choose from.
        case outOfRange(of: String, index: Int, count: Int)
        /// An index of something that is there and cannot be used.
        case unusable(of: String, index: Int)
        /// An index that means nothing.
        case noIndex(of: String)
        /// More of something than is taken.
        case tooMany(String, limit: Int)
    }

    /// The file, as it was named.
    package var file: String
    /// The line, from 1, where the problem is in a line.
    package var line: Int?
    /// What is wrong.
    package var problem: Problem

    /// Makes an error.
    init(_ problem: Problem, file: String, line: Int? = nil) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    /// One line for the user.
    package var description: String {
        let place = line.map { "\(file.inLine), line \($0)" } ?? file.inLine
        return "\(place): \(problem.text)"
    }
}

extension OBJError.Problem {
    var text: String {
        switch self {
        case .unreadable(let reason): "cannot be read: \(reason)"
        case .empty: "the file is empty; a car is a Wavefront OBJ file"
        case .binary: "this is no text; a car is a Wavefront OBJ file"
        case .tooLarge(let bytes, let limit):
            "the file has \(bytes) bytes; at most \(limit) are taken, so simplify the mesh"
        case .noFaces: "there is no face (a line such as \"f 1 2 3\"); this is no Wavefront OBJ mesh"
        case .noExtent: "all faces lie in one point; a car needs some extent"
        case .notANumber(let word): "\(word.quotedShort) is no number"
        case .notFinite(let word): "\(word.quotedShort) is no number that can be drawn; give a finite one"
        case .tooFewNumbers(let kind, let found): "a \(kind) has \(found) of the 3 numbers that it needs"
        case .tooFewCorners(let count): "a face has \(count) of the 3 corners that it needs"
        case .badCorner(let word): "\(word.quotedShort) is no corner; write 7, 7/1, 7//3 or 7/1/3"
        case .outOfRange(let kind, let index, let count):
            index == 0
                ? "\(kind) 0 does not exist; counting begins at 1, or at -1 from the end"
                : "\(kind) \(index) does not exist; there are \(count)"
        case .unusable(let kind, let index): "\(kind) \(index) cannot be used"
        case .noIndex(let kind): "its \(kind) does not exist"
        case .tooMany(let kind, let limit): "there are more than \(limit) \(kind), the limit; simplify the mesh"
        }
    }
}

extension String {
    /// The text without anything that could spoil the line it is shown on, shortened.
    var inLine: String { shortenedInMiddle(to: 60, ellipsis: "...").printable }
}
