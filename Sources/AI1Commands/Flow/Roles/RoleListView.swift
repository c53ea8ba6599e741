internal import AI1Conversations
internal import AI1Core
internal import AI1Terminal

/// The roles that can be taken: names alone for a program, and what they are for a person.
struct RoleListView {
    let roles: [RoleLibrary.Listed]

    init(_ desk: RoleDesk) { roles = desk.library.list() }

    var table: TextTable {
        var table = TextTable([.init("role"), .init("from"), .init("what it does", canShrink: true)])
        for role in roles {
            let origin =
                switch role.origin {
                case .project: "project"
                case .user: "yours"
                case .shipped: "ai1"
                }
            table.append([
                .init(role.name), .init(origin, .dim),
                role.problem.map { .init($0, .yellow) } ?? .init(role.summary ?? ""),
            ])
        }
        return table
    }

    /// - Throws: as `OutputStream.write`
    func show(on output: OutputStream, _ facts: StreamFacts) throws {
        guard output.isTerminal else {
            return try output.write(text: roles.map { $0.name + "\n" }.joined())
        }
        try output.show(table, facts)
    }
}
