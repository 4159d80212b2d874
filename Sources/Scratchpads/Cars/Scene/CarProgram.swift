/// The programs of turning a car, under their names in program memory.
enum CarProgram: String, CaseIterable, Sendable {
    case goto = "GOTO"
    case hgoto = "HGOTO"
    case vgoto = "VGOTO"
    case lgoto = "LGOTO"
    case rgoto = "RGOTO"
    case ugoto = "UGOTO"
    case dgoto = "DGOTO"
}
