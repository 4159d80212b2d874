import NPIKit

extension TaskForm {
    /// Its programs that are nothing but a loop around one call, until a bit that is seen: what a random script could be, too.
    func scripts(_ library: ProgramLibrary) -> Set<AuxiliaryScript> {
        Set(
            programs.compactMap { program in
                let code = program.code.instructions
                guard code.count == 3, case .loop(let condition, isWanted: false, exit: 3, _) = code[0],
                    case .call(let callee, let formulas, _) = code[1], formulas.isEmpty, case .jump(to: 0) = code[2],
                    let field = fields.firstIndex(of: condition),
                    let called = library.program(named: programs[callee].name)
                else { return nil }
                return AuxiliaryScript(loop: .init(untilField: field, is: 1, body: [.call(called, .none)]))
            })
    }
}
