package import AI1Wallet

/// Whether an account can pay.
package enum BalanceCheck {
    /// Holds amount and worst-case fee against the balance, all in wei.
    /// - Throws: `ChainError` of code `insufficientFunds` with the figures
    package static func coin(
        value: UInt256, worstFee: UInt256, balance: UInt256, network: Network
    ) throws(ChainError) {
        let need = try? value.adding(worstFee)
        if let need, need <= balance { return }
        let shown = { (wei: UInt256) in
            UnitAmount.text(wei, decimals: Network.nativeDecimals) + " " + network.nativeSymbol
        }
        let parts = value.isZero ? "" : "\(shown(value)) and "
        throw ChainError(
            .insufficientFunds,
            "the account holds \(shown(balance)); \(parts)a fee of up to \(shown(worstFee)) are needed",
            hint: "put more \(network.nativeSymbol) into the account"
                + (value.isZero ? "" : ", or send less: the fee is paid from the same balance"))
    }

    /// Holds an amount alone against the balance, both in wei, before a fee is known.
    /// - Throws: `ChainError` of code `insufficientFunds` with the figures
    package static func amount(_ value: UInt256, balance: UInt256, network: Network) throws(ChainError) {
        guard value > balance else { return }
        let shown = { (wei: UInt256) in
            UnitAmount.text(wei, decimals: Network.nativeDecimals) + " " + network.nativeSymbol
        }
        throw ChainError(
            .insufficientFunds, "the account holds \(shown(balance)); \(shown(value)) and a fee are needed",
            hint: "put more \(network.nativeSymbol) into the account, or send less")
    }

    /// Holds an amount of a token against the balance of it, both in its smallest units.
    /// - Throws: `ChainError` of code `insufficientFunds` with the figures
    package static func token(amount: UInt256, balance: UInt256, token: Token) throws(ChainError) {
        guard amount > balance else { return }
        let shown = { (units: UInt256) in UnitAmount.text(units, decimals: token.decimals) + " " + token.symbol }
        throw ChainError(
            .insufficientFunds, "the account holds \(shown(balance)); \(shown(amount)) are needed",
            hint: "send less, or put more \(token.symbol) into the account")
    }
}
