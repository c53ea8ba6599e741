import AI1Ledger
import AI1TestSupport
import Testing

@Suite("The contract of a ledger")
struct ContractTests {
    @Test("The ledger in a file keeps it", arguments: LedgerContract.checks)
    func file(check: LedgerContract.Check) throws {
        let scratch = try ScratchLedger()
        try check.run(LedgerContract { try scratch.open(clock: $0, calendar: $1) })
    }

    @Test("The ledger in memory keeps it", arguments: LedgerContract.checks)
    func memory(check: LedgerContract.Check) throws {
        try check.run(LedgerContract { MemoryLedger(clock: $0, calendar: $1) })
    }

    @Test("The ledger in a file, opened anew by another for every order, keeps it", arguments: LedgerContract.checks)
    func reopened(check: LedgerContract.Check) throws {
        let scratch = try ScratchLedger()
        try check.run(LedgerContract { ReopenedLedger(scratch: scratch, clock: $0, calendar: $1) })
    }

    @Test("A store that is wrong by a nano-dollar does not keep it")
    func wrong() throws {
        let contract = LedgerContract { WrongLedger(MemoryLedger(clock: $0, calendar: $1)) }
        let broken = LedgerContract.checks.filter { check in
            do {
                try check.run(contract)
                return false
            } catch {
                return true
            }
        }
        #expect(broken.count > 5)
    }
}
