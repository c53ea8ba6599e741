#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Where ai1 keeps its files: the XDG Base Directory Specification 0.8, or everything below `AI1_HOME`.
package struct Paths: Sendable, Hashable {
    /// Settings and keys.
    package let config: String
    /// What must not be lost: trust, ledger, history.
    package let data: String
    /// What may be lost but should survive a restart: health of targets.
    package let state: String
    /// What can be made again.
    package let cache: String
    /// The user's home folder; nil when nobody knows it.
    package let home: String?
    /// Folders with system-wide settings, the most important first.
    package let system: [String]

    /// Finds the folders.
    /// - Parameters:
    ///   - environment: the process's environment; empty and relative values of the XDG variables are ignored
    ///   - workingFolder: what a relative `AI1_HOME` starts from
    ///   - userDatabaseHome: the home folder for when `HOME` is not set
    package init(
        environment: [String: String], workingFolder: String? = nil,
        userDatabaseHome: () -> String? = { Paths.homeFromUserDatabase() }
    ) {
        func absolute(_ name: String) -> String? {
            guard let value = environment[name], value.hasPrefix("/") else { return nil }
            return Paths.withoutTrailingSlashes(value)
        }
        let home = absolute("HOME") ?? userDatabaseHome()
        self.home = home
        let systemFolders = (environment["XDG_CONFIG_DIRS"] ?? "").split(separator: ":").map(String.init)
            .filter { $0.hasPrefix("/") }.map { Paths.join($0, "ai1") }
        if let own = environment["AI1_HOME"], !own.isEmpty {
            let root = own.hasPrefix("/") ? own : Paths.join(workingFolder ?? Paths.currentFolder(), own)
            config = Paths.join(root, "config")
            data = Paths.join(root, "data")
            state = Paths.join(root, "state")
            cache = Paths.join(root, "cache")
            system = systemFolders
            return
        }
        // Where nobody knows a home there is nothing to read and no safe place to write: Debian's name for that.
        let base = home ?? "/nonexistent"
        config = Paths.join(absolute("XDG_CONFIG_HOME") ?? Paths.join(base, ".config"), "ai1")
        data = Paths.join(absolute("XDG_DATA_HOME") ?? Paths.join(base, ".local/share"), "ai1")
        state = Paths.join(absolute("XDG_STATE_HOME") ?? Paths.join(base, ".local/state"), "ai1")
        cache = Paths.join(absolute("XDG_CACHE_HOME") ?? Paths.join(base, ".cache"), "ai1")
        system = systemFolders.isEmpty ? ["/etc/xdg/ai1"] : systemFolders
    }

    /// The user's settings.
    package var configFile: String { Paths.join(config, "config.yaml") }
    /// ai1's own store of keys.
    package var keysFile: String { Paths.join(config, "keys.yaml") }
    /// The list of project files that the user trusts.
    package var trustFile: String { Paths.join(data, "trusted.json") }
    /// The list of tools that the user has approved.
    package var toolsFile: String { Paths.join(data, "tools.json") }
    /// The quality predictor that `ai1 route train` installs.
    package var predictorFile: String { Paths.join(data, "predictor") }

    /// `/` between two parts, one only.
    package static func join(_ folder: String, _ name: String) -> String {
        (folder == "/" ? "" : withoutTrailingSlashes(folder)) + "/" + name
    }

    /// The folder that holds a path.
    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : withoutTrailingSlashes(String(path[..<slash]))
    }

    /// The folder the process works in; `/` when it was removed.
    package static func currentFolder() -> String {
        guard let buffer = getcwd(nil, 0) else { return "/" }
        defer { free(buffer) }
        return String(cString: buffer)
    }

    /// The home folder that the user database (passwd(5)) gives the real user.
    package static func homeFromUserDatabase() -> String? {
        guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else { return nil }
        let home = String(cString: folder)
        return home.hasPrefix("/") ? withoutTrailingSlashes(home) : nil
    }

    /// Makes a path that starts with `~/` absolute; others that are relative start from `folder`.
    package func expand(_ path: String, from folder: String) -> String {
        if path == "~" { return home ?? folder }
        if path.hasPrefix("~/"), let home { return Paths.join(home, String(path.dropFirst(2))) }
        return path.hasPrefix("/") ? path : Paths.join(folder, path)
    }

    private static func withoutTrailingSlashes(_ path: String) -> String {
        var path = Substring(path)
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }
}
