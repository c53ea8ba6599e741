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
        signal(SIGPIPE, SIG_IGN)
        let signals = SignalGate()
        let environment = processEnvironment()
        let arguments = Array(CommandLine.arguments.dropFirst())
        let transport = CurlTransport(
            settings: TransportSettings(
                userAgent: "ai1/\(Version.text)", caBundle: TransportSettings.caBundle(environment: environment),
                trace: Invocation.wantsTrace(arguments) ? Self.trace : nil))
        if Invocation.isAsk(arguments) { transport.warmUp() }
        let context = CommandContext(
            environment: environment, workingDirectory: processWorkingDirectory(),
            output: OutputStream(descriptor: 1), errors: OutputStream(descriptor: 2), input: 0,
            inputIsTerminal: isatty(0) == 1, clock: SystemClock(), random: SystemRandom(), transport: transport)
        let invocation = Invocation(arguments, context)
        switch invocation {
        case .finished(let code): exit(code)
        case .command(let command):
            let work = Task { leave(await Invocation.run(command, context)) }
            signals.wait { work.cancel() }
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
        exit(SignalGate.code(else: code))
    }
}
