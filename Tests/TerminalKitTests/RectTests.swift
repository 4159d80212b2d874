import TerminalKit
import Testing

@Suite struct RectTests {
    @Test func sharesDivideWhatFixedPartsLeave() {
        let parts = Rect(2, 1, 81, 10).columns([.share(2), .cells(30), .share(1)])
        #expect(parts == [Rect(2, 1, 34, 10), Rect(36, 1, 30, 10), Rect(66, 1, 17, 10)])
        #expect(Rect(0, 0, 5, 24).rows([.cells(3), .share(1), .cells(1)]).map(\.height) == [3, 20, 1])
    }

    @Test func whenThereIsTooLittleRoomTheFirstPartsGetIt() {
        #expect(Rect(0, 0, 5, 4).rows([.cells(3), .cells(3), .share(1)]).map(\.height) == [3, 1, 0])
        #expect(Rect(0, 0, 5, 0).rows([.share(1), .share(1)]).map(\.height) == [0, 0])
        #expect(Rect(0, 0, 5, 4).rows([.share(0), .cells(-2)]).map(\.height) == [0, 0])
        #expect(Rect(0, 0, 5, 4).rows([]).isEmpty)
    }

    @Test func splittingNeverLeavesTheRectangle() {
        let rect = Rect(3, 4, 10, 6)
        #expect(rect.split(top: 2).rest == Rect(3, 6, 10, 4))
        #expect(rect.split(bottom: 100).bottom == rect)
        #expect(rect.split(left: -1).left.isEmpty)
        #expect(rect.split(right: 4).right == Rect(9, 4, 4, 6))
        #expect(rect.inset(horizontal: 1, vertical: 2) == Rect(4, 6, 8, 2))
        #expect(rect.inset(horizontal: 6).isEmpty)
        #expect(rect.inset(horizontal: .max, vertical: .max).isEmpty)
        #expect(rect.row(5) == Rect(3, 9, 10, 1))
        #expect(rect.row(6).isEmpty)
        #expect(rect.centered(Size(4, 100)) == Rect(6, 4, 4, 6))
    }

    @Test func rectanglesApartShareNothing() {
        #expect(Rect(0, 0, 3, 3).intersection(Rect(5, 5, 3, 3)).isEmpty)
        #expect(Rect(0, 0, 3, 3).intersection(Rect(2, 1, 3, 3)) == Rect(2, 1, 1, 2))
        #expect(Rect(0, 0, 3, 3).intersection(Rect(.min, .min, .max, .max)).isEmpty)
    }
}
