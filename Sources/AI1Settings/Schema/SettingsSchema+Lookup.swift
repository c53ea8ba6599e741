internal import AI1Core

/// A name in a settings file as the table knows it.
enum SchemaEntry: Sendable {
    /// A setting.
    case key(SettingKey)
    /// A mapping with names that the table lists.
    case section
    /// A mapping with names of the user's choice.
    case named
    /// A list of mappings.
    case list
}

extension SettingsSchema {
    /// What stands at a path in table form (`providers.*.models.[]`), or nil.
    static func entry(at path: [String]) -> SchemaEntry? {
        if let key = keys.first(where: { $0.path == path }) { return .key(key) }
        let deeper = keys.filter { $0.path.count > path.count && $0.path.starts(with: path) }
        guard let next = deeper.first?.path[path.count] else { return nil }
        switch next {
        case "*": return .named
        case "[]": return .list
        default: return .section
        }
    }

    /// The names that may stand in the mapping at a path, in the table's order.
    static func names(in path: [String]) -> [String] {
        var names: [String] = []
        for key in keys where key.path.count > path.count && key.path.starts(with: path) {
            if key.scope == .environment { continue }
            let name = key.path[path.count]
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// Whether anything below a path may be set by a project file that nobody has trusted.
    static func isOpenToProjects(_ path: [String]) -> Bool {
        keys.contains { $0.scope == .everyFile && $0.path.starts(with: path) }
    }

    /// Why a name of the user's choice below `path` cannot be one; nil when it can.
    static func objection(toName name: String, in path: [String]) -> String? {
        let bytes = name.utf8
        if path == ["tools", "policy"] { return objection(toTool: name) }
        guard !bytes.isEmpty, bytes.count <= 64 else { return "must have 1 to 64 characters" }
        if path.last == "env" {
            return SettingType.isVariableName(name) ? nil : "is not the name of an environment variable"
        }
        if path.last == "headers" {
            let isToken = bytes.allSatisfy { isAlphanumeric($0) || "!#$%&'*+-.^_`|~".utf8.contains($0) }
            if !isToken { return "is not a header name" }
            let fixed = ["host", "content-length", "transfer-encoding", "connection", "content-type", "expect"]
            return fixed.contains(name.lowercased()) ? "is set by ai1 itself" : nil
        }
        let allowed = path.last == "aliases" ? "._-:/" : "._-"
        let isName = bytes.allSatisfy { isAlphanumeric($0) || allowed.utf8.contains($0) }
        return isName ? nil : "may have letters, digits and \(allowed.map(String.init).joined(separator: " ")) only"
    }

    /// Why a name cannot stand for tools in the policy: `server/tool`, `server/*` or `*/*`.
    private static func objection(toTool name: String) -> String? {
        let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, name.utf8.count <= 300 else {
            return "must be SERVER/TOOL, SERVER/* or */*"
        }
        let isServer = parts[0].utf8.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
        return isServer || name == "*/*" ? nil : "must begin with the name of a server"
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
