package import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Asks for a secret on a terminal that shows nothing of it.
///
/// Ctrl-C, Ctrl-Z, Ctrl-D, backspace, Ctrl-U and Ctrl-W work as in a shell. However it ends, also by a signal, the
/// terminal is as before.
package struct HiddenPrompt: Sendable {
    /// A longer answer is refused.
    package static let maximumBytes = 4_096

    private let descriptor: Int32
    private let suspend: @Sendable () -> Void

    /// Asks on a terminal that is open already.
    /// - Parameters:
    ///   - descriptor: a terminal, open for reading and writing
    ///   - suspend: stops the process group on Ctrl-Z and returns when it goes on
    package init(terminal descriptor: Int32, suspend: @escaping @Sendable () -> Void = { _ = kill(0, SIGTSTP) }) {
        self.descriptor = descriptor
        self.suspend = suspend
    }

    /// Asks on the controlling terminal.
    /// - Parameters:
    ///   - question: without the blank behind it
    ///   - facts: nothing is asked unless standard input and standard error are terminals
    ///   - hint: what to do where nobody can be asked, such as the variable to set
    ///   - fingerprint: tells two secrets apart without telling either
    /// - Returns: nil at the end of input (Ctrl-D on an empty line)
    /// - Throws: `TerminalError`
    package static func ask(
        _ question: String, facts: TerminalFacts, hint: String?, fingerprint: (String) -> String
    ) throws(TerminalError) -> Secret? {
        try onTerminal(facts, hint) { prompt throws(TerminalError) in
            try prompt.ask(question, fingerprint: fingerprint)
        }
    }

    /// Asks on the controlling terminal for octets that are to stay where the caller keeps secrets.
    /// - Parameters:
    ///   - memory: where the answer goes; no copy of it is made on the way
    ///   - hint: what to do where nobody can be asked
    /// - Returns: how many octets were typed; nil at the end of input (Ctrl-D on an empty line)
    /// - Throws: `TerminalError`; the memory holds nothing of the answer then
    package static func ask(
        _ question: String, facts: TerminalFacts, hint: String?, into memory: UnsafeMutableRawBufferPointer
    ) throws(TerminalError) -> Int? {
        try onTerminal(facts, hint) { prompt throws(TerminalError) in try prompt.ask(question, into: memory) }
    }

    /// Opens the controlling terminal for a question.
    private static func onTerminal<Answer>(
        _ facts: TerminalFacts, _ hint: String?, _ body: (HiddenPrompt) throws(TerminalError) -> Answer
    ) throws(TerminalError) -> Answer {
        guard facts.canAsk else { throw LinePrompt.nobody(hint) }
        let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw LinePrompt.failure("open /dev/tty", errno) }
        defer { close(descriptor) }
        return try body(HiddenPrompt(terminal: descriptor))
    }

    /// Asks on this terminal.
    /// - Returns: nil at the end of input
    /// - Throws: `TerminalError`
    package func ask(_ question: String, fingerprint: (String) -> String) throws(TerminalError) -> Secret? {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.maximumBytes, alignment: 16)
        defer {
            _ = memory.initializeMemory(as: UInt8.self, repeating: 0)
            memory.deallocate()
        }
        guard let count = try ask(question, into: memory) else { return nil }
        guard let text = String(validating: memory[..<count], as: UTF8.self) else {
            throw TerminalError(.notText, message: "the answer is not valid UTF-8")
        }
        return Secret(text, fingerprint: fingerprint(text))
    }

    /// Asks on this terminal for octets that go into memory of the caller's.
    /// - Returns: how many; nil at the end of input
    /// - Throws: `TerminalError`; the memory holds nothing of the answer then
    package func ask(_ question: String, into memory: UnsafeMutableRawBufferPointer) throws(TerminalError) -> Int? {
        var answer = HiddenLine(in: memory)
        do {
            guard try read(question, into: &answer) else { return nil }
            return answer.count
        } catch {
            answer.wipe()
            throw error
        }
    }

    private func read(_ question: String, into answer: inout HiddenLine) throws(TerminalError) -> Bool {
        var signals = try SignalWatch()
        defer { signals.end() }
        while true {
            switch try readOnce(question, into: &answer, signals) {
            case .answer: return true
            case .endOfInput: return false
            case .interrupted: throw TerminalError(.interrupted, message: "interrupted")
            case .suspend:
                // The whole process group stops, as it does on a terminal in its usual state.
                signals.release(SIGTSTP)
                suspend()
            case .signal(let number):
                signals.passOn(number)
                guard number == SIGTSTP else {
                    throw TerminalError(
                        number == SIGINT ? .interrupted : .terminated, message: "ended by signal \(number)")
                }
            }
            // Back from being stopped: the question stands anew, what was typed is forgotten.
            answer.wipe()
        }
    }

    private func readOnce(
        _ question: String, into answer: inout HiddenLine, _ signals: SignalWatch
    ) throws(TerminalError) -> Outcome {
        let quiet = try QuietTerminal(descriptor)
        defer { quiet.restore() }
        TerminalOutput.write(question + " ", to: descriptor)
        defer { TerminalOutput.write("\n", to: descriptor) }
        return try readKeys(into: &answer, signals)
    }

    private enum Outcome { case answer, endOfInput, interrupted, suspend, signal(Int32) }

    private func readKeys(into answer: inout HiddenLine, _ signals: SignalWatch) throws(TerminalError) -> Outcome {
        var key: UInt8 = 0
        defer { key = 0 }
        while true {
            if let number = signals.caught { return .signal(number) }
            if Task.isCancelled { return .interrupted }
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, &key, 1)
            #else
                let count = Darwin.read(descriptor, &key, 1)
            #endif
            if count < 0, errno != EINTR { return errno == EIO ? .endOfInput : try refuse(errno) }
            guard count == 1 else {
                // Nothing came for a while, or the terminal has gone.
                if QuietTerminal.isGone(descriptor) { return .endOfInput }
                continue
            }
            switch try answer.press(key) {
            case .more: continue
            case .done: return .answer
            case .endOfInput: return .endOfInput
            case .interrupt: return .interrupted
            case .suspend: return .suspend
            }
        }
    }

    private func refuse(_ number: Int32) throws(TerminalError) -> Outcome {
        throw LinePrompt.failure("read the terminal", number)
    }
}
