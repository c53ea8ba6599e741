internal import AI1Core

/// What a word means as the name of a file, as far as that can be seen.
struct ShellPath {
    private static let harmlessDevices: Set<String> = [
        "null", "zero", "full", "stdin", "stdout", "stderr", "tty", "random", "urandom",
    ]
    private static let systemFolders: Set<String> = [
        "etc", "boot", "usr", "bin", "sbin", "lib", "lib64", "sys", "proc", "efi", "System", "Library",
    ]
    private static let startFiles: Set<String> = [
        ".bashrc", ".bash_profile", ".bash_login", ".profile", ".zshrc", ".zprofile", ".zshenv", ".zlogin", ".kshrc",
        ".xinitrc", ".xprofile",
    ]

    let word: ShellWord
    /// The home folder is `~` in it, and it ends without `/`, `/*` and `/.`.
    private let path: String

    init(_ word: ShellWord) {
        self.word = word
        var path = word.text
        for home in ["${HOME}", "$HOME"] where path.hasPrefix(home) { path = "~" + path.dropFirst(home.count) }
        while path.count > 1, let ending = ["/*", "/.", "/"].first(where: { path.hasSuffix($0) && path != $0 }) {
            path.removeLast(ending.count)
        }
        self.path = path
    }

    /// The word as it may stand in a message.
    var shown: String { TerminalCleaner.cleanLine(word.text, limit: 60) }

    private var parts: [Substring] { path.split(separator: "/") }

    /// Why a recursive change there reaches far; nil when it does not, as far as can be seen.
    var reach: String? {
        if word.isDynamic { return "\(shown), and what that stands for is known only when it runs" }
        if path == "/" || path == "/*" || path == "/." { return "/, the whole system" }
        if path == "~" || path.hasPrefix("~") && !path.contains("/") { return "the whole home folder" }
        if [".", "..", "*", ".*"].contains(path) || parts.allSatisfy({ $0 == ".." || $0 == "*" || $0 == "." }) {
            return "\(shown), everything where it runs"
        }
        guard path.hasPrefix("/") else { return nil }
        if parts.count == 1 { return "all of \(shown)" }
        if parts.count == 2, parts[0] == "home" || parts[0] == "Users" { return "the whole home folder \(shown)" }
        return nil
    }

    /// Whether it is a disk or another device that is not made to be written to.
    var isDevice: Bool {
        guard path.hasPrefix("/dev/"), parts.count >= 2 else { return false }
        return !Self.harmlessDevices.contains(String(parts[1])) && !["fd", "pts", "shm"].contains(parts[1])
    }

    /// Whether it belongs to the system.
    var isSystemFile: Bool {
        path.hasPrefix("/") && parts.count > 1 && Self.systemFolders.contains(String(parts[0]))
            && !path.hasPrefix("/usr/local/share") && !path.hasPrefix("/proc/self")
    }

    /// Whether something in it runs or is trusted at the next login.
    var isStartFile: Bool {
        guard let last = parts.last else { return false }
        return Self.startFiles.contains(String(last)) || parts.contains(".ssh")
            || path.hasSuffix("fish/config.fish") || parts.contains("autostart") || path.contains(".config/systemd/")
    }
}
