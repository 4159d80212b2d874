extension BranchTree {
    /// The branches of a recording, `present` being the replay of the run that was looked at last; none where nothing was
    /// changed.
    ///
    /// - Throws: ``RecordingError`` if one of them cannot be replayed.
    package init(replaying recording: Recording, present: Session) throws(RecordingError) {
        self.init()
        guard !recording.others.isEmpty else { return }
        var branches: [Branch] = []
        for run in recording.branches {
            let session =
                run.id == recording.run.id ? present : try Session(replaying: recording.only(run))
            branches.append(
                Branch(
                    id: run.id, name: run.name, command: nil, parent: run.parent, start: run.start, session: session))
        }
        self.init(branches, current: recording.run.id)
    }
}
