internal import AI1Wallet

/// Prices of gas as people write them: a plain number is wei, and `20gwei`, `1.5gwei`, `0.00000002eth` work as in cast.
enum GasPriceText {
    private static let gweiDecimals = 9

    /// The price in wei.
    /// - Throws: `WalletError` of code `malformed` or `overflow`
    static func wei(_ text: String) throws -> UInt256 { try UnitAmount(parsing: text).wei(default: .wei) }

    /// A price in gwei, exact: `1.5`.
    static func gwei(_ wei: UInt256) -> String { UnitAmount.text(wei, decimals: gweiDecimals) }
}
