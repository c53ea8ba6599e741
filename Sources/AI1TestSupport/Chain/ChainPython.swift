#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The Python with the libraries of the tests' chain: `AI1_CHAIN_VENV`, or the venv that `make chain-venv` makes.
package enum ChainPython {
    // Sources/AI1TestSupport/Chain/ChainPython.swift lies four levels below the package's folder.
    private static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")

    private static let named = getenv("AI1_CHAIN_VENV").map { String(cString: $0) }

    /// The folder of the venv, there or not.
    package static let folder = named ?? "\(root)/.build-venv-chain"

    /// The folder of the Python programs.
    package static let programs = "\(root)/Tests/Support/chain"

    /// The interpreter.
    package static let interpreter = "\(folder)/bin/python"

    /// Whether the venv is whole.
    package static let isThere =
        access(interpreter, X_OK) == 0 && (named != nil || access("\(folder)/stamp", F_OK) == 0)

    /// What a test says that cannot run.
    package static var absence: String { "chain tests: skipped: \(reason)" }

    private static var reason: String {
        guard let file = fopen("\(folder)/why", "r") else { return "there is no \(folder); run make chain-venv" }
        defer { fclose(file) }
        var line = [UInt8](repeating: 0, count: 1_024)
        let count = fread(&line, 1, line.count, file)
        return String(decoding: line[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
    }

    /// Starts one of the programs and leaves it running. It sees nothing of the tests' environment.
    /// - Parameter timeoutSeconds: it is killed after so long
    /// - Throws: `ProgramError` when it cannot be started
    package static func start(
        _ program: String, _ arguments: [String], input: ProgramOptions.Input = .none, timeoutSeconds: Int = 900
    ) throws(ProgramError) -> RunningProgram {
        guard isThere else { throw ProgramError(absence) }
        var options = ProgramOptions(
            environment: ["PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"], input: input)
        options.timeoutSeconds = timeoutSeconds
        return try Program.start(path: interpreter, ["\(programs)/\(program)"] + arguments, options: options)
    }
}
