import Debugger
import NPIKit
import Scratchpads

/// What the network says of the event after a position: what it decides, and how likely it is to do what.
struct PredictionView {
    let session: Session
    let position: Int

    /// The variables of the scope.
    var variables: [JSON] {
        guard let record = session.knownNext(at: position) else { return [variable("decision", "the run has ended")] }
        var variables = [variable("decision", session.name(of: record))]
        switch record.judgement {
        case .differs: variables.append(variable("expert", advice ?? "something else"))
        case .agrees: variables.append(variable("expert", "the same"))
        case .unknown: break
        }
        guard let prediction = record.prediction else { return variables }
        variables += [
            variable("confidence", prediction.confidence(of: record.kind).text),
            variable("return", prediction.end.text),
        ]
        for chance in prediction.programs where session.library.names.indices.contains(chance.program.rawValue) {
            variables.append(variable(session.library[chance.program], chance.probability.text))
        }
        for index in 0..<Arguments.count {
            let values = prediction.values(ofArgument: index).map { "\($0.value) (\($0.probability.text))" }
            if !values.isEmpty { variables.append(variable("argument \(index + 1)", values.joined(separator: ", "))) }
        }
        return variables
    }

    /// What the expert would do; nil elsewhere than at the session's position.
    private var advice: String? {
        guard position == session.position else { return nil }
        return session.advice.map { session.world.name(of: $0, in: session.library) }
    }

    private func variable(_ name: String, _ value: String) -> JSON {
        ["name": .string(name), "value": .string(value), "variablesReference": 0]
    }
}
