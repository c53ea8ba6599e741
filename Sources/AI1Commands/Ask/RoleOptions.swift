package import ArgumentParser

/// The role that a request is asked in.
package struct RoleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Ask in this role: commit, explain, review, shell, summarise, translate, or one of your own.",
            valueName: "name"),
        completion: .shellCommand("ai1 ask --list-roles 2>/dev/null"))
    package var role: String?

    @Option(
        name: [.customShort("p"), .customLong("param")], parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A value for a variable of the role; @FILE takes a file's text. May be repeated.", valueName: "key=value"))
    package var parameters: [String] = []

    @Flag(name: .customLong("list-roles"), help: "List the roles, one a line, and ask nothing.")
    package var lists = false

    package init() {}

    package mutating func validate() throws {
        if role == "" { throw ValidationError("--role needs a name") }
    }
}
