/// The colours of materials by their names, which are often written in one way where a material is described and in another
/// where it is used.
struct MaterialColors {
    private var byName: [String: Tint] = [:]
    /// By what else the names may mean, in lower case; of several the first.
    private var byMeaning: [String: Tint] = [:]

    /// Gives the material called `name`, as it is written, a colour.
    mutating func set(_ name: String, _ color: Tint) {
        byName[name] = color
        for meaning in WrittenName.meanings(of: name) {
            let key = meaning.lowercased()
            if byMeaning[key] == nil { byMeaning[key] = color }
        }
    }

    /// The colour of the material called `name`, as it is written.
    subscript(name: String) -> Tint? {
        for meaning in WrittenName.meanings(of: name) {
            if let color = byName[meaning] ?? byMeaning[meaning.lowercased()] { return color }
        }
        return nil
    }
}
