internal import AI1Core

/// The names that chats may have.
package enum ChatName {
    /// Checks a name. It is never a part of a path; the rules keep it fit for command lines and lists.
    /// - Throws: `ConversationError` of code `badName`
    package static func check(_ name: String) throws(ConversationError) {
        let why: String? =
            if name.isEmpty {
                "it is empty"
            } else if name.utf8.count > ChatLimits.nameBytes {
                "it is longer than \(ChatLimits.nameBytes) octets"
            } else if TerminalCleaner.cleanLine(name, limit: .max) != name {
                "it has control characters, or spaces at its ends or in a row"
            } else if name.contains("/") || name.contains("\\") {
                "it has a slash"
            } else if name.hasPrefix("-") || name.hasPrefix(".") {
                "it begins with \(name.prefix(1))"
            } else if RequestID(name) != nil {
                "it looks like an id"
            } else {
                nil
            }
        if let why {
            throw ConversationError(
                .badName, "\"\(TerminalCleaner.cleanLine(name, limit: 40))\" cannot be a chat's name: \(why)",
                hint: "for example: release notes")
        }
    }

    /// Whether two names are one: upper and lower case are kept, and do not tell names apart.
    static func isSame(_ left: String, _ right: String) -> Bool { left.lowercased() == right.lowercased() }
}
