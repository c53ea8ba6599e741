#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension IgnoreRules {
    /// The rules that hold in a folder because of what lies above it: `.git/info/exclude` and the `.gitignore` files from
    /// the top of the working tree down to the folder's parent. None outside a working tree.
    /// - Parameter limit: octets of one file
    /// - Returns: the rules, and the folder's path from that top
    static func above(_ folder: String, limit: Int) throws(AttachmentError) -> (rules: IgnoreRules, path: [[UInt8]]) {
        var rules = IgnoreRules()
        guard let pointer = realpath(folder, nil) else { return (rules, []) }
        defer { free(pointer) }
        let whole = String(cString: pointer)
        let names = whole.utf8.split(separator: 0x2F).map(Array.init)
        let places = (0...names.count).map { depth in
            "/" + names[..<depth].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
        }
        guard let top = places.lastIndex(where: { access("\($0)/.git", F_OK) == 0 }) else { return (rules, []) }
        if let shared = gitFolder(places[top], limit: limit) {
            try rules.addFile("\(shared)/info/exclude", depth: 0, limit: limit)
        }
        for depth in top..<names.count {
            try rules.addFile("\(places[depth])/.gitignore", depth: depth - top, limit: limit)
        }
        return (rules, Array(names[top...]))
    }

    /// Adds the rules of a file, when it is there. Links are not followed, as git does not follow them.
    mutating func addFile(_ path: String, depth: Int, limit: Int) throws(AttachmentError) {
        if let content = try Self.content(path, limit: limit) { add(content, depth: depth) }
    }

    static func content(_ path: String, limit: Int) throws(AttachmentError) -> [UInt8]? {
        let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard number >= 0 else { return nil }
        let file = FileDescriptor(number)
        guard file.facts?.isFile == true else { return nil }
        var bytes: [UInt8] = []
        guard file.read(into: &bytes, upTo: limit + 1) else { return nil }
        guard bytes.count <= limit else {
            throw AttachmentError(.tooLarge, message: "\(path) is too large to be read")
        }
        return bytes
    }

    /// Where a working tree keeps what all its worktrees share: `.git` itself, or what a file of that name leads to.
    private static func gitFolder(_ top: String, limit: Int) -> String? {
        let git = "\(top)/.git"
        guard let text = line(git, limit: limit) else { return git }
        guard text.hasPrefix("gitdir: ") else { return nil }
        let own = resolve(String(text.dropFirst(8)), from: top)
        return line("\(own)/commondir", limit: limit).map { resolve($0, from: own) } ?? own
    }

    private static func line(_ path: String, limit: Int) -> String? {
        guard let bytes = try? content(path, limit: limit) else { return nil }
        return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    private static func resolve(_ path: String, from folder: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }
}
