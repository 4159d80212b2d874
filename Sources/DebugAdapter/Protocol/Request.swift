/// What a client asks.
struct Request {
    /// Its number, by which the response names it.
    var seq: Int
    /// What is asked.
    var command: String
    /// What goes with it.
    var arguments: JSON

    /// The argument `name`, which must be a text.
    func string(_ name: String) throws(Refusal) -> String {
        guard let text = arguments[name].string else { throw Refusal("\(command) takes \(name), a text") }
        return text
    }

    /// The argument `name`, which must be a whole number.
    func integer(_ name: String) throws(Refusal) -> Int {
        guard let number = arguments[name].integer else { throw Refusal("\(command) takes \(name), a whole number") }
        return number
    }

    /// The argument `name`, which must be a list, or may be missing.
    func list(_ name: String) throws(Refusal) -> [JSON] {
        let value = arguments[name]
        guard let list = value.isNull ? [] : value.array else { throw Refusal("\(command) takes \(name), a list") }
        return list
    }
}

/// Why a request is not carried out: one line for the user.
package struct Refusal: Error, Hashable, CustomStringConvertible {
    /// What is wrong, and what would be right.
    package var description: String

    /// A refusal with its reason.
    package init(_ description: String) {
        self.description = description
    }
}
