internal import AI1Core
internal import Subprocess
internal import Synchronization

#if canImport(System)
    internal import System
#else
    internal import SystemPackage
#endif
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension ChildProcess {
    private typealias Running = Execution<CustomWriteInput, SequenceOutput, SequenceOutput>

    /// The child's life from its start to the end of its group.
    /// - Parameter started: called once it runs
    /// - Throws: `ProcessError` of code `notStarted` or `broken`
    func live(
        _ program: ChildProgram, _ environment: [String: String], _ output: @escaping @Sendable ([UInt8]) -> Bool,
        started: @Sendable () -> Void
    ) async throws(ProcessError) -> CommandResult.End {
        Self.surviveBrokenPipes()
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
        let variables = ChildEnvironment.allowed(from: environment, isInteractive: false)
            .merging(program.variables) { _, own in own }
        let executable: Executable =
            program.executable.contains("/") ? .path(FilePath(program.executable)) : .name(program.executable)
        defer { close() }
        do {
            let outcome = try await Subprocess.run(
                executable, arguments: Arguments(program.arguments),
                environment: .custom(
                    Dictionary(uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) })),
                platformOptions: options, input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                started()
                await attend(execution, output)
            }
            switch outcome.terminationStatus {
            case .exited(let code): return .exited(code: code)
            case .signaled(let number): return .signalled(number: number)
            }
        } catch let error as SubprocessError {
            let isStart = [.spawnFailed, .executableNotFound, .failedToChangeWorkingDirectory].contains(error.code)
            throw ProcessError(
                isStart ? .notStarted : .broken,
                isStart
                    ? "\(TerminalCleaner.cleanLine(program.executable)) cannot be started" : "talking to it failed",
                hint: isStart ? "check that it is installed, and its path" : nil, underlying: error.description)
        } catch {
            throw ProcessError(.broken, "talking to it failed", underlying: "\(error)")
        }
    }

    /// Writing to a child that has gone must be an error and not the end of this process. Whoever handles the signal already
    /// is left alone.
    static func surviveBrokenPipes() {
        var now = sigaction()
        sigaction(SIGPIPE, nil, &now)
        #if canImport(Darwin)
            let isDefault = now.__sigaction_u.__sa_handler == nil
        #else
            let isDefault = now.__sigaction_handler.sa_handler == nil
        #endif
        if isDefault { signal(SIGPIPE, SIG_IGN) }
    }

    private func attend(_ execution: Running, _ output: @escaping @Sendable ([UInt8]) -> Bool) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.write(to: execution.standardInputWriter) }
            group.addTask {
                let isWelcome = await Self.read(execution.standardOutput, output)
                // Whoever closes its output has no more to say.
                self.requestEnd(isWelcome ? Self.graceMilliseconds : 0)
            }
            group.addTask {
                _ = await Self.read(execution.standardError) { bytes in
                    self.state.withLock { $0.errors.append(bytes) }
                    return true
                }
            }
            var grace = Duration.zero
            for await milliseconds in endings {
                grace = .milliseconds(milliseconds)
                break
            }
            close()
            await execution.teardown(using: Self.farewell(grace))
            // The child is not reaped before this function returns: until then its number is that of its group, and of nobody
            // else. Whatever it left behind goes with it.
            _ = kill(-execution.processIdentifier.value, SIGKILL)
            group.cancelAll()
        }
    }

    /// Nothing more is taken; what was taken is still written, and then the child's input closes.
    private func close() {
        state.withLock { $0.isEnding = true }
        outgoingEnd.finish()
    }

    /// Signal 0 is none: a wait for the child to end by itself, since its input is closed.
    private static func farewell(_ grace: Duration) -> [TeardownStep] {
        let kill = TeardownStep.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
        guard grace > .zero else { return [kill] }
        return [
            .send(signal: Signal(rawValue: 0), toProcessGroup: true, allowedDurationToNextStep: grace),
            .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: grace), kill,
        ]
    }

    private func write(to writer: StandardInputWriter) async {
        for await bytes in outgoing {
            // A child that has closed its input, or is gone: reading its output tells what became of it.
            guard (try? await writer.write(bytes)) != nil else { break }
            state.withLock { $0.unreadBytes -= bytes.count }
        }
        try? await writer.finish()
    }

    /// - Returns: false when the taker wants no more
    private static func read(_ stream: SubprocessOutputSequence, _ take: @Sendable ([UInt8]) -> Bool) async -> Bool {
        do {
            for try await buffer in stream {
                var bytes: [UInt8] = []
                buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
                guard take(bytes) else { return false }
            }
        } catch {
            return true
        }
        return true
    }
}
