internal import AI1Wallet

/// What calls that ai1 knows need at most in ordinary contracts: a measure for what a node estimates.
struct GasReference: Sendable {
    let gas: UInt64
    /// What it is, in words.
    let words: String

    /// A transfer of the chain's coin costs exactly that where no code runs.
    static let transfer: UInt64 = 21_000
    /// With a first write to a storage word.
    static let token: UInt64 = 65_000
    /// With the recovery of a signature, two writes and a nonce.
    static let permit: UInt64 = 100_000

    /// nil for calls that are not known, and for the creation of contracts.
    init?(_ call: CallRequest) {
        guard call.to != nil else { return nil }
        if call.data.isEmpty {
            self.init(gas: Self.transfer, words: "a plain transfer")
            return
        }
        guard let known = Self.known.first(where: { call.data.starts(with: $0.selector) }) else { return nil }
        self.init(gas: known.gas, words: "a token's \(known.name)")
    }

    private init(gas: UInt64, words: String) {
        self.gas = gas
        self.words = words
    }

    private static let known: [(selector: [UInt8], name: String, gas: UInt64)] = [
        (ERC20.transfer, token), (ERC20.transferFrom, token), (ERC20.approve, token), (ERC20.increaseAllowance, token),
        (ERC20.decreaseAllowance, token), (ERC20.permit, permit),
    ].map { ($0.0.selector, $0.0.name, $0.1) }
}
