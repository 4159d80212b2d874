import Debugger
import NPIKit
import Scratchpads
import TerminalKit

/// What is to be seen, for the help: the signs and rows on the screen, and the programs of the run.
struct ScreenGuide {
    let session: Session
    let view: ViewState
    let glyphs: Glyphs

    /// What the pane in sight shows, where it is not the run itself; this stands before the keys.
    var pane: KeyHelp? {
        switch view.inside.mode {
        case .run: nil
        case .inside: inside
        case .memory: memory
        case .why: why
        case .states: states
        case .trajectory: trajectory
        case .numbers: numbers
        }
    }

    /// What the run's signs and programs mean; this stands after the keys.
    var run: [KeyHelp] { [signs] + programs }

    private var inside: KeyHelp {
        let top = NetworkConfiguration.layerCount
        return KeyHelp(
            "What the rows show",
            [
                KeyHint(
                    "hidden \(top)",
                    "hidden state of the upper LSTM layer, half a character for each unit: what is called next is read from it"
                ),
                KeyHint("cell \(top)", "what that layer keeps from step to step; \u{b1} is the largest value"),
                KeyHint("hidden 1", "with cell 1 the same of the lower layer, which the upper one reads"),
                KeyHint("change", "how far each unit moved at this step; the number is the largest move"),
                KeyHint(
                    "embedding", "the running program's row of program memory: tells the network which program it is in"
                ),
                KeyHint("its key", "the key of that row: the running program is called by what is like it"),
                KeyHint("query", "made from the hidden state: the program whose key is most like it is called"),
                KeyHint("calls", "return: how likely the program returns; then the likeliest calls if it does not"),
                KeyHint(
                    "argument",
                    "how likely each value 0-9 of the call's three arguments is; what they stand for is said above"),
            ])
    }

    private var memory: KeyHelp {
        KeyHelp(
            "What the program memory shows",
            [
                KeyHint(
                    "score", "each key's product with the query: the highest is called, its probability follows from it"
                ),
                KeyHint(
                    "a b c",
                    "each program's key against each other's, from opposite (-1) to the same (1) as the scale says"),
                KeyHint(String(glyphs.current), "the program that runs in the selected frame"),
                KeyHint(
                    String(glyphs.timelineMark),
                    "the program that it calls next: its key is most like the query"),
                KeyHint(
                    "map",
                    "on a wide screen: the first two principal components of the keys; keys that stand close here may still differ"
                ),
            ])
    }

    private var why: KeyHelp {
        KeyHelp(
            "What the table shows",
            [
                KeyHint("seen", "what the network sees; only that is replaced, the frame's state stays the real one"),
                KeyHint(
                    "as a whole",
                    "how likely the program and its arguments are together; the prediction tells each apart"),
                KeyHint(
                    "least p",
                    "the least probability that is left to what it does, whatever stands there: 1 means it does not matter"
                ),
                KeyHint(String(glyphs.timelinePosition), "what is really seen"),
                KeyHint(String(glyphs.empty), "with this in its place the network would do the same"),
                KeyHint("A B C", "it would do something else: what, is said below"),
                KeyHint(
                    "image",
                    "of cars: the redder, the more a grey patch there takes from the probability of what is done"),
            ])
    }

    private var states: KeyHelp {
        KeyHelp(
            "What the map shows",
            [
                KeyHint("column", "a step: the hidden state in which the network left the frame that decided it"),
                KeyHint("row", "some units of the upper layer, the one furthest from the middle of the scale"),
                KeyHint("a b c", "above: the program of that frame; a frame goes on where its letter comes again"),
                KeyHint(String(glyphs.pointerUp), "the step at the position, whose letter stands out"),
                KeyHint("gates", "0 closed, 1 open: i what enters the cell, f what stays of it, o what is shown of it"),
            ])
    }

    private var trajectory: KeyHelp {
        KeyHelp(
            "What the map shows",
            [
                KeyHint(
                    "a b c",
                    "the hidden state of a step, by the program of its frame; of long runs a sample of the steps"),
                KeyHint(String(glyphs.timelineMark), "the step at the position; 1 to 9 are the steps before it"),
                KeyHint("plane", "the first two principal components of the sample; it stays the same over the run"),
            ])
    }

    private var numbers: KeyHelp {
        KeyHelp(
            "What the numbers are",
            [
                KeyHint(
                    "called", "how often the program was called in what is known of the run; so far: up to the position"
                ),
                KeyHint("calls", "how many calls, and actions, its frames have made"),
                KeyHint("mistakes", "how many decisions of its frames the expert would have made otherwise"),
                KeyHint("confidence", "the least probability of what was decided; bars go by the root of the number"),
                KeyHint("expert", "how many events the expert needs for the same problem"),
            ])
    }

    private var signs: KeyHelp {
        var entries = [
            KeyHint(String(glyphs.current), "where the run is; before a pane's title: that pane has the keys"),
            KeyHint("In words", "what an expert, the algorithm that the network learned from, says of the steps"),
            KeyHint(String(glyphs.right), "the expert would do the same"),
            KeyHint(
                "return 0.9", "how likely the program returns; below, how likely it calls each program if it does not"),
        ]
        let drawing = session.world.drawing
        entries += drawing.signs.map { KeyHint($0.sign, $0.meaning) }
        if case .camera = drawing.content {
            entries.append(
                KeyHint(String(glyphs.timelinePosition), "in the dial and the gauge: where the car is seen from"))
            entries.append(KeyHint(String(glyphs.timelineSwap), "there: the target"))
        }
        entries += TimelinePane.signs(glyphs).map { KeyHint(String($0.glyph), $0.meaning) }
        return KeyHelp("Signs", entries)
    }

    /// Those of the run's task first, then what the network knows beside them.
    private var programs: [KeyHelp] {
        let task = session.problem.task
        let others = session.library.names.filter { !task.programNames.contains($0) }
        let groups = [
            KeyHelp("The programs of this run", task.programNames.compactMap { hint($0, in: [task]) }),
            KeyHelp("Other programs in its memory", others.compactMap { hint($0, in: TaskCatalog.all) }),
        ]
        return groups.filter { !$0.entries.isEmpty }
    }

    private func hint(_ program: String, in tasks: [TaskDefinition]) -> KeyHint? {
        tasks.lazy.compactMap { $0.purpose(of: program) }.first.map { KeyHint(program, $0) }
    }
}
