import Debugger
import Support
import Yams

/// A piece of a tour's file: a text, a list or a table of named pieces. The one door to the YAML reader.
///
/// Only what is asked for is looked at, so that a file that refers to itself a million times costs nothing.
struct TourNode {
    private let node: Node
    private let file: String

    /// Larger files are no tours.
    static let largestSize = 1 << 18
    /// What is said of a larger one.
    static let sizeProblem = "a tour has at most \(largestSize / 1_024) KB"

    /// Reads `text`, which stands in `file`.
    ///
    /// - Throws: ``TourError`` where it is no YAML.
    init(reading text: String, file: String) throws(TourError) {
        guard text.utf8.count <= Self.largestSize else {
            throw TourError(file: file, Self.sizeProblem)
        }
        self.file = file
        let found: Node?
        do {
            found = try compose(yaml: text)
        } catch {
            throw Self.error(error, file)
        }
        guard let found else {
            throw TourError(file: file, "the file is empty; a tour has a title, a task, an input and stops")
        }
        node = found
    }

    private init(_ node: Node, file: String) {
        self.node = node
        self.file = file
    }

    /// Where it begins.
    var place: TextPlace {
        node.mark.map { TextPlace(line: $0.line, column: $0.column) } ?? TextPlace(line: 1, column: 1)
    }

    /// Where its text begins: after a quotation mark, if there is one.
    var textPlace: TextPlace {
        guard case .scalar(let scalar) = node else { return place }
        return scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? place.moved(1) : place
    }

    /// An error here.
    func error(_ what: String) -> TourError {
        TourError(file: file, line: place.line, column: place.column, what)
    }

    /// The text; `what` names it in errors.
    func text(_ what: String) throws(TourError) -> String {
        guard case .scalar(let scalar) = node else { throw error("\(what) is a text, not a list or a table") }
        let text = scalar.string
        guard text.hasPrintableLines else {
            throw error("\(what) holds a character that cannot be shown")
        }
        guard text.contains(where: { !$0.isWhitespace }) else { throw error("\(what) is empty") }
        return text
    }

    /// The pieces of a list, or nil if it is none.
    var items: [TourNode]? {
        guard case .sequence(let sequence) = node else { return nil }
        return sequence.map { TourNode($0, file: file) }
    }

    /// The named pieces of a table with no other names than `names`; `what` names the table in errors.
    func table(_ what: String, names: [String]) throws(TourError) -> [String: TourNode] {
        guard case .mapping(let mapping) = node else {
            throw error("\(what) is a table of names and values, such as \(names[0]): ...")
        }
        var table: [String: TourNode] = [:]
        for (key, value) in mapping {
            let keyNode = TourNode(key, file: file)
            let name = try keyNode.text("a name")
            guard names.contains(name) else {
                throw keyNode.error("\(what) has no \(name.prefix(40))\(String(name.prefix(40)).meaning(oneOf: names))")
            }
            table[name] = TourNode(value, file: file)
        }
        return table
    }

    /// What would be right, for the mistakes that are made most.
    private static func remedy(_ text: String) -> String {
        if text.hasPrefix("mapping values") {
            return
                "; a text with a colon in it needs quotes, and this line or the one before may be indented too far or too little"
        }
        if text.hasPrefix("could not find expected ':'") {
            return "; a name is followed by a colon, and a text of several lines is indented farther than its name"
        }
        if text.hasPrefix("did not find expected key") {
            return "; this line is indented otherwise than the ones before it"
        }
        return ""
    }

    private static func error(_ error: any Error, _ file: String) -> TourError {
        func problem(_ text: String, _ mark: Mark) -> TourError {
            TourError(file: file, line: mark.line, column: mark.column, "this is no YAML: \(text)\(remedy(text))")
        }
        switch error as? YamlError {
        case .scanner(_, let text, let mark, _)?, .parser(_, let text, let mark, _)?,
            .composer(_, let text, let mark, _)?:
            return problem(text, mark)
        case .duplicatedKeysInMapping(let names, let context)?:
            return problem(
                "\(names.joined(separator: ", ").prefix(60)) stands twice in one table; a new stop begins with \"- \"",
                context.mark)
        case .reader(let text, _, _, _)?: return TourError(file: file, "this is no YAML: \(text)")
        default: return TourError(file: file, "this is no YAML")
        }
    }
}
