internal import AI1Core

/// The values of a role's variables as a user gives them: `-p key=value`, or `-p key=@file` for a file's content.
package enum RoleParameters {
    /// The largest file that a value may come from, in octets.
    package static let fileBytes = 8 << 20

    /// Reads the arguments.
    /// - Parameters:
    ///   - arguments: `key=value`; `key=@file`; `key=@@text` for a text that begins with `@`
    ///   - readFile: reads a file of at most that many octets
    /// - Throws: `ConversationError` of code `badParameter`, and what `readFile` throws
    package static func parse(
        _ arguments: [String], readFile: (_ path: String, _ limitBytes: Int) throws -> [UInt8]
    ) throws -> [String: String] {
        var values: [String: String] = [:]
        for argument in arguments {
            guard let equals = argument.firstIndex(of: "=") else {
                throw ConversationError(
                    .badParameter, "\"\(TerminalCleaner.cleanLine(argument, limit: 40))\" has no =",
                    hint: "-p key=value")
            }
            let name = String(argument[..<equals])
            let value = String(argument[argument.index(after: equals)...])
            guard RoleTemplate.isName(name) else {
                throw ConversationError(
                    .badParameter, "\"\(TerminalCleaner.cleanLine(name, limit: 40))\" cannot be a variable's name",
                    hint: "letters, digits, _ and -, beginning with a letter")
            }
            guard values[name] == nil else {
                throw ConversationError(.badParameter, "\(name) is given twice", hint: "remove one of them")
            }
            values[name] = try text(value, readFile)
        }
        return values
    }

    private static func text(
        _ value: String, _ readFile: (_ path: String, _ limitBytes: Int) throws -> [UInt8]
    ) throws -> String {
        guard value.hasPrefix("@") else { return value }
        let rest = String(value.dropFirst())
        if rest.hasPrefix("@") { return rest }
        guard let text = String(validating: try readFile(rest, fileBytes), as: UTF8.self) else {
            throw ConversationError(
                .badParameter, "\(TerminalCleaner.cleanLine(rest)) is not UTF-8 text",
                hint: "attach it instead: -a FILE")
        }
        return text
    }
}
