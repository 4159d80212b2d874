import Assets
import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing
import Tours

@Suite("What the shipped tours name is on the screen")
struct ShippedTourScreenTests {
    static let directory = (try? Assets.path(of: Assets.tours)).map { TourDirectory($0) }
    static let names = directory?.names ?? []

    private func player(_ name: String) throws -> TourPlayer {
        let directory = try #require(Self.directory)
        let tour = try Tour(path: directory.path(of: name))
        let network = try tour.network()
        return TourPlayer(tour, try TourPlan(tour, on: Session(tour.problem, predictor: NetworkPredictor(network))))
    }

    @Test("panes in quotation marks, the dial and the gauge", arguments: names, [Size(80, 24), Size(140, 40)])
    func named(name: String, size: Size) throws {
        let player = try player(name)
        var state = AppState(player.place.session, sourceName: "test")
        state.begin(player)
        _ = state.update(.resize(size))
        var seen: Set<Int> = []
        for _ in 0..<200 where state.view.message == nil {
            let tour = try #require(state.view.tour)
            seen.insert(tour.number)
            let screen = state.session.text(size.width, size.height, state.view)
            for paragraph in tour.text {
                for quoted in paragraph.matches(of: /"([A-Z][a-z ]+)"/) {
                    #expect(screen.contains("\(quoted.1) ─"), "stop \(tour.number) names \(quoted.1)")
                }
                if paragraph.contains("dial") || paragraph.contains("gauge") {
                    #expect(screen.contains("◇"), "stop \(tour.number) names the dial and the gauge")
                }
            }
            state.press(.enter)
        }
        #expect(seen.count == player.tour.stops.count)
    }
}
