import Glibc
import Support

/// Standard error, the only way there. A message that cannot be written is lost, and nothing else.
enum StandardError {
    /// Writes a message, which is one line whatever its names and texts hold.
    static func say(_ line: String) {
        try? "\(line.printable)\n".utf8.write(to: STDERR_FILENO)
    }

    /// Writes a question, to be answered on the same line.
    static func ask(_ question: String) {
        try? question.printable.utf8.write(to: STDERR_FILENO)
    }

    /// Writes text with orders to the terminal that are our own.
    static func draw(_ picture: String) {
        try? picture.utf8.write(to: STDERR_FILENO)
    }

    /// Says what a person should know while the work goes on.
    static func warn(_ text: String) {
        say("npi: \(text)")
    }
}
