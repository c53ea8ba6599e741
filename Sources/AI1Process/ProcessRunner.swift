package import AI1Core
internal import Subprocess

#if canImport(System)
    internal import System
#else
    internal import SystemPackage
#endif

/// Runs shell commands in a process group of their own, with an allow-listed environment, no inherited descriptors, and
/// bounds on time and output.
package struct ProcessRunner: CommandRunner {
    let environment: [String: String]
    private let shell: FilePath

    /// - Parameter environment: the process's environment; a child gets a part of it
    package init(environment: [String: String]) {
        self.environment = environment
        shell = "/bin/sh"
    }

    package func run(_ command: ShellCommand) async throws -> CommandResult {
        // The end of one task, by success or failure, cancels the other; cancelling the command kills its group.
        try await withThrowingTaskGroup(of: CommandResult?.self) { group in
            group.addTask { try await execute(command) }
            group.addTask {
                try await Task.sleep(for: .milliseconds(command.timeoutMilliseconds))
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else {
                try Task.checkCancellation()
                throw ProcessError(
                    .timedOut, "no end within \(seconds(command.timeoutMilliseconds)) s, killed",
                    hint: "run it by hand to see what it waits for")
            }
            return result
        }
    }

    private func execute(_ command: ShellCommand) async throws -> CommandResult {
        let terminal = command.isInteractive ? Terminal() : nil
        let null: FileDescriptor
        do {
            null = try FileDescriptor.open("/dev/null", .readWrite, options: .closeOnExec)
        } catch {
            throw ProcessError(.notStarted, "cannot open /dev/null", underlying: "\(error)")
        }
        defer { try? null.close() }
        do {
            return try await launch(command, terminal: terminal, null: null)
        } catch let error as SubprocessError {
            // A killed child breaks the conversation with it: the cancellation is the cause, not the breach.
            try Task.checkCancellation()
            let isStart = [.spawnFailed, .executableNotFound, .failedToChangeWorkingDirectory].contains(error.code)
            throw ProcessError(
                isStart ? .notStarted : .broken,
                isStart ? "/bin/sh cannot be started" : "the command's output cannot be read",
                underlying: error.description)
        }
    }

    private func launch(
        _ command: ShellCommand, terminal: Terminal?, null: FileDescriptor
    ) async throws -> CommandResult {
        var options = PlatformOptions()
        if terminal == nil { options.createSession = true } else { options.processGroupID = 0 }
        // The whole group at once and for good: a program that ignores SIGTERM would outlive its shell.
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
        ]
        let variables = ChildEnvironment.allowed(from: environment, isInteractive: terminal != nil)
        let limit = command.outputLimitBytes
        defer { terminal?.takeBack() }
        let outcome = try await Subprocess.run(
            .path(shell), arguments: ["-c", command.line],
            environment: .custom(
                Dictionary(uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) })),
            platformOptions: options,
            input: .fileDescriptor(terminal == nil ? null : .standardInput, closeAfterSpawningProcess: false),
            output: .sequence,
            error: .fileDescriptor(terminal == nil ? null : .standardError, closeAfterSpawningProcess: false)
        ) { execution in
            terminal?.lend(to: execution.processIdentifier.value)
            var output: [UInt8] = []
            for try await buffer in execution.standardOutput {
                buffer.withUnsafeBytes { output.append(contentsOf: $0) }
                guard output.count <= limit else {
                    throw ProcessError(.tooMuchOutput, "more than \(limit >> 10) KiB of output, killed")
                }
            }
            return output
        }
        try Task.checkCancellation()
        switch outcome.terminationStatus {
        case .exited(let code): return CommandResult(end: .exited(code: code), output: outcome.closureResult)
        case .signaled(let number): return CommandResult(end: .signalled(number: number), output: outcome.closureResult)
        }
    }
}

/// Milliseconds as seconds, without a point when they are whole.
private func seconds(_ milliseconds: Int64) -> String { decimalText(milliseconds, places: 3) }
