/// The programs of sorting and of finding the largest value, under their names in program memory.
enum SortingProgram: String, CaseIterable, Sendable {
    case max = "MAX"
    case rjmp = "RJMP"
    case bubblesort = "BUBBLESORT"
    case bubble = "BUBBLE"
    case reset = "RESET"
    case bstep = "BSTEP"
    case compswap = "COMPSWAP"
    case lshift = "LSHIFT"
    case rshift = "RSHIFT"

    /// Those that sorting needs, the top one first.
    static let ofSort: [SortingProgram] = [.bubblesort, .bubble, .reset, .bstep, .compswap, .lshift, .rshift]
    /// Those that finding the largest value needs, the top one first.
    static let ofMax: [SortingProgram] = [.max, .rjmp] + ofSort

    /// What it does, in a few plain words.
    var purpose: String {
        switch self {
        case .max: "finds the largest value: sorts, then goes to the right end"
        case .rjmp: "goes to the right end, a place at a time"
        case .bubblesort: "sorts: as many passes as there are values, counted by pointer 3"
        case .bubble: "one pass: carries the largest value to the right end of what is not sorted"
        case .reset: "takes pointers 1 and 2 back to the left end"
        case .bstep: "one step of a pass: puts a pair in order and moves on to the next"
        case .compswap: "swaps the values at pointers 1 and 2 if the left one is larger"
        case .lshift: "moves pointers 1 and 2 one place to the left"
        case .rshift: "moves pointers 1 and 2 one place to the right"
        }
    }
}
