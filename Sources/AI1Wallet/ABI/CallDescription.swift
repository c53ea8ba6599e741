/// What a transaction does, in words, as far as its recipient, value and data tell.
package struct CallDescription: Sendable, Hashable {
    /// What it does.
    package enum Action: Sendable, Hashable {
        case nativeTransfer(to: Address, value: UInt256)
        case transfer(to: Address, amount: UInt256)
        case transferFrom(from: Address, to: Address, amount: UInt256)
        case approve(spender: Address, amount: UInt256)
        case increaseAllowance(spender: Address, added: UInt256)
        case decreaseAllowance(spender: Address, subtracted: UInt256)
        case permit(owner: Address, spender: Address, value: UInt256, deadline: UInt256)
        case contractCreation(octets: Int)
        /// A call of a function that is not known, or whose arguments cannot be read.
        case unknown(selector: [UInt8], octets: Int)
    }

    package let action: Action
    /// One sentence without a full stop, such as `sends 25 AI1NET to @savings`.
    package let words: String
    /// What a careful person should know: one line each.
    package let warnings: [String]
    package let gasNeed: KnownGasNeed

    /// - Parameters:
    ///   - recipient: nil creates a contract
    ///   - value: wei
    ///   - token: the token whose contract the recipient is; nil when it is none or not known
    ///   - coin: the network's own coin
    ///   - names: what an address is called; nil shows the address
    package init(
        to recipient: Address?, value: UInt256, data: [UInt8], token: AssetUnit? = nil, coin: AssetUnit = .coin(),
        names: @escaping (Address) -> String? = { _ in nil }
    ) {
        let writer = CallWords(recipient: recipient, token: token, coin: coin, names: names)
        guard let recipient else {
            action = .contractCreation(octets: data.count)
            words = writer.words(action) + writer.along(value)
            warnings = []
            gasNeed = .unknown
            return
        }
        guard !data.isEmpty else {
            action = .nativeTransfer(to: recipient, value: value)
            words = "sends \(coin.text(value)) to \(writer.name(recipient))"
            warnings = value.isZero ? ["nothing is sent"] : []
            gasNeed = .nativeTransfer
            return
        }
        action = Self.action(of: data)
        words = writer.words(action) + writer.along(value)
        warnings = writer.warnings(action, value: value, trailing: Self.trailing(data, behind: action))
        gasNeed = Self.gasNeed(of: action)
    }

    private static func action(of data: [UInt8]) -> Action {
        for function in [
            ERC20.transfer, ERC20.transferFrom, ERC20.approve, ERC20.increaseAllowance, ERC20.decreaseAllowance,
            ERC20.permit,
        ] where data.starts(with: function.selector) {
            guard let values = try? function.decodeCall(data, allowsTrailingData: true),
                let action = known(
                    function, addresses: values.compactMap(\.address), numbers: values.compactMap(\.uint))
            else { continue }
            return action
        }
        return .unknown(selector: Array(data.prefix(4)), octets: data.count)
    }

    /// The action of a token's function by its addresses and numbers, each in the order of the declaration.
    private static func known(_ function: ABIFunction, addresses: [Address], numbers: [UInt256]) -> Action? {
        guard let first = addresses.first, let amount = numbers.first else { return nil }
        return switch function {
        case ERC20.transfer: .transfer(to: first, amount: amount)
        case ERC20.approve: .approve(spender: first, amount: amount)
        case ERC20.increaseAllowance: .increaseAllowance(spender: first, added: amount)
        case ERC20.decreaseAllowance: .decreaseAllowance(spender: first, subtracted: amount)
        case ERC20.transferFrom where addresses.count == 2:
            .transferFrom(from: first, to: addresses[1], amount: amount)
        case ERC20.permit where addresses.count == 2 && numbers.count >= 2:
            .permit(owner: first, spender: addresses[1], value: amount, deadline: numbers[1])
        default: nil
        }
    }

    /// Octets that follow the arguments of a known call. All of these have arguments of one word each.
    private static func trailing(_ data: [UInt8], behind action: Action) -> Int {
        switch action {
        case .transfer, .approve, .increaseAllowance, .decreaseAllowance: data.count - 4 - 2 * 32
        case .transferFrom: data.count - 4 - 3 * 32
        case .permit: data.count - 4 - 7 * 32
        case .nativeTransfer, .contractCreation, .unknown: 0
        }
    }

    private static func gasNeed(of action: Action) -> KnownGasNeed {
        switch action {
        case .nativeTransfer: .nativeTransfer
        case .transfer, .transferFrom: .erc20Transfer
        case .approve, .increaseAllowance, .decreaseAllowance: .erc20Approve
        case .permit: .erc20Permit
        case .contractCreation, .unknown: .unknown
        }
    }
}
