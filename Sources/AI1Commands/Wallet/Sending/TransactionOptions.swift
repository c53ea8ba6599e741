internal import AI1Chain
internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// What may be said about a transaction beside what it does. Names and variables are those of Foundry's cast; a flag beats
/// its variable.
package struct TransactionOptions: ParsableArguments {
    @Option(
        name: .customLong("gas-limit"),
        help: ArgumentHelp(
            "The most gas that may be used, in place of an estimate. [env: ETH_GAS_LIMIT]", valueName: "gas"),
        transform: WholeNumber.argument)
    package var gasLimit: UInt64?

    @Option(
        name: .customLong("gas-price"),
        help: ArgumentHelp(
            "The highest price of gas, tip and all: wei, or 20gwei. [env: ETH_GAS_PRICE]", valueName: "price"),
        transform: GasPrice.init)
    package var gasPrice: GasPrice?

    @Option(
        name: .customLong("priority-gas-price"),
        help: ArgumentHelp("The tip in it: wei, or 1gwei. [env: ETH_PRIORITY_GAS_PRICE]", valueName: "price"),
        transform: GasPrice.init)
    package var priorityGasPrice: GasPrice?

    @Option(
        help: ArgumentHelp("The transaction's number, in place of the account's next one.", valueName: "number"),
        transform: WholeNumber.argument)
    package var nonce: UInt64?

    @Flag(help: "One price in place of base fee and tip (type 0).")
    package var legacy = false

    @Option(
        name: .customLong("fee-cap"),
        help: ArgumentHelp("Allow a fee of up to so much, such as 0.05eth.", valueName: "fee"), transform: GasPrice.init
    )
    package var feeCap: GasPrice?

    package init() {}

    package func validate() throws {
        if legacy, priorityGasPrice != nil {
            throw ValidationError("--legacy has one price: leave out --priority-gas-price")
        }
        if let gasPrice, let priorityGasPrice, priorityGasPrice.wei > gasPrice.wei {
            throw ValidationError("--priority-gas-price is a part of --gas-price, and cannot be more")
        }
    }

    /// What counts in the end: the flags, then the variables.
    /// - Throws: `CommandError` of code `usage` for a variable that makes no sense
    func wishes(_ environment: [String: String]) throws -> FeeWishes {
        var fees = FeeRequest(isLegacy: legacy, feeCap: feeCap?.wei)
        fees.gasLimit = try gasLimit ?? Self.variable("ETH_GAS_LIMIT", environment, WholeNumber.parse)
        fees.gasPrice = try gasPrice?.wei ?? Self.variable("ETH_GAS_PRICE", environment) { try? GasPriceText.wei($0) }
        // A tip from the environment is meant for transactions that have one.
        if !legacy {
            fees.priorityGasPrice =
                try priorityGasPrice?.wei
                ?? Self.variable("ETH_PRIORITY_GAS_PRICE", environment) { try? GasPriceText.wei($0) }
        }
        if let price = fees.gasPrice, let tip = fees.priorityGasPrice, tip > price {
            throw CommandError(
                .usage, message: "the priority gas price is more than the gas price",
                hint: "unset ETH_PRIORITY_GAS_PRICE, or give --priority-gas-price")
        }
        return FeeWishes(nonce: nonce, fees: fees)
    }

    private static func variable<Value>(
        _ name: String, _ environment: [String: String], _ read: (String) -> Value?
    ) throws -> Value? {
        guard let text = environment[name], !text.isEmpty else { return nil }
        guard let value = read(text) else {
            throw CommandError(
                .usage, message: "\(name) is no \(name == "ETH_GAS_LIMIT" ? "number of units of gas" : "price of gas")",
                hint: "unset \(name), or set it to a number")
        }
        return value
    }
}

/// A price or fee in wei, read from a command line.
package struct GasPrice: Sendable, Hashable {
    let wei: UInt256

    /// - Throws: `ValidationError` that says what a price looks like
    init(_ text: String) throws {
        guard let wei = try? GasPriceText.wei(text) else {
            throw ValidationError("'\(text)' is no price: a plain number is wei, others look like 20gwei or 0.01eth")
        }
        self.wei = wei
    }
}

/// What a person wants of nonce, gas and fees; the rest is asked of the chain.
struct FeeWishes: Sendable, Hashable {
    var nonce: UInt64?
    var fees = FeeRequest()
}
