/// Puts actions into words.
struct CallWords {
    let recipient: Address?
    let token: AssetUnit?
    let coin: AssetUnit
    let names: (Address) -> String?

    func name(_ address: Address) -> String { names(address) ?? address.checksummed }

    /// An amount of the token, in its units if they are known.
    func amount(_ amount: UInt256) -> String { AllowanceWords.exact(amount, of: token) }

    func words(_ action: CallDescription.Action) -> String {
        switch action {
        case .nativeTransfer(let to, let value): "sends \(coin.text(value)) to \(name(to))"
        case .contractCreation(let octets): "creates a contract from \(Counted.text(octets, "octet"))"
        case .transfer(let to, let sum): "sends \(amount(sum)) to \(name(to))"
        case .transferFrom(let from, let to, let sum): "sends \(amount(sum)) from \(name(from)) to \(name(to))"
        case .approve(let spender, let sum):
            if sum.isZero {
                "takes back what \(name(spender)) may take of your \(symbol)"
            } else {
                "lets \(name(spender)) take \(allowance(sum)) from your account"
            }
        case .increaseAllowance(let spender, let added):
            "lets \(name(spender)) take \(allowance(added)) more from your account"
        case .decreaseAllowance(let spender, let subtracted):
            "lets \(name(spender)) take \(allowance(subtracted)) less from your account"
        case .permit(let owner, let spender, let value, let deadline):
            "hands in a permit: \(name(owner)) lets \(name(spender)) take \(allowance(value)), "
                + "if it comes before \(AllowanceWords.date(deadline) ?? "the end of time")"
        case .unknown(let selector, let octets): unknown(selector, octets)
        }
    }

    private func allowance(_ amount: UInt256) -> String { AllowanceWords.amount(amount, of: token) }

    private var symbol: String { token?.symbol ?? "tokens" }

    private func unknown(_ selector: [UInt8], _ octets: Int) -> String {
        let target = recipient.map(name) ?? "a new contract"
        guard selector.count == 4 else { return "calls \(target) with \(Counted.text(octets, "octet")) of data" }
        return
            "calls the function \(HexText.encode(selector)) of \(target) with \(Counted.text(octets - 4, "octet")) of arguments"
    }

    /// What is said of coin that goes along with a call.
    func along(_ value: UInt256) -> String { value.isZero ? "" : ", and sends \(coin.text(value)) along" }

    func warnings(_ action: CallDescription.Action, value: UInt256, trailing: Int) -> [String] {
        var warnings: [String] = []
        switch action {
        case .approve(let spender, let sum), .increaseAllowance(let spender, let sum),
            .permit(_, let spender, let sum, _):
            if sum.isUnlimitedAllowance {
                warnings.append(
                    "unlimited: \(name(spender)) may take all \(symbol), now and later, until it is revoked")
            }
        case .transfer(let to, _), .transferFrom(_, let to, _):
            if to == recipient { warnings.append("the tokens go to the token's own contract and are lost there") }
            if to == .zero { warnings.append("the tokens go to the zero address and are lost there") }
        case .unknown: warnings.append("what this call does is not known")
        case .nativeTransfer, .decreaseAllowance, .contractCreation: break
        }
        if case .unknown = action { return warnings }
        if token == nil {
            warnings.append("the recipient is no token that is known: what it does may be something else")
        }
        if !value.isZero { warnings.append("\(coin.text(value)) goes to the token's contract as well") }
        if trailing > 0 { warnings.append("\(Counted.text(trailing, "octet")) after the call mean nothing to a token") }
        return warnings
    }
}
