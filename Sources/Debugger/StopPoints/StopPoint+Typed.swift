extension StopPoint {
    /// What is typed to set it again, such as "CARRY if depth > 2 off" or "carry stop".
    package var typed: String {
        if spec != nil { return isEnabled ? text : "\(text) off" }
        return stopsRun ? "\(text) stop" : text
    }
}
