package import AI1Core

/// A cap on what may be spent in a window of time.
package struct Budget: Sendable, Hashable {
    package var id: Int64
    package var scope: Scope
    package var per: Period
    package var cap: NanoUSD
    /// The zone whose days and months counted when it was set, as a person knows it: `Europe/Berlin`.
    package var zone: String

    package init(id: Int64, scope: Scope, per: Period, cap: NanoUSD, zone: String) {
        self.id = id
        self.scope = scope
        self.per = per
        self.cap = cap
        self.zone = zone
    }

    /// What a budget is for.
    package enum Scope: Sendable, Hashable {
        /// Everything that the account pays.
        case account
        /// Requests under `--job NAME`.
        case job(String)
        /// One model: `provider/model`, or the model's name at every provider.
        case model(String)

        package var kind: String {
            switch self {
            case .account: "account"
            case .job: "job"
            case .model: "model"
            }
        }

        package var value: String {
            switch self {
            case .account: ""
            case .job(let name), .model(let name): name
            }
        }

        /// Nil for a kind that is not known.
        package init?(kind: String, value: String) {
            switch kind {
            case "account": self = .account
            case "job": self = .job(value)
            case "model": self = .model(value)
            default: return nil
            }
        }

        /// Whether a request falls under it.
        package func covers(target: TargetName, job: String?) -> Bool {
            switch self {
            case .account: true
            case .job(let name): job == name
            case .model(let name): name == target.description || name == target.model
            }
        }
    }

    /// The window of time. A new one begins at local midnight, or never.
    package enum Period: String, Sendable, Hashable, CaseIterable {
        case day, month, total
    }
}

/// One window of a budget.
package struct BudgetWindow: Sendable, Hashable {
    package var budget: Int64
    /// Seconds since 1970 in UTC; `stop` is the first second that does not belong to it.
    package var start: Int64
    package var stop: Int64
    package var spent: NanoUSD
    /// Set aside for requests under way.
    package var reserved: NanoUSD

    package init(budget: Int64, start: Int64, stop: Int64, spent: NanoUSD = .zero, reserved: NanoUSD = .zero) {
        self.budget = budget
        self.start = start
        self.stop = stop
        self.spent = spent
        self.reserved = reserved
    }
}
