#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What is known about the three standard streams, each on its own.
package struct TerminalFacts: Sendable, Hashable {
    package let standardInput: StreamFacts
    package let standardOutput: StreamFacts
    package let standardError: StreamFacts

    package init(standardInput: StreamFacts, standardOutput: StreamFacts, standardError: StreamFacts) {
        self.standardInput = standardInput
        self.standardOutput = standardOutput
        self.standardError = standardError
    }

    /// Asks the system about descriptors 0, 1 and 2.
    package init(environment: [String: String], color: ColorChoice = .auto) {
        func facts(_ descriptor: Int32) -> StreamFacts {
            StreamFacts(
                isTerminal: isatty(descriptor) == 1, columns: Self.columns(of: descriptor), environment: environment,
                color: color)
        }
        self.init(standardInput: facts(0), standardOutput: facts(1), standardError: facts(2))
    }

    /// Whether a person can be asked: questions are written to standard error and answered on standard input.
    package var canAsk: Bool { standardInput.isTerminal && standardError.isTerminal }

    /// How many columns the terminal at a descriptor has; nil when it is none or does not say.
    package static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Columns and rows of the terminal at a descriptor; nil when it is none or does not say.
    package static func size(of descriptor: Int32) -> (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}
