internal import AI1Ledger
package import ArgumentParser

/// How a request is booked, and what makes it safe to repeat.
package struct MoneyOptions: ParsableArguments {
    /// The longest name of a job or key.
    private static let longestName = 200

    @Option(help: ArgumentHelp("Book the request under this name; budgets can be set for it.", valueName: "name"))
    package var job: String?

    @Option(
        name: .customLong("idempotency-key"),
        help: ArgumentHelp(
            "A repetition of the request under this key prints the stored answer and costs nothing, for 24 hours.",
            valueName: "key"))
    package var idempotencyKey: String?

    @Option(
        name: .customLong("once-per"),
        help: "Ask at most once per hour, day or week for this --job, whatever the input; else print the stored answer."
    )
    package var oncePer: OncePer?

    @Flag(help: "Ask again under a key, or with --flush a kept request, that was lost after it was sent.")
    package var resend = false

    package init() {}

    package mutating func validate() throws {
        for (flag, name) in [("--job", job), ("--idempotency-key", idempotencyKey)] {
            guard let name else { continue }
            guard !name.isEmpty, name.utf8.count <= Self.longestName, name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
            else {
                throw ValidationError(
                    "\(flag) must be a name of at most \(Self.longestName) octets without control characters")
            }
        }
        if oncePer != nil, job == nil { throw ValidationError("--once-per needs --job NAME") }
        if oncePer != nil, idempotencyKey != nil {
            throw ValidationError("--once-per and --idempotency-key exclude each other")
        }
    }
}

/// The windows of `--once-per`, in the user's local time.
package enum OncePer: String, Sendable, CaseIterable, ExpressibleByArgument {
    case hour, day, week

    var unit: LocalCalendar.Unit {
        switch self {
        case .hour: .hour
        case .day: .day
        case .week: .week
        }
    }
}
