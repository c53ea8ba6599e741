/// What git would leave out below a folder: the rules of its `.gitignore` files, the nearest before those above it, and in a
/// file the last line that fits before all others.
package struct IgnoreRules: Sendable, Hashable {
    private struct File: Sendable, Hashable {
        let rules: [IgnoreRule]
        /// How many names from the top the file's folder lies.
        let depth: Int
    }

    private var files: [File] = []

    package init() {}

    /// Adds a file that goes before those added so far.
    /// - Parameters:
    ///   - content: what is in it; lines end with `\n` or `\r\n`
    ///   - depth: how many names below the top its folder is
    package mutating func add(_ content: [UInt8], depth: Int) {
        let start = content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let rules = content[start...].split(separator: 0x0A).compactMap { line in
            IgnoreRule(line: line.last == 0x0D ? line.dropLast() : line)
        }
        if !rules.isEmpty { files.append(File(rules: rules, depth: depth)) }
    }

    /// Whether something is left out, given that no folder above it is.
    /// - Parameter names: its path from the top
    package func ignores(_ names: [[UInt8]], isFolder: Bool) -> Bool {
        for file in files.reversed() where file.depth < names.count {
            let path = names[file.depth...]
            for rule in file.rules.reversed() where rule.matches(path, isFolder: isFolder) { return !rule.isNegated }
        }
        return false
    }
}
