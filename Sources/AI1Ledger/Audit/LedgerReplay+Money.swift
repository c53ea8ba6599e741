extension LedgerReplay {
    func apply(_ opening: AccountOpening) {
        let account = Account(path: opening.path, asset: opening.asset, floor: opening.floor)
        if accounts.updateValue(account, forKey: opening.account) != nil {
            contradict("account \(opening.account) is opened twice")
        }
    }

    func apply(_ transfer: TransferEvent, hold: Int64?) {
        transfers += 1
        findings.compare(
            .transfer,
            [
                .integer(transfer.sequence), .blob(transfer.id.octets), .integer(transfer.kind.rawValue),
                RowValue(hold), .integer(time), .text(transfer.memo), .integer(sequence),
            ], transferRows.take(transfer.sequence))
        var sums = [Int64](repeating: 0, count: Asset.allCases.count + 1)
        let key = RowValue.integer(transfer.sequence)
        var expected: [[RowValue]] = []
        expected.reserveCapacity(transfer.legs.count)
        for (number, leg) in transfer.legs.enumerated() {
            expected.append([key, .integer(Int64(number)), .integer(leg.account), .integer(leg.amount)])
            guard let asset = accounts[leg.account]?.asset, sums.indices.contains(Int(clamping: asset)) else {
                contradict("account \(leg.account) was never opened")
                continue
            }
            accounts[leg.account]?.balance &+= leg.amount
            sums[Int(asset)] &+= leg.amount
        }
        if sums.contains(where: { $0 != 0 }) { contradict("the legs of transfer \(transfer.sequence) do not sum to zero") }
        findings.compare(
            .entry, expected, entryRows.takeAll(transfer.sequence), isUnreadable: entryRows.isUnreadable)
    }

    func apply(_ budget: BudgetEvent) {
        var row = budget
        if let earlier = budgets[budget.id] {
            row.scope = earlier.scope
            row.value = earlier.value
            row.per = earlier.per
        }
        row.windows = []
        budgets[budget.id] = row
        for share in budget.windows { change(share) { $0.spent &+= share.amount } }
    }

    /// Changes a window, which is made when it is new.
    func change(_ share: WindowShare, _ body: (inout Window) -> Void) {
        body(&windows[WindowKey(budget: share.budget, start: share.start), default: Window(stop: share.stop)])
    }
}
