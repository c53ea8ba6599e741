#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Runs `ledger-torture`, the program that does to ledgers what a test cannot do to its own process.
package enum TortureProgram {
    /// The path of the binary: `AI1_TORTURE_BINARY`, or the one beside the tests.
    /// - Throws: `ProgramError` when there is none
    package static func binary() throws(ProgramError) -> String {
        if let named = getenv("AI1_TORTURE_BINARY") { return String(cString: named) }
        var places: [String] = []
        if let own = CommandLine.arguments.first, let slash = own.lastIndex(of: "/") {
            places.append(String(own[..<slash]))
        }
        // Sources/AI1TestSupport/Programs/TortureProgram.swift lies four levels below the package's folder.
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        places += ["\(root)/.build-debug/debug", "\(root)/.build/debug"]
        for place in places where access("\(place)/ledger-torture", X_OK) == 0 { return "\(place)/ledger-torture" }
        throw ProgramError("ledger-torture is not built; build it, or set AI1_TORTURE_BINARY")
    }

    /// Starts it and leaves it running. It inherits nothing.
    /// - Throws: `ProgramError` when it cannot be started
    package static func start(
        _ words: [String], input: ProgramOptions.Input = .none, environment: [String: String] = [:],
        timeoutSeconds: Int = 180
    ) throws(ProgramError) -> RunningProgram {
        var options = ProgramOptions(environment: environment, input: input)
        options.timeoutSeconds = timeoutSeconds
        return try RunningProgram(path: binary(), arguments: words, options: options)
    }

    /// Runs it to its end.
    /// - Throws: `ProgramError` when it cannot be started
    package static func run(
        _ words: [String], environment: [String: String] = [:], timeoutSeconds: Int = 180
    ) async throws -> ProgramResult {
        try await start(words, environment: environment, timeoutSeconds: timeoutSeconds).result()
    }
}
