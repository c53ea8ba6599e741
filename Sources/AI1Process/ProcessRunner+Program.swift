package import AI1Core
internal import Subprocess

#if canImport(System)
    internal import System
#else
    internal import SystemPackage
#endif

extension ProcessRunner {
    /// Runs a program until it ends, in a session of its own. Cancelling the task kills it and everything it started.
    /// - Returns: nil when there is no program of that name
    /// - Throws: `ProcessError`; `CancellationError`
    package func run(_ call: ProgramCall) async throws -> CommandResult? {
        try await withThrowingTaskGroup(of: Ending.self) { group in
            group.addTask { .ended(try await launch(call)) }
            group.addTask {
                try await Task.sleep(for: .milliseconds(call.timeoutMilliseconds))
                return .late
            }
            defer { group.cancelAll() }
            guard case .ended(let result)? = try await group.next() else {
                try Task.checkCancellation()
                throw ProcessError(
                    .timedOut,
                    "\(call.name) did not end within \(decimalText(call.timeoutMilliseconds, places: 3)) s, killed")
            }
            return result
        }
    }

    private enum Ending: Sendable {
        case ended(CommandResult?)
        case late
    }

    private func launch(_ call: ProgramCall) async throws -> CommandResult? {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
        let variables = ChildEnvironment.allowed(from: environment, isInteractive: false)
        // From a file and not through a pipe: a child that ends before it has read everything breaks nothing.
        let input = try NamelessFile(
            holding: call.input, in: environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp")
        do {
            let outcome = try await Subprocess.run(
                .name(call.name), arguments: Arguments(call.arguments),
                environment: .custom(
                    Dictionary(uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) })),
                platformOptions: options,
                input: .fileDescriptor(
                    FileDescriptor(rawValue: input.descriptor), closeAfterSpawningProcess: false),
                output: .bytes(limit: call.outputLimitBytes), error: .discarded)
            try Task.checkCancellation()
            switch outcome.terminationStatus {
            case .exited(let code): return CommandResult(end: .exited(code: code), output: outcome.standardOutput)
            case .signaled(let number):
                return CommandResult(end: .signalled(number: number), output: outcome.standardOutput)
            }
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            switch error.code {
            case .executableNotFound: return nil
            case .spawnFailed:
                throw ProcessError(.notStarted, "\(call.name) cannot be started", underlying: error.description)
            case .outputLimitExceeded:
                throw ProcessError(
                    .tooMuchOutput, "\(call.name) printed more than \(call.outputLimitBytes >> 20) MiB, killed")
            default:
                throw ProcessError(.broken, "talking to \(call.name) failed", underlying: error.description)
            }
        }
    }
}
