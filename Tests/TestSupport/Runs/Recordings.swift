package import Debugger

extension Trial {
    /// The whole run as a recording.
    package func recorded(model: ModelIdentity? = .example) throws -> [UInt8] {
        var session = try session()
        session.extend(events: .max)
        return session.recorded(model: model)
    }
}

extension Session {
    /// What is known of the run as a recording, with its end line.
    package func recorded(model: ModelIdentity? = .example) -> [UInt8] {
        var recorder = Recorder(self, model: model, seed: 7)
        var bytes: [UInt8] = []
        while let lines = recorder.newLines(of: self) { bytes += lines }
        return bytes + recorder.endLine(of: self)
    }
}

extension ModelIdentity {
    package static let example = ModelIdentity(name: "a \"small\" model", sha256: "0123abcd")
}

/// The lines of `bytes` as text.
package func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
