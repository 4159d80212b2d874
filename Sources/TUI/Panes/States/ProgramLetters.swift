import Debugger
import NPIKit
import Scratchpads
import TerminalKit

/// A letter and a colour for each program that a run has called, the same on all views of its states.
struct ProgramLetters {
    private let library: ProgramLibrary
    private let rows: [ProgramID]
    private let hasColors: Bool

    private static let letters = Array("abcdefghijklmnopqrstuvwxyz")
    /// Colours that are told apart on dark and on light ground.
    private static let colors: [Color] = [75, 208, 71, 169, 134, 37, 178, 167, 33, 107, 176, 66]

    init(_ session: Session, hasColors: Bool) {
        library = session.library
        // In the order of the task's file, then what else was called.
        let own = session.problem.task.programNames.compactMap(session.library.program(named:))
        let all = own + library.names.indices.map(ProgramID.init(rawValue:)).filter { !own.contains($0) }
        rows = all.filter { session.log.calls(of: $0).count > 0 }
        self.hasColors = hasColors
    }

    func letter(_ program: ProgramID) -> String {
        guard let index = rows.firstIndex(of: program), index < Self.letters.count else { return "+" }
        return String(Self.letters[index])
    }

    func style(_ program: ProgramID) -> Style {
        guard hasColors, let index = rows.firstIndex(of: program) else { return Style(.value) }
        return Style(foreground: Self.colors[index % Self.colors.count])
    }

    /// What the letters mean, as many to a line as there is room for.
    func legend(width: Int) -> [StyledText] {
        StyledText.flowed(
            rows.map { StyledText(letter($0), style($0)) + StyledText(" \(library[$0])", .program) }, width: width)
    }
}
