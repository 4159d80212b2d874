import NPIKit
import Scratchpads

extension AnyScratchpad {
    /// What makes the action stand out, or nil. One that changed nothing does not.
    func highlight(of arguments: Arguments, _ effect: Effect) -> Highlight? {
        guard !effect.isNone else { return nil }
        switch self {
        case .addition:
            switch AdditionAction(arguments) {
            case .write(.output, _): return .output
            case .write(.carry, _): return .carry
            default: return nil
            }
        case .sorting:
            return SortingAction(arguments) == .swap ? .swap : nil
        case .car: return nil
        }
    }
}
