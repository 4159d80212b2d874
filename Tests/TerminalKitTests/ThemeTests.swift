import Foundation
import TerminalKit
import Testing

@Suite struct ThemeTests {
    /// The relative luminance of WCAG 2.1.
    private func luminance(_ color: RGB) -> Double {
        let parts = [color.red, color.green, color.blue].map { part in
            let value = Double(part) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ paint: Paint, in theme: Theme) -> Double {
        let lights = [paint.foreground?.rgb ?? theme.ink, paint.background?.rgb ?? theme.paper].map(luminance).sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    /// Lines and bars need less than letters do.
    private let shapes: Set<StyleName> = [.border, .focus, .bar, .barBest, .barEnd, .barRest, .past, .future]
    /// All that letters are written in.
    private let names = StyleName.allCases.filter { !StyleName.heat.contains($0) }

    @Test(arguments: Theme.all.map(\.name)) func lettersCanBeReadInEveryTheme(theme themeName: String) throws {
        let theme = try #require(Theme.named(themeName))
        let needed = theme.name == "high-contrast" ? 7.0 : 4.5
        for name in names where !shapes.contains(name) && name != .completion {
            let found = contrast(theme.paint(for: Style(name)), in: theme)
            #expect(found >= needed, "\(name) in \(theme.name): \(found)")
        }
        for name in shapes.subtracting([.barRest]).union([.completion]) {
            let found = contrast(theme.paint(for: Style(name)), in: theme)
            #expect(found >= 2.5, "\(name) in \(theme.name): \(found)")
        }
    }

    @Test(arguments: Theme.all.map(\.name)) func lettersCanBeReadWhereTheyAreSelected(theme themeName: String) throws {
        let theme = try #require(Theme.named(themeName))
        for name in names where !shapes.contains(name) && name != .match && name != .completion {
            let found = contrast(theme.paint(for: Style(name, on: .selected)), in: theme)
            #expect(found >= (theme.name == "high-contrast" ? 7 : 3), "\(name) in \(theme.name): \(found)")
        }
    }

    @Test(arguments: Theme.all.map(\.name), [ColorDepth.eight, .sixteen])
    func fewerColoursNeverHideText(theme themeName: String, depth: ColorDepth) throws {
        let theme = try #require(Theme.named(themeName))
        for name in names {
            let paint = theme.paint(for: Style(name), depth: depth)
            if let foreground = paint.foreground {
                #expect(foreground != paint.background, "\(name) in \(theme.name)")
                #expect(foreground.rawValue < (depth == .eight ? 8 : 16))
            }
        }
    }

    @Test func withoutColoursAttributesTellWhatMatters() {
        func look(_ name: StyleName) -> Attributes { Theme.dark.paint(for: Style(name), depth: .monochrome).attributes }
        let telling: [StyleName] = [.text, .dim, .title, .selected, .mistake, .warning, .changed]
        #expect(Set(telling.map(look)).count == telling.count)
        for name in StyleName.allCases {
            let paint = Theme.dark.paint(for: Style(name, foreground: 33, background: 99), depth: .monochrome)
            #expect(paint.foreground == nil && paint.background == nil)
        }
    }

    @Test func namesWithoutARuleLookLikeTheirParents() {
        let theme = Theme(
            name: "small", ink: RGB(0), paper: RGB(0xFFFFFF), rules: [.warning: .init(94, .bold), .carry: .init(90)])
        #expect(theme.paint(for: Style(.swap)) == Paint(foreground: 94, attributes: .bold))
        #expect(theme.paint(for: Style(.carry)) == Paint(foreground: 90, attributes: .bold))
        #expect(theme.paint(for: .key) == Paint())
    }

    @Test func aStylesOwnColoursAndGroundComeFirst() {
        let theme = Theme.dark
        let selected = theme.paint(for: .selected)
        #expect(theme.paint(for: Style(.program, on: .selected)).background == selected.background)
        #expect(theme.paint(for: Style(.program, on: .selected)).foreground == theme.paint(for: .program).foreground)
        #expect(theme.paint(for: Style(.text, on: .selected)) == selected)
        #expect(theme.paint(for: Style(foreground: 33, background: 17)).background == 17)
    }

    @Test(arguments: Theme.all.map(\.name)) func strongerNumbersStandOutMore(theme themeName: String) throws {
        let theme = try #require(Theme.named(themeName))
        let steps = StyleName.heat.map { luminance(theme.paint(for: Style($0)).foreground?.rgb ?? theme.ink) }
        let distances = steps.map { abs($0 - luminance(theme.paper)) }
        let middle = StyleName.heat.count / 2
        #expect(distances[...middle].elementsEqual(distances[...middle].sorted(by: >)), "\(theme.name): \(steps)")
        #expect(distances[middle...].elementsEqual(distances[middle...].sorted()), "\(theme.name): \(steps)")
        #expect(StyleName.heat(-3) == .cold4 && StyleName.heat(0) == .neutral && StyleName.heat(.infinity) == .warm4)
        #expect(StyleName.heat(.nan) == .neutral)
        let both = theme.paint(for: Style(.warm3, on: .cold2))
        #expect(both.background == theme.paint(for: Style(.cold2)).foreground)
    }

    @Test func themesAreFoundByName() {
        #expect(Theme.all.map(\.name) == ["dark", "light", "high-contrast"])
        #expect(Theme.named("light") == .light)
        #expect(Theme.named("beige") == nil)
    }

    @Test func noColorCountsOnlyWhenItIsNotEmpty() {
        #expect(ColorDepth.wantsColor(noColor: false, environment: nil))
        #expect(ColorDepth.wantsColor(noColor: false, environment: ""))
        #expect(!ColorDepth.wantsColor(noColor: false, environment: "1"))
        #expect(!ColorDepth.wantsColor(noColor: true, environment: nil))
    }

    @Test func coloursAreThoseOfXterm() {
        #expect(Color(rawValue: 16).rgb == RGB(0x000000))
        #expect(Color(red: 5, green: 2, blue: 0).rgb == RGB(0xFF8700))
        #expect(Color(grey: 23).rgb.hex == "#eeeeee")
        #expect(Color(red: 9, green: -1, blue: 0) == Color(red: 5, green: 0, blue: 0))
    }
}
