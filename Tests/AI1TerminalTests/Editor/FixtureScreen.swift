import AI1TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `editor-fixture` on a terminal: what it does with a line is said in its source.
enum FixtureScreen {
    static let prompt = "ask ›"

    /// The path of the program: the one beside the tests.
    static func binary() throws -> String {
        var places: [String] = []
        if let own = CommandLine.arguments.first, let slash = own.lastIndex(of: "/") {
            places.append(String(own[..<slash]))
        }
        // Tests/AI1TerminalTests/Editor/FixtureScreen.swift lies four levels below the package's folder.
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        places += ["\(root)/.build-debug/debug", "\(root)/.build/debug"]
        for place in places where access("\(place)/editor-fixture", X_OK) == 0 { return "\(place)/editor-fixture" }
        throw ProgramError("editor-fixture is not built")
    }

    /// Starts it and waits for its prompt.
    static func start(
        columns: Int = 80, rows: Int = 24, _ environment: [String: String] = [:]
    ) async throws -> TmuxScreen {
        let screen = try await TmuxScreen([binary()], columns: columns, rows: rows, environment: environment)
        try await screen.wait { $0.last == prompt }
        return screen
    }

    /// Starts it from a shell, which has job control and shows how the terminal was left.
    static func startInShell() async throws -> TmuxScreen {
        let screen = try await TmuxScreen(["/bin/bash", "--norc", "--noprofile"], environment: ["PS1": "shell$ "])
        try await screen.wait { $0.last == "shell$" }
        try await screen.type("stty -g > before; '\(binary())'\n")
        try await screen.wait { $0.last == prompt }
        return screen
    }
}
