internal import AI1Chain
internal import AI1Wallet
package import ArgumentParser

/// Fees of a transaction that takes the place of another.
package struct ReplacementOptions: ParsableArguments {
    @Option(
        name: .customLong("gas-price"),
        help: ArgumentHelp("The highest price of gas, tip and all: wei, or 40gwei.", valueName: "price"),
        transform: GasPrice.init)
    package var gasPrice: GasPrice?

    @Option(
        name: .customLong("priority-gas-price"),
        help: ArgumentHelp("The tip in it: wei, or 2gwei.", valueName: "price"), transform: GasPrice.init)
    package var priorityGasPrice: GasPrice?

    @Option(
        name: .customLong("fee-cap"),
        help: ArgumentHelp("Allow a fee of up to so much, such as 0.05eth.", valueName: "fee"), transform: GasPrice.init
    )
    package var feeCap: GasPrice?

    package init() {}

    package func validate() throws {
        if priorityGasPrice != nil, gasPrice == nil {
            throw ValidationError("--priority-gas-price is a part of --gas-price: give both")
        }
        if let gasPrice, let priorityGasPrice, priorityGasPrice.wei > gasPrice.wei {
            throw ValidationError("--priority-gas-price is a part of --gas-price, and cannot be more")
        }
    }

    /// What the user gave; nil leaves it to the chain and the transaction that waits.
    func wanted(_ kind: TransactionKind) -> TransactionFees? {
        guard let gasPrice else { return nil }
        guard kind == .dynamicFee, let tip = priorityGasPrice else { return .gasPrice(gasPrice.wei) }
        return .dynamic(maxFee: gasPrice.wei, maxPriorityFee: tip.wei)
    }
}
