internal import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Asks a person on the terminal: the question goes to standard error, the answer is a line of standard input.
package struct LinePrompt: Sendable {
    /// A longer answer is refused.
    package static let maximumBytes = 4_096
    /// How often a question is put again after an answer that cannot be used.
    package static let maximumTries = 3

    private let facts: TerminalFacts
    private let input: Int32
    private let output: Int32

    /// - Parameters:
    ///   - facts: nothing is asked unless standard input and standard error are terminals
    ///   - input: where answers are read
    ///   - output: where questions are written
    package init(facts: TerminalFacts, input: Int32 = 0, output: Int32 = 2) {
        self.facts = facts
        self.input = input
        self.output = output
    }

    /// Forgets what was typed before a question was there to be read, so that it answers none.
    package func discardTypeAhead() { _ = tcflush(input, TCIFLUSH) }

    /// The answer to a question, without white space around it.
    /// - Parameters:
    ///   - question: without the blank behind it
    ///   - standard: what an empty answer means; shown in brackets
    ///   - hint: what to do where nobody can be asked, such as `--yes` or the variable to set
    /// - Returns: nil at the end of input (Ctrl-D)
    /// - Throws: `TerminalError`
    package func ask(_ question: String, standard: String? = nil, hint: String?) throws(TerminalError) -> String? {
        guard facts.canAsk else { throw Self.nobody(hint) }
        let shown = standard.map { " [\(TerminalCleaner.cleanLine($0))]" } ?? ""
        TerminalOutput.write(question + shown + " ", to: output)
        let line: String?
        do {
            line = try readLine()
        } catch {
            // What is said about it begins on a line of its own, behind the ^C that the terminal shows.
            TerminalOutput.write("\n", to: output)
            throw error
        }
        guard let line else {
            TerminalOutput.write("\n", to: output)
            return nil
        }
        var answer = Substring(line)
        while answer.first?.isWhitespace == true { answer.removeFirst() }
        while answer.last?.isWhitespace == true { answer.removeLast() }
        return answer.isEmpty ? standard ?? "" : String(answer)
    }

    /// Yes or no.
    /// - Parameters:
    ///   - standard: what an empty answer means; nil demands a word
    ///   - hint: what to do where nobody can be asked
    /// - Returns: nil at the end of input (Ctrl-D)
    /// - Throws: `TerminalError`
    package func confirm(_ question: String, standard: Bool? = nil, hint: String?) throws(TerminalError) -> Bool? {
        let choices = standard.map { $0 ? "[Y/n]" : "[y/N]" } ?? "[y/n]"
        for _ in 0..<Self.maximumTries {
            guard let answer = try ask("\(question) \(choices)", hint: hint) else { return nil }
            switch answer.lowercased() {
            case "y", "yes": return true
            case "n", "no": return false
            case "": if let standard { return standard }
            default: break
            }
            TerminalOutput.write("Please answer yes or no.\n", to: output)
        }
        throw TerminalError(.noAnswer, message: "no answer after \(Self.maximumTries) questions", hint: hint)
    }

    /// One line; nil at the end of input before it began.
    private func readLine() throws(TerminalError) -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            try waitForInput()
            #if canImport(Glibc)
                let count = Glibc.read(input, &byte, 1)
            #else
                let count = Darwin.read(input, &byte, 1)
            #endif
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            if count < 0, errno != EIO { throw Self.failure("read the answer", errno) }
            if count <= 0, bytes.isEmpty { return nil }
            if count <= 0 || byte == 0x0A { break }
            bytes.append(byte)
            guard bytes.count <= Self.maximumBytes else {
                throw TerminalError(.tooLong, message: "the answer is longer than \(Self.maximumBytes) bytes")
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TerminalError(.notText, message: "the answer is not valid UTF-8")
        }
        return text
    }

    /// Waits until there is something to read, or the end of it; looks every tenth of a second whether the task was
    /// cancelled, since signals may be taken by another thread.
    private func waitForInput() throws(TerminalError) {
        while true {
            if Task.isCancelled { throw TerminalError(.interrupted, message: "interrupted") }
            var wanted = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            // A descriptor that cannot be polled says so in `revents`: the read then says what is wrong with it.
            if poll(&wanted, 1, 100) > 0 { return }
        }
    }

    static func nobody(_ hint: String?) -> TerminalError {
        TerminalError(
            .notATerminal, message: "a question cannot be asked: standard input or standard error is not a terminal",
            hint: hint)
    }

    static func failure(_ what: String, _ number: Int32) -> TerminalError {
        TerminalError(.system(number), message: "cannot \(what)", underlying: String(cString: strerror(number)))
    }
}
