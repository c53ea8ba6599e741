/// The exit codes of the program: sysexits(3) where one fits, 100 to 105 of its own, 128 + signal for signals.
package struct ExitStatus: Sendable, Hashable {
    package let code: Int32
    package let name: String
    package let meaning: String

    package static let ok = ExitStatus(code: 0, name: "ok", meaning: "the answer is complete")

    /// The one table from kinds of failure to exit codes.
    package init(_ kind: ErrorKind) {
        switch kind {
        case .usage: self.init(code: 64, name: "usage", meaning: "the command line is wrong")
        case .badData:
            self.init(code: 65, name: "data", meaning: "bad input data, or the answer does not match the schema")
        case .inputMissing: self.init(code: 66, name: "no input", meaning: "an input file is missing or unreadable")
        case .unavailable: self.init(code: 69, name: "unavailable", meaning: "every candidate failed")
        case .internalError: self.init(code: 70, name: "internal", meaning: "a defect of ai1 itself")
        case .cannotCreate: self.init(code: 73, name: "cannot create", meaning: "an output file cannot be created")
        case .inputOutput: self.init(code: 74, name: "I/O", meaning: "reading or writing failed")
        case .tryLater:
            self.init(code: 75, name: "try later", meaning: "rate limit, quota or time-out; try again later")
        case .protocolFailure:
            self.init(code: 76, name: "protocol", meaning: "protocol error, or the answer was cut short")
        case .keyRefused: self.init(code: 77, name: "no permission", meaning: "a key is missing or refused")
        case .configuration: self.init(code: 78, name: "configuration", meaning: "the configuration is wrong")
        case .incomplete:
            self.init(code: 100, name: "incomplete", meaning: "the answer reached its length limit")
        case .safetyRefused: self.init(code: 101, name: "refused", meaning: "refused by a safety filter")
        case .creditsRefused: self.init(code: 102, name: "credits", meaning: "credits, budget or --max-cost refused it")
        case .declined: self.init(code: 103, name: "declined", meaning: "the user said no")
        case .reverted: self.init(code: 104, name: "reverted", meaning: "the transaction was reverted")
        case .wrongChain: self.init(code: 105, name: "wrong chain", meaning: "the endpoint serves another chain")
        case .interrupted: self.init(code: 130, name: "SIGINT", meaning: "interrupted (Ctrl-C)")
        case .brokenPipe: self.init(code: 141, name: "SIGPIPE", meaning: "the reader of the output went away")
        case .terminated: self.init(code: 143, name: "SIGTERM", meaning: "terminated")
        }
    }

    private init(code: Int32, name: String, meaning: String) {
        self.code = code
        self.name = name
        self.meaning = meaning
    }

    /// Every exit code, in rising order.
    package static var all: [ExitStatus] {
        ([.ok] + ErrorKind.allCases.map(ExitStatus.init)).sorted { $0.code < $1.code }
    }
}
