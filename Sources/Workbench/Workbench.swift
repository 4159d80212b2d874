import ArgumentParser
import Foundation

/// Runs the command line: one line on standard error for whatever goes wrong, and the exit status of the design.
public enum Workbench {
    /// Reads the command line, does what it says, and ends the process if that fails.
    public static func main() {
        do {
            var command = try Npi.parseAsRoot()
            try command.run()
        } catch {
            exit(report(error))
        }
    }

    /// Says what went wrong and returns the exit status: 0 done, 1 a failure while running, 64 wrong usage.
    private static func report(_ error: any Error) -> Int32 {
        let code = error is UsageError ? ExitCode.validationFailure : Npi.exitCode(for: error)
        if code == .success {
            // Help and the version, which the parser throws too.
            print(Npi.fullMessage(for: error))
            return 0
        }
        // The parser lists more than five choices in a line each.
        let message = Npi.message(for: error).replacingOccurrences(of: ":\n  - ", with: ": ")
            .replacingOccurrences(of: "\n  - ", with: ", ")
        if !message.isEmpty {
            FileHandle.standardError.write(Data("npi: \(message)\n".utf8))
        }
        return code.rawValue
    }
}
