import AI1Core
import AI1Ledger
import AI1Storage
import AI1TestSupport

/// Small jobs on a ledger.
enum LedgerModes {
    /// `open ROOT GRANT [CAP]`: makes the ledger, adds credits, and sets a budget for all time; amounts in
    /// nano-US-dollars.
    static func open(_ words: Words) throws {
        let ledger = try TortureLedger.open(try words.text(1, "ROOT"))
        let grant = Int64(try words.number(2, "GRANT"))
        if grant > 0 {
            try ledger.apply(
                .grant(id: LedgerID(high: 1, low: 1), to: .declared, amount: NanoUSD(grant), memo: "torture"))
        }
        if words.all.count > 3 {
            try ledger.apply(.setBudget(.account, per: .total, cap: NanoUSD(Int64(try words.number(3, "CAP")))))
        }
    }

    /// `sweep ROOT`.
    static func sweep(_ words: Words) throws {
        let report = try Sweeper(ledger: TortureLedger.open(try words.text(1, "ROOT"))).sweep()
        Console.say("released \(report.released) charged \(report.charged) alive \(report.alive)")
    }

    /// `probe ROOT`: what a damaged ledger does: opening, reading, checking, one order. Prints the code of each.
    static func probe(_ words: Words) throws {
        let root = try words.text(1, "ROOT")
        tell("open") { _ = try TortureLedger.open(root) }
        tell("read") { _ = try TortureLedger.open(root, forAudit: true).state() }
        tell("check") {
            let report = try LedgerCheck.full(TortureLedger.open(root, forAudit: true))
            guard report.isGood else { throw LedgerError(.audit, message: "\(report.findings.count) findings") }
        }
        tell("hold") {
            let request = RequestID(time: TortureClock().now, random: (1, 2))
            _ = try TortureLedger.open(root).hold(
                HoldOrder(
                    id: LedgerID(request), purse: .credits, amount: NanoUSD(1), request: request,
                    target: TortureLedger.targets[0]))
        }
    }

    private static func tell(_ what: String, _ body: () throws -> Void) {
        do {
            try body()
            Console.say("\(what) ok")
        } catch let error as LedgerError {
            Console.say("\(what) \(error.code.name)")
        } catch {
            Console.say("\(what) untyped \(error)")
        }
    }

    /// `read ROOT`: reads everything again and again until it is called, and looks whether the sums hold.
    static func read(_ words: Words) throws {
        let ledger = try TortureLedger.open(try words.text(1, "ROOT"))
        Console.say("open")
        var count = 0
        repeat {
            let state = try ledger.state()
            guard LedgerMatch.sums(of: state) == [0, 0] else { return Console.say("violation: a sum is not nothing") }
            for (path, account) in state.accounts where path.text.hasPrefix("user:") && path != .tracked {
                guard account.free >= .zero else { return Console.say("violation: \(path) below its floor") }
            }
            for budget in state.budgets where budget.window.spent + budget.window.reserved > budget.budget.cap {
                return Console.say("violation: a budget is overshot")
            }
            let entries = try ledger.read { try $0.integer("SELECT coalesce(sum(amount), 0) FROM entry") }
            guard entries == 0 else { return Console.say("violation: the entries sum to \(entries ?? 0)") }
            count += 1
        } while !Console.isCalled
        Console.say("reads \(count)")
    }
}
