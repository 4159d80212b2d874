import ArgumentParser
import Foundation
import NPIKit
public import Scratchpads
import Support

/// The whole program: every command of `npi`, on its own tasks and on those of whoever calls it.
///
///     import Scratchpads
///     import Workbench
///
///     Workbench.main(tasks: [TaskDefinition(LampTask())])
public enum Workbench {
    /// Reads the command line and does what it says. Ends the process if that fails: one line on standard error, and the
    /// exit status 1 for a failure while running or 64 for wrong usage.
    ///
    /// - Parameter tasks: Tasks that every command knows beside the built-in ones.
    public static func main(tasks: [TaskDefinition] = []) {
        StandardDescriptors.openMissing()
        FastProducts.arrange()
        ProcessEnding.arm(about: "npi \(Version.current)")
        do {
            for task in tasks { try TaskCatalog.register(task) }
            let words = CommandWords.given
            try CommandLineLimit.check(words)
            try Npi.checkCommand(words)
            var command = try Npi.parseAsRoot(words)
            try command.run()
        } catch {
            exit(report(error))
        }
    }

    /// Says what went wrong and returns the exit status.
    private static func report(_ error: any Error) -> Int32 {
        if let failure = error as? OutputFailure, failure.isBrokenPipe { ProcessEnding.byBrokenPipe() }
        let code = error is UsageError ? ExitCode.validationFailure : Npi.exitCode(for: error)
        if code == .success {
            // Help and the version, which the parser throws too.
            do {
                var output = StandardOutput()
                output.write("\(Npi.fullMessage(for: error))\n")
                try output.flush()
                return 0
            } catch {
                return report(error)
            }
        }
        if let mistakes = error as? TaskMistakes {
            for line in mistakes.description.split(separator: "\n") { StandardError.say(String(line)) }
            return ExitCode.failure.rawValue
        }
        // The parser lists more than five choices in a line each.
        let message = Npi.message(for: error).replacingOccurrences(of: ":\n  - ", with: ": ")
            .replacingOccurrences(of: "\n  - ", with: ", ")
        if !message.isEmpty { StandardError.say("npi: \(message)") }
        return code.rawValue
    }
}
