internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet

/// Typed data before it is signed: held against the chain that is meant, and shown to whom it concerns.
struct TypedDataReview {
    private let desk: WalletDesk
    private let network: Network
    private let names: AddressNames

    /// - Throws: `CommandError`, `WalletError`, `SettingsError`
    init(_ desk: WalletDesk, _ options: NetworkOptions) throws {
        self.desk = desk
        network = try Network(desk.network(options))
        names = try AddressNames(desk, network)
    }

    /// Refuses data for another chain.
    /// - Throws: `WalletError` of code `wrongChain`
    func check(_ data: TypedData) throws {
        guard let chainID = data.chainID, chainID != network.chainID else { return }
        throw WalletError(
            .wrongChain, "the typed data is for chain \(chainID), and \(network) is meant",
            hint: "if that chain is what you mean: --chain \(chainID)")
    }

    /// Shows all of it, and what it would do where that is known, and lets pass only who agrees.
    /// - Parameter isAgreed: whether `--yes` was given: what is known to be dangerous is said all the same
    /// - Throws: `CommandError` of code `declined`; `TerminalError` where nobody can be asked
    func demand(_ data: TypedData, signer: AccountEntry, isAgreed: Bool) throws {
        let token = data.verifyingContract.flatMap { contract in
            network.tokens.first { $0.address == contract }
        }
        let words = data.explanation(
            token: token?.unit, names: { names[$0] }, now: desk.context.clock.now)
        if isAgreed || !desk.context.isInteractive {
            for line in words { desk.warn(line) }
        } else {
            let style = desk.errorStyle
            try desk.context.errors.line("\(style.dim("signer"))  \(signer.label)  \(signer.address.checksummed)")
            try desk.context.errors.line("\(style.dim("chain"))   \(data.chainID == nil ? "not named" : "\(network)")")
            // Nothing of what is signed is left out: a value is shown whole, however wide.
            for line in data.treeLines(names: { names[$0] }) {
                try desk.context.errors.line(TerminalCleaner.clean(line))
            }
            for line in words { try desk.context.errors.line(style.yellow(TerminalCleaner.clean(line))) }
        }
        try desk.demandYes("Type yes to sign it:", isGiven: isAgreed, refusal: "nothing was signed")
    }
}
