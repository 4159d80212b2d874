import NPIKit

/// What makes one version of a task another task for a network: what it sees, and what it is to do. Comments, what is said, how the
/// task is drawn, which problems there are and what `check` says make none.
package struct TaskChanges: Hashable, Sendable {
    /// In a few words each, such as "program SUB1 has changed"; empty where there are none.
    package private(set) var list: [String] = []

    package var isEmpty: Bool { list.isEmpty }

    /// There is an old version that cannot be read.
    static let unknown: TaskChanges = {
        var changes = TaskChanges()
        changes.list = ["that version cannot be read any more"]
        return changes
    }()

    /// None.
    package init() {}

    /// All of them in a line, or the first ones with the number of the others.
    package var text: String {
        let shown = list.prefix(5).joined(separator: ", ")
        return list.count > 5 ? "\(shown), and \(list.count - 5) more" : shown
    }

    init(from old: TaskForm, to new: TaskForm) {
        let (before, after) = (TaskParts(old), TaskParts(new))
        for (kind, was) in before.parts {
            let now = after.parts.first { $0.kind == kind }?.parts ?? []
            list += Self.changes(of: kind, from: was, to: now)
        }
        for (what, was) in before.whole {
            let now = after.whole.first { $0.what == what }?.text ?? ""
            if was != now { list.append("\(what) is \(now) instead of \(was)") }
        }
    }

    private static func changes(of kind: String, from old: [TaskParts.Part], to new: [TaskParts.Part]) -> [String] {
        let (oldNames, newNames) = (old.map(\.name), new.map(\.name))
        let changed = new.filter { part in old.contains { $0.name == part.name && $0.text != part.text } }
        var changes = changed.map { "\(kind) \($0.name) has changed" }
        changes += newNames.filter { !oldNames.contains($0) }.map { "\(kind) \($0) is new" }
        changes += oldNames.filter { !newNames.contains($0) }.map { "\(kind) \($0) is gone" }
        // An action tells pointers apart by their numbers, and the encoder what is seen.
        if changes.isEmpty, oldNames != newNames, ["pointer", "seen value"].contains(kind) {
            changes.append("the \(kind)s stand in another order")
        }
        return changes
    }
}

/// What a network learns of a task, as named texts: equal texts mean the same.
private struct TaskParts {
    struct Part {
        var name: String
        var text: String
    }

    /// Of each kind the parts in their order.
    let parts: [(kind: String, parts: [Part])]
    let whole: [(what: String, text: String)]

    init(_ form: TaskForm) {
        let programs = form.programs.map { program in
            Part(
                name: program.name,
                text: "\(program.parameterCount) "
                    + program.code.instructions.map { $0.text(form) }.joined(separator: "; "))
        }
        let rows = form.rows.map { row in
            let parts = [
                String(row.alphabet.symbols), "\(row.isNeverBlank)", row.input.map { form.inputs[$0].name } ?? "",
                "\(row.side)", row.width.text(form), row.filling.map { "\($0)" } ?? "",
                row.countdown.map { form.inputs[$0].name } ?? "",
            ]
            return Part(name: row.name, text: parts.joined(separator: ", "))
        }
        let pointers = form.pointers.map { pointer in
            let place = pointer.row.map { "on \(form.rows[$0].name)" } ?? "to \(pointer.limit.text(form))"
            return Part(name: pointer.name, text: "\(place), \(pointer.startsRight)")
        }
        let seen = zip(form.fields, form.spec.fields).map { Part(name: $1.name, text: "\($0.text(form)), \($1.size)") }
        parts = [
            ("program", programs), ("row", rows), ("pointer", pointers), ("input", form.inputs.map(Self.part)),
            ("seen value", seen),
        ]
        let pointer = form.output.pointer.map { form.pointers[$0].name }
        let condition = form.output.condition.map { " when \($0.text(form))" } ?? ""
        whole = [
            ("the first program", form.programs.first?.name ?? ""), ("the encoder", form.encoder),
            ("the output", "\(pointer ?? form.rows[form.output.row].name) as \(form.output.form)\(condition)"),
        ]
    }

    private static func part(_ input: TaskForm.Input) -> Part { Part(name: input.name, text: "\(input.kind)") }
}

extension TaskDefinition {
    /// What has changed since a task of this name had `text` as its file; empty where that is the same to a network, and where this
    /// task has no file.
    package func changes(since text: String) -> TaskChanges {
        guard let form = (task as? FileTask)?.form, form.source.text != text else { return TaskChanges() }
        guard let old = try? TaskBuilder.form(TaskSource(task: name, text: text)) else { return .unknown }
        return TaskChanges(from: old, to: form)
    }
}
