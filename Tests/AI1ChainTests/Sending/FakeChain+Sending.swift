import AI1Core
import AI1TestSupport
import AI1Wallet

@testable import AI1Chain

extension FakeChain {
    /// The answer to a sent transaction, or the fault that is due.
    static func send(_ parameters: [JSONValue], _ state: inout State) -> ScriptedNodes.Answer {
        guard let raw = parameters[0].string.flatMap({ HexText.decode($0) }),
            let signed = try? SignedTransaction(decoding: raw)
        else { return .error(code: -32_602, message: "invalid argument 0") }
        let fault = state.faults.isEmpty ? nil : state.faults.removeFirst()
        if fault != .unreachable, fault != .rateLimited { state.received.append(signed.hash) }
        switch fault {
        case nil: return take(signed, &state)
        case .timeOutBefore: return .fault(ProviderFault(.deadline, message: "no answer in time"))
        case .dropBefore: return .fault(ProviderFault(.transient, message: "the connection was closed"))
        case .timeOutLate:
            state.late.append(signed)
            return .fault(ProviderFault(.deadline, message: "no answer in time"))
        case .rateLimited: return .http(status: 429)
        case .unreachable: return .fault(ProviderFault(.unreachable, message: "cannot connect"))
        case .insufficientFunds:
            return .error(code: -32_000, message: "insufficient funds for gas * price + value: balance 0")
        case .underpriced: return .error(code: -32_000, message: "transaction underpriced")
        case .poolFull: return .error(code: -32_000, message: "txpool is full")
        case .unknownWords: return .error(code: -32_000, message: "no")
        case .timeOutAfter, .dropAfter, .serverErrorAfter, .otherHash, .timeOutMined:
            let answer = take(signed, &state)
            guard case .result = answer else { return answer }
            if fault == .otherHash { return .result(.string(Keccak256.hash([0]).hex)) }
            if fault == .timeOutMined { state.mine() }
            if fault == .serverErrorAfter { return .http(status: 502) }
            let kind: FaultKind = fault == .dropAfter ? .transient : .stalled
            return .fault(ProviderFault(kind, message: "no answer"))
        }
    }

    static func take(_ signed: SignedTransaction, _ state: inout State) -> ScriptedNodes.Answer {
        if state.pool.contains(where: { $0.hash == signed.hash }) {
            return .error(code: -32_000, message: "already known")
        }
        let nonce = signed.transaction.nonce
        guard nonce >= state.minedNonce(signed.sender) else {
            return .error(code: -32_000, message: "nonce too low: next nonce \(state.minedNonce(signed.sender))")
        }
        if let place = state.pool.firstIndex(where: { $0.sender == signed.sender && $0.transaction.nonce == nonce }) {
            let old = state.pool[place].transaction.fees.maximumPrice
            guard let least = try? old.scaledRoundingUp(110, over: 100), signed.transaction.fees.maximumPrice >= least
            else { return .error(code: -32_000, message: "replacement transaction underpriced") }
            state.pool[place] = signed
        } else {
            state.pool.append(signed)
        }
        if state.isAutomatic { state.mine() }
        return .result(.string(signed.hash.hex))
    }
}
