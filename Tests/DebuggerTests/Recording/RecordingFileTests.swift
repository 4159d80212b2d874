import Debugger
import Foundation
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Recording to a file")
struct RecordingFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("npi-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String) -> String { folder + "/" + name }

    private func contents(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map(Array.init) }

    @Test("while the run goes it can be read beside; at its end it is in its place")
    func whole() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let trial = try Trial.addition()
        var session = try trial.session()
        let path = path("run.npitrace")
        try Data("before".utf8).write(to: URL(fileURLWithPath: path))
        let file = try RecordingFile(path, of: session, model: .example, seed: 7, overwriting: true)
        session.extend(events: 10)
        try file.append(session)
        #expect(contents(path) == Array("before".utf8))
        #expect(try Recording(path: file.partialPath).log.count == 10)
        session.extend(events: .max)
        try file.finish(session)
        #expect(contents(path) == (try trial.recorded()))
        #expect(!FileManager.default.fileExists(atPath: file.partialPath))
        try file.finish(session)
    }

    @Test("a run that is changed after it halted leaves a recording of the run as it was")
    func changedAfterwards() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = path("changed.npitrace")
        let trial = try Trial.addition()
        var session = try trial.session()
        let file = try RecordingFile(path, of: session, model: .example)
        session.extend(events: .max)
        try file.append(session)
        let count = session.log.count
        session.perform(.go(to: count / 2))
        let change = try CellChange("inp1 7", in: session.world)
        try session.edit(change)
        session.extend(events: .max)
        try file.finish(session)
        let recording = try Recording(path: path)
        #expect(recording.log.count == count)
        #expect(try Session(replaying: recording).ending == .halted)
    }

    @Test("a run whose values were changed before is recorded with its changes")
    func changedBefore() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var session = try Trial.addition().session()
        session.extend(events: .max)
        session.perform(.go(to: 3))
        try session.edit(try CellChange("inp1 7", in: session.world))
        session.extend(events: .max)
        let path = path("new.npitrace")
        let file = try RecordingFile(path, of: session, model: .example)
        try file.finish(session)
        let replay = try Session(replaying: Recording(path: path))
        #expect(replay.changes(at: 3).map(\.text) == ["inp1 = 7"])
        #expect(replay.latestWorld == session.latestWorld)
    }

    @Test("a run that is given up leaves what was there, and what was written beside it")
    func abandoned() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var session = try Trial.addition().session()
        let path = path("run.npitrace")
        try Data("before".utf8).write(to: URL(fileURLWithPath: path))
        for events in [5, 9] {
            let file = try RecordingFile(path, of: session, model: nil, overwriting: true)
            session.extend(events: events - session.log.count)
            try file.append(session)
        }
        #expect(contents(path) == Array("before".utf8))
        #expect(try Recording(path: path + ".part").log.count == 5)
        #expect(try Recording(path: path + ".part2").log.count == 9)
    }

    @Test(
        "a file that is there already is not replaced unless that is asked for, also if it came while the run went on")
    func existing() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let session = try Trial.addition().session()
        let path = path("run.npitrace")
        let file = try RecordingFile(path, of: session, model: nil)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: RecordingError.self) { try file.finish(session) }
        #expect(contents(path) == Array("mine".utf8))
        #expect(FileManager.default.fileExists(atPath: file.partialPath))
        let error = #expect(throws: RecordingError.self) { try RecordingFile(path, of: session, model: nil) }
        #expect(
            error?.description
                == "\(path): it exists already; choose another name, or replace it with --overwrite")
        #expect(contents(path) == Array("mine".utf8))
    }

    @Test("a folder's recordings are listed, the latest first, with what they are of; nothing else is")
    func listing() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let whole = Data(try Trial.addition().recorded())
        for (age, name) in ["sum.npitrace", "cut.npitrace.part", "broken.npitrace", "notes.txt"].enumerated() {
            let data = name.hasPrefix("broken") ? Data("nonsense".utf8) : whole
            try data.write(to: URL(fileURLWithPath: self.path(name)))
            let date = Date(timeIntervalSince1970: 1_000_000 - Double(age))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: self.path(name))
        }
        mkfifo(path("pipe.npitrace"), 0o600)
        let found = RecordingListing.all(in: folder)
        #expect(found.map(\.name) == ["sum.npitrace", "cut.npitrace.part", "broken.npitrace"])
        #expect(found.map { $0.header?.task } == ["add", "add", nil])
        #expect(RecordingListing.all(in: folder + "/nowhere").isEmpty)
    }

    @Test("a path where nothing can be written is refused before the run, in one line")
    func unwritable() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let session = try Trial.addition().session()
        for (path, reason) in [
            (path("no/such/run"), "no such file or directory"), (folder, "it is a folder"),
        ] {
            let message =
                "\(path): cannot write a recording there: \(reason); give a path in a folder where you may write"
            do {
                _ = try RecordingFile(path, of: session, model: nil)
                Issue.record("\(path) was taken")
            } catch {
                #expect(error.description == message)
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test("a full disk is told when it is full")
    func fullDisk() throws {
        let session = try Trial.addition().session()
        do {
            _ = try RecordingFile("/dev/full", of: session, model: nil)
            Issue.record("the header was written to a full disk")
        } catch {
            #expect(error.cause == .unwritable("no space left on device"))
        }
        var finished = session
        finished.extend(events: .max)
        let file = try RecordingFile("/dev/null", of: session, model: nil)
        try file.finish(finished)
    }

    @Test("a link stays a link")
    func link() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var session = try Trial.addition().session()
        try Data().write(to: URL(fileURLWithPath: path("target")))
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("target"))
        let file = try RecordingFile(path("link"), of: session, model: nil, overwriting: true)
        session.extend(events: .max)
        try file.finish(session)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == path("target"))
        #expect(try Recording(path: path("target")).isComplete)
    }

    @Test("a recording that is not there is told with its path")
    func missing() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, message) in [
            ("none", "cannot read the recording: no such file or directory"),
            ("", "cannot read the recording: is a directory"),
        ] {
            do {
                _ = try Recording(path: path(name))
                Issue.record("it was read")
            } catch {
                #expect(error.description == "\(path(name)): \(message)")
            }
        }
    }
}
