package import AI1Core

/// Where credits are kept. Every operation is one durable transaction: when it returns it has happened, whatever happens to
/// the process or the machine; when it throws, nothing of it happened, but for a storage error of code `inputOutput`, after
/// which its outcome can be read again by its id. The contract suite in the test support holds every store to this.
package protocol LedgerStore: Sendable {
    /// Sets credits aside: from the free balance and from every budget that covers the request, all or none.
    /// - Throws: `LedgerError`
    func hold(_ order: HoldOrder) throws -> HoldOutcome
    /// Raises an open hold to a whole amount at a target, whose budgets then bind as well.
    /// - Returns: what is held now; at least `order.least` and never less than before
    /// - Throws: `LedgerError`
    func raise(_ order: HoldOrder) throws -> NanoUSD
    /// Charges an open hold, at most its amount, and releases the rest. A hold that was posted already is left as it is, and
    /// its settlement is told again.
    /// - Throws: `LedgerError`
    func post(_ order: PostOrder) throws -> Settlement
    /// Releases an open hold; one that was released already stays so.
    /// - Throws: `LedgerError`
    func void(_ hold: LedgerID) throws
    /// Grants credits, sets budgets.
    /// - Throws: `LedgerError`
    func apply(_ change: LedgerChange) throws
    /// What it all comes to now.
    /// - Throws: `LedgerError`
    func state() throws -> LedgerState
}

/// The state of a ledger at one instant.
package struct LedgerState: Sendable, Hashable {
    package struct Account: Sendable, Hashable {
        package var balance: NanoUSD
        package var held: NanoUSD

        package init(balance: NanoUSD, held: NanoUSD) {
            self.balance = balance
            self.held = held
        }

        /// What can be spent.
        package var free: NanoUSD { NanoUSD(balance.amount - held.amount) }
    }

    package struct OpenHold: Sendable, Hashable {
        package var amount: NanoUSD
        package var purse: Purse
        package var target: TargetName
        package var request: RequestID

        package init(amount: NanoUSD, purse: Purse, target: TargetName, request: RequestID) {
            self.amount = amount
            self.purse = purse
            self.target = target
            self.request = request
        }
    }

    /// A budget with its window of now.
    package struct BudgetState: Sendable, Hashable {
        package var budget: Budget
        package var window: BudgetWindow

        package init(budget: Budget, window: BudgetWindow) {
            self.budget = budget
            self.window = window
        }

        /// What may still be spent in the window.
        package var left: NanoUSD {
            NanoUSD(max(0, budget.cap.amount - window.spent.amount - window.reserved.amount))
        }
    }

    package var accounts: [AccountPath: Account]
    package var holds: [LedgerID: OpenHold]
    /// In the order in which they were set.
    package var budgets: [BudgetState]

    package init(
        accounts: [AccountPath: Account] = [:], holds: [LedgerID: OpenHold] = [:], budgets: [BudgetState] = []
    ) {
        self.accounts = accounts
        self.holds = holds
        self.budgets = budgets
    }

    /// What a purse can spend now; nil for one without a floor.
    package func free(_ purse: Purse) -> NanoUSD? {
        guard purse != .tracked else { return nil }
        return purse.accounts.compactMap { accounts[$0]?.free }.reduce(.zero, +)
    }
}
