/// One step of a run.
///
/// The first event of a run is the call of its top program; every evaluation of the network gives exactly one more.
/// Position *n* of a run means that *n* events have been applied.
public enum Event: Hashable, Sendable {
    /// A frame was opened.
    case call(ProgramID, Arguments)
    /// The environment performed an action, with this effect.
    case act(Arguments, Effect)
    /// The frame of this program returned.
    case `return`(ProgramID)
}
