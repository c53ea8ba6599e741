package import AI1Core

extension TypedData {
    /// What the signature would do, in words, one sentence a line; empty when nothing is known about this type.
    /// - Parameters:
    ///   - token: the token at `verifyingContract`, if it is known
    ///   - names: what an address is called; nil shows the address
    ///   - now: tells of deadlines that have passed; nil says nothing of them
    package func explanation(
        token: AssetUnit? = nil, names: (Address) -> String? = { _ in nil }, now: Timestamp? = nil
    ) -> [String] {
        var lines = permission(token, names, now)
        if lines.isEmpty, primaryType.lowercased().contains("permit") {
            lines.append("this looks like a permission to take tokens: whoever has the signature may use it")
        }
        if chainID == nil { lines.append("the domain names no chain: the signature may count on every chain") }
        if verifyingContract == nil {
            lines.append("the domain names no contract: the signature may count for several")
        }
        return lines
    }

    private func permission(
        _ token: AssetUnit?, _ names: (Address) -> String?, _ now: Timestamp?
    ) -> [String] {
        func name(_ address: Address) -> String { names(address) ?? address.checksummed }
        if encodedType == Permit.encodedType, let owner = message["owner"]?.address,
            let spender = message["spender"]?.address, let value = message["value"]?.uint,
            let deadline = message["deadline"]?.uint
        {
            var lines = ["\(name(owner)) lets \(name(spender)) take \(AllowanceWords.amount(value, of: token))"]
            lines += Self.unlimited(value, spender: name(spender))
            lines.append(Self.handedIn(until: deadline, now))
            return lines
        }
        if encodedType == Self.permitWithExpiry, let owner = message["holder"]?.address,
            let spender = message["spender"]?.address, let expiry = message["expiry"]?.uint,
            let isAllowed = message["allowed"]?.bool
        {
            guard isAllowed else { return ["\(name(owner)) takes back what \(name(spender)) may take"] }
            var lines = ["\(name(owner)) lets \(name(spender)) take \(AllowanceWords.amount(.max, of: token))"]
            lines += Self.unlimited(.max, spender: name(spender))
            lines.append(expiry.isZero ? "it has no deadline" : Self.handedIn(until: expiry, now))
            return lines
        }
        return []
    }

    /// Of Dai, which came before ERC-2612: all or nothing, and an expiry of 0 is none.
    private static let permitWithExpiry =
        "Permit(address holder,address spender,uint256 nonce,uint256 expiry,bool allowed)"

    private static func unlimited(_ value: UInt256, spender: String) -> [String] {
        value.isUnlimitedAllowance
            ? ["unlimited: \(spender) may take all there is, now and later, until it is revoked"] : []
    }

    private static func handedIn(until seconds: UInt256, _ now: Timestamp?) -> String {
        guard let date = AllowanceWords.date(seconds) else {
            return "whoever has the signature can hand it in for ever: it has no deadline"
        }
        if let now, let second = seconds.uint64, Int64(second) * 1_000 < now.millisecondsSinceEpoch {
            return "it is of no use any more: its deadline was \(date)"
        }
        return "whoever has the signature can hand it in until \(date); what it allows lasts after that"
    }
}
