import Debugger
import Support
import TUI
import TerminalKit
import Yams

/// Turns the text of a configuration into values.
package enum ConfigurationReader {
    /// Reads a configuration.
    ///
    /// - Throws: ``ConfigurationError``.
    package static func read(_ text: String) throws -> Configuration {
        var configuration = Configuration()
        guard let root = try compose(text) else { return configuration }
        guard case .mapping(let settings) = root else {
            throw wrong(root, "here should be settings, one a line, such as theme: light")
        }
        for (name, value) in settings {
            switch name.string ?? "" {
            case "theme": configuration.theme = try theme(value)
            case "speed": configuration.speed = try speed(value)
            case "ascii": configuration.ascii = try flag(value, "ascii")
            case "color": configuration.color = try flag(value, "color")
            case "mouse": configuration.mouse = try flag(value, "mouse")
            case "keys": configuration.keys = try keys(value)
            case let other:
                throw wrong(name, "there is no setting \(shown(other))\(other.meaning(oneOf: Configuration.names))")
            }
        }
        return configuration
    }

    private static func compose(_ text: String) throws -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw ConfigurationError(error)
        }
    }

    private static func theme(_ node: Node) throws -> String {
        let names = Theme.all.map(\.name)
        guard let name = node.string, names.contains(name) else {
            let list = names.joined(separator: ", ")
            throw wrong(node, "there is no theme \(shown(node.string)); there are \(list)")
        }
        return name
    }

    private static func speed(_ node: Node) throws -> Double {
        guard let speed = node.float ?? node.int.map(Double.init), speed > 0, speed.isFinite else {
            throw wrong(node, "speed should be steps a second, above 0, not \(shown(node.string))")
        }
        return speed
    }

    private static func flag(_ node: Node, _ name: String) throws -> Bool {
        switch node.string?.lowercased() {
        case "true"?, "yes"?, "on"?: return true
        case "false"?, "no"?, "off"?: return false
        default: throw wrong(node, "\(name) should be true or false, not \(shown(node.string))")
        }
    }

    private static func keys(_ node: Node) throws -> KeyAssignment {
        guard case .mapping(let entries) = node else {
            throw wrong(node, "keys should hold commands with their keys, such as step: j")
        }
        var assignment = CommandTable.keys
        var owners: [Key: String] = [:]
        for (name, value) in entries {
            let text = name.string ?? ""
            guard let command = CommandTable.command(named: text) else {
                let near = text.meaning(oneOf: CommandTable.withKeys.map(\.id.name))
                throw wrong(name, "there is no command \(shown(text))\(near)")
            }
            let nodes = value.sequence.map(Array.init) ?? [value]
            let keys = try nodes.map(key)
            for (key, node) in zip(keys, nodes) {
                if let owner = owners[key] {
                    throw wrong(node, "\(key.name) is given to \(owner) already; a key can do one thing")
                }
                owners[key] = text
            }
            assignment.assign(keys, to: command.id)
        }
        return assignment
    }

    private static func key(_ node: Node) throws -> Key {
        guard let key = node.string.flatMap(Key.init(named:)) else {
            throw wrong(
                node, "there is no key \(shown(node.string)); keys are called j, space, Ctrl-L, Alt-x, F5, Up, PgDn")
        }
        return key
    }

    private static func wrong(_ node: Node, _ what: String) -> ConfigurationError {
        ConfigurationError(line: node.mark?.line ?? 1, what: what)
    }

    /// A word of the file as a message shows it.
    private static func shown(_ text: String?) -> String {
        guard let text, !text.isEmpty else { return "of that kind" }
        return "\"\(String(text.unicodeScalars.prefix(40)).printable)\""
    }
}

extension ConfigurationError {
    /// What the reader of YAML says, in one line.
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, what: "\(problem); a setting is a line such as theme: light")
        default:
            self.init(line: 1, what: "this is not YAML; a setting is a line such as theme: light")
        }
    }
}
