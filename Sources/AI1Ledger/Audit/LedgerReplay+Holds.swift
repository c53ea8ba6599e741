extension LedgerReplay {
    /// A hold as the events tell it so far, with the rows that were read for it: most of their columns are only known
    /// when it is closed.
    struct OpenHold {
        var sequence: Int64
        var id: LedgerID
        var purse: Int64
        var amount: Int64
        var ifSent: Int64
        var created: Int64
        var request: LedgerID
        var target: String
        var job: String?
        var legs: [Leg] = []
        var shares: [WindowShare] = []
        /// How it was closed, and when.
        var post: PostEvent?
        var closed: Int64?
        let row: TableCursor.Taken
        let legRows: [[RowValue]]
        let shareRows: [[RowValue]]
        let usageRows: [[RowValue]]
    }

    func apply(_ hold: HoldEvent) {
        let key = hold.sequence
        holdNames.add(hold.id, key)
        var open = OpenHold(
            sequence: key, id: hold.id, purse: hold.purse, amount: hold.amount, ifSent: hold.ifSent, created: time,
            request: hold.request, target: hold.target, job: hold.job, row: holdRows.take(key),
            legRows: legRows.takeAll(key), shareRows: shareRows.takeAll(key), usageRows: usageRows.takeAll(key))
        reserve(hold.legs, hold.windows, &open)
        if openHolds.updateValue(open, forKey: key) != nil { contradict("hold \(key) is open already") }
        note(hold.keys)
    }

    func apply(_ raise: RaiseEvent) {
        guard var open = openHolds.removeValue(forKey: raise.hold) else {
            return contradict("hold \(raise.hold) is raised and not open")
        }
        open.amount = raise.amount
        open.ifSent = raise.ifSent
        open.target = raise.target
        reserve(raise.legs, raise.windows, &open)
        openHolds[raise.hold] = open
    }

    /// Puts legs and shares in the place of earlier ones of the same account or window.
    private func reserve(_ legs: [Leg], _ shares: [WindowShare], _ open: inout OpenHold) {
        for leg in legs {
            var before: Int64 = 0
            if let place = open.legs.firstIndex(where: { $0.account == leg.account }) {
                before = open.legs[place].amount
                open.legs[place] = leg
            } else {
                open.legs.append(leg)
            }
            hold(leg.amount &- before, on: leg.account)
        }
        for share in shares {
            var before: Int64 = 0
            if let place = open.shares.firstIndex(where: { $0.budget == share.budget && $0.start == share.start }) {
                before = open.shares[place].amount
                open.shares[place] = share
            } else {
                open.shares.append(share)
            }
            change(share) { $0.reserved &+= share.amount &- before }
        }
    }

    private func release(_ open: OpenHold) {
        for leg in open.legs { hold(0 &- leg.amount, on: leg.account) }
        for share in open.shares { change(share) { $0.reserved &-= share.amount } }
    }

    private func hold(_ amount: Int64, on account: Int64) {
        guard accounts[account] != nil else { return contradict("account \(account) was never opened") }
        accounts[account]?.held &+= amount
    }

    func apply(_ post: PostEvent) {
        guard var open = openHolds.removeValue(forKey: post.hold) else {
            return contradict("hold \(post.hold) is charged and not open")
        }
        if post.charge > open.amount || post.charge < 0 { contradict("the charge is more than was held, or negative") }
        open.post = post
        open.closed = time
        compare(open)
        release(open)
        for transfer in post.transfers { apply(transfer, hold: post.hold) }
        for share in post.windows { change(share) { $0.spent &+= share.amount } }
        for carry in post.carries { carries[carry.provider] = carry.picoUSD }
        for spend in post.spends { add(spend, post) }
        note(post.keys)
    }

    func apply(_ void: VoidEvent) {
        guard var open = openHolds.removeValue(forKey: void.hold) else {
            return contradict("hold \(void.hold) is released and not open")
        }
        open.closed = time
        compare(open)
        release(open)
        note(void.keys)
    }

    private func add(_ spend: SpendPart, _ post: PostEvent) {
        let key = SpendKey(
            day: post.day, purse: post.purse, target: spend.target, job: post.job, task: post.task ?? "")
        guard var sum = spends[key] else {
            spends[key] = spend
            return
        }
        sum.requests &+= spend.requests
        sum.input &+= spend.input
        sum.output &+= spend.output
        sum.charge &+= spend.charge
        sum.reward &+= spend.reward
        sum.disputed &+= spend.disputed
        spends[key] = sum
    }

    /// Compares the rows of a hold with what is known of it now.
    func compare(_ hold: OpenHold) {
        let state = hold.post?.state ?? (hold.closed == nil ? 0 : 2)
        let expected: [RowValue] = [
            .integer(hold.sequence), .blob(hold.id.octets), .integer(hold.purse), .integer(hold.amount),
            .integer(hold.ifSent), .integer(state), .integer(hold.created), RowValue(hold.closed),
            .blob(hold.request.octets), .text(hold.target), RowValue(hold.job), RowValue(hold.post?.task),
            .integer(hold.post?.charge ?? 0), .integer(hold.post?.reward ?? 0), .integer(hold.post?.disputed ?? 0),
        ]
        findings.compare(.hold, expected, hold.row)
        let key = RowValue.integer(hold.sequence)
        findings.compare(
            .holdLeg, hold.legs.map { [key, .integer($0.account), .integer($0.amount)] }, hold.legRows,
            isUnreadable: legRows.isUnreadable)
        findings.compare(
            .holdBudget,
            hold.shares.map { [key, .integer($0.budget), .integer($0.start), .integer($0.amount)] }, hold.shareRows,
            isUnreadable: shareRows.isUnreadable)
        let usages = (hold.post?.usages ?? []).enumerated().map { Self.row($1, Int64($0), key) }
        findings.compare(.usage, usages, hold.usageRows, isUnreadable: usageRows.isUnreadable)
    }

    private static func row(_ usage: UsagePart, _ number: Int64, _ hold: RowValue) -> [RowValue] {
        var row: [RowValue] = [hold, .integer(number), .text(usage.target)]
        row.reserveCapacity(16)
        for count in usage.tokens { row.append(.integer(count)) }
        row.append(.text(usage.source))
        row.append(RowValue(usage.costPicoUSD))
        row.append(RowValue(usage.price))
        row.append(RowValue(usage.claim))
        row.append(RowValue(usage.claimNanoUSD))
        return row
    }
}
