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
}
