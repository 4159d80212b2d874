import Debugger

extension AppState {
    mutating func togglePlay() {
        if view.activity == .playing {
            view.activity = .idle
        } else if session.isAtEnd {
            say("this is the end; \(key: .start) goes to the start")
        } else {
            stopActivity()
            follow()
            view.activity = .playing
        }
    }

    mutating func changeSpeed(faster: Bool) {
        view.speed.change(faster: faster)
        say("\(view.speed.text)")
    }
}
