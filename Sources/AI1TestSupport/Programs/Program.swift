internal import AI1Sandbox

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Runs the built `ai1` as a user runs it.
package enum Program {
    /// The path of the binary: `AI1_BINARY`, or the debug build in the package's folder.
    /// - Throws: `ProgramError` when there is none
    package static func binary() throws(ProgramError) -> String {
        if let named = getenv("AI1_BINARY") {
            let path = String(cString: named)
            guard access(path, X_OK) == 0 else { throw ProgramError("AI1_BINARY names no program: \(path)") }
            return path
        }
        // Sources/AI1TestSupport/Programs/Program.swift lies four levels below the package's folder.
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
        for folder in [".build-debug/debug", ".build/debug"] {
            let path = (root.map(String.init) + [folder, "ai1"]).joined(separator: "/")
            if access(path, X_OK) == 0 { return path }
        }
        throw ProgramError("ai1 is not built; build it, or set AI1_BINARY")
    }

    /// Runs `ai1` to its end.
    /// - Parameters:
    ///   - environment: the whole environment, as after `env -i`
    ///   - input: what standard input is
    ///   - configure: for everything else
    /// - Throws: `ProgramError` when it cannot be started
    package static func run(
        _ arguments: [String], environment: [String: String] = [:], input: ProgramOptions.Input = .none,
        configure: (inout ProgramOptions) -> Void = { _ in }
    ) async throws -> ProgramResult {
        try await start(arguments, environment: environment, input: input, configure: configure).result()
    }

    /// Starts `ai1` and leaves it running.
    /// - Throws: `ProgramError` when it cannot be started
    package static func start(
        _ arguments: [String], environment: [String: String] = [:], input: ProgramOptions.Input = .none,
        configure: (inout ProgramOptions) -> Void = { _ in }
    ) throws -> RunningProgram {
        var options = ProgramOptions(environment: environment, input: input)
        configure(&options)
        return try RunningProgram(path: binary(), arguments: arguments, options: options)
    }

    /// Runs any program to its end: a shell, for pipes.
    /// - Throws: `ProgramError` when it cannot be started
    package static func run(
        path: String, _ arguments: [String], options: ProgramOptions = ProgramOptions()
    ) async throws -> ProgramResult {
        try await start(path: path, arguments, options: options).result()
    }

    /// Starts any program and leaves it running.
    /// - Throws: `ProgramError` when it cannot be started
    package static func start(
        path: String, _ arguments: [String], options: ProgramOptions = ProgramOptions()
    ) throws(ProgramError) -> RunningProgram {
        try RunningProgram(path: path, arguments: arguments, options: options)
    }
}
