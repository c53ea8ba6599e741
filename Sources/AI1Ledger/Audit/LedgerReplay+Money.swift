extension LedgerReplay {
    func apply(_ opening: AccountOpening) {
        let account = Account(path: opening.path, asset: opening.asset, floor: opening.floor)
        if accounts.updateValue(account, forKey: opening.account) != nil {
            contradict("account \(opening.account) is opened twice")
        }
    }

    func apply(_ transfer: TransferEvent, hold: Int64?) {
        transferNames.add(transfer.id, transfer.sequence)
        let expected: [RowValue] = [
            .integer(transfer.sequence), .blob(transfer.id.octets), .integer(transfer.kind.rawValue), RowValue(hold),
            .integer(time), .text(transfer.memo), .integer(sequence),
        ]
        if !transferRows.accept(expected) {
            findings.compare(.transfer, expected, transferRows.take(transfer.sequence))
        }
        move(transfer)
        compareEntries(transfer)
    }

    private func move(_ transfer: TransferEvent) {
        var sums: (Int64, Int64, Int64) = (0, 0, 0)
        for leg in transfer.legs {
            switch accounts[leg.account]?.asset {
            case Asset.usd.rawValue: sums.0 &+= leg.amount
            case Asset.play.rawValue: sums.1 &+= leg.amount
            case Asset.token.rawValue: sums.2 &+= leg.amount
            default: contradict("account \(leg.account) was never opened")
            }
            accounts[leg.account]?.balance &+= leg.amount
        }
        if sums != (0, 0, 0) { contradict("the legs of transfer \(transfer.sequence) do not sum to zero") }
    }

    private func compareEntries(_ transfer: TransferEvent) {
        var row: [RowValue] = [.integer(transfer.sequence), .null, .null, .null]
        for (number, leg) in transfer.legs.enumerated() {
            row[1] = .integer(Int64(number))
            row[2] = .integer(leg.account)
            row[3] = .integer(leg.amount)
            guard !entryRows.accept(row) else { continue }
            let rest = transfer.legs.enumerated().dropFirst(number).map {
                [row[0], .integer(Int64($0)), .integer($1.account), .integer($1.amount)]
            }
            findings.compare(
                .entry, rest, entryRows.takeAll(transfer.sequence), isUnreadable: entryRows.isUnreadable)
            return
        }
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
