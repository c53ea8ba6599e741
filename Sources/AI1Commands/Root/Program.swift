internal import AI1Core
internal import AI1HTTP
internal import ArgumentParser

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The process: from the argument vector to the exit status.
package enum Program {
    /// Runs the command line and never returns.
    package static func main() -> Never {
        // Answered before the parser, whose start costs more than everything else in this case.
        if CommandLine.argc == 2, let word = CommandLine.unsafeArgv[1],
            strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0
        {
            puts(Version.line)
            exit(fflush(nil) == 0 ? 0 : 74)
        }
        occupyStandardDescriptors()
        signal(SIGPIPE, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        // Without a word the program may stay.
        let signals = SignalGate(isInteractive: arguments.isEmpty)
        let environment = processEnvironment()
        refuseUnreadableArguments()
        let transport = CurlTransport(
            settings: TransportSettings(
                userAgent: "ai1/\(Version.text)", caBundle: TransportSettings.caBundle(environment: environment),
                trace: Invocation.wantsTrace(arguments) ? trace : nil))
        let context = CommandContext(
            environment: environment, workingDirectory: processWorkingDirectory(),
            output: OutputStream(descriptor: 1), errors: OutputStream(descriptor: 2), input: 0,
            inputIsTerminal: isatty(0) == 1, clock: SystemClock(), random: SystemRandom(), transport: transport,
            signals: SignalRoute())
        guard let executor = MainThreadExecutor() else { _exit(ExitStatus(.internalError).code) }
        let task = Task(executorPreference: executor) {
            switch Invocation(arguments, context) {
            case .finished(let code): leave(code)
            case .command(let command): leave(await Invocation.run(command, context))
            }
        }
        guard signals.watch(context.signals, { task.cancel() }) else { _exit(ExitStatus(.internalError).code) }
        // libcurl is loaded by a thread of its own while the request is prepared. Last, because starting a thread waits for
        // the loader.
        if Invocation.isAsk(arguments) { transport.warmUp() }
        executor.run()
    }

    /// Swift mends arguments that are not UTF-8: a model would get what nobody typed.
    private static func refuseUnreadableArguments() {
        for position in 1..<max(1, Int(CommandLine.argc)) {
            guard let word = CommandLine.unsafeArgv[position], String(validatingCString: word) == nil else { continue }
            let error = CommandError(
                .badInput, message: "argument \(position) is not UTF-8", hint: "convert it: iconv -f LATIN1 -t UTF-8")
            for line in ErrorReport.lines(error, verbose: false) { try? OutputStream(descriptor: 2).line(line) }
            exit(ExitStatus(error.kind).code)
        }
    }

    private static func trace(_ line: String) { try? OutputStream(descriptor: 2).line(line) }

    /// Ends the process. A reader that went away is reported by the signal that it would have been.
    private static func leave(_ code: Int32) -> Never {
        if code == ExitStatus(.brokenPipe).code {
            signal(SIGPIPE, SIG_DFL)
            var pipe = sigset_t()
            sigemptyset(&pipe)
            sigaddset(&pipe, SIGPIPE)
            pthread_sigmask(SIG_UNBLOCK, &pipe, nil)
            raise(SIGPIPE)
        }
        // Not exit(3): libcurl's thread may be at work, and exit handlers of its libraries would run beside it. Nothing of
        // ours is buffered.
        _exit(SignalGate.code(else: code))
    }

    /// Puts something that can only fail in place of standard streams that the caller closed, so that no other file ever gets
    /// their numbers, and an answer that has no place to go is an error.
    private static func occupyStandardDescriptors() {
        for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is this one.
            _ = open("/dev/null", mode)
        }
    }
}
