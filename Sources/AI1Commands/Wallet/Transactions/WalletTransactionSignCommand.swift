internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet tx sign`: a signature without a network.
package struct WalletTransactionSignCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign a transaction that was built elsewhere. Asks no network.",
        discussion: """
            What is shown is derived from the octets that are signed; a file whose parts disagree is refused. A file that \
            agrees with itself can still be another one than you meant: compare recipient and amount. Printed are the raw \
            digits for ai1 wallet tx send. With - the key is unlocked once and every line is answered by a line of JSON.

            Examples:
              ai1 wallet tx sign tx.json > signed.txt
              ai1 wallet tx sign tx.json --account cold --json
              ai1 wallet tx sign - --yes --password-file ~/.pw < built.jsonl
            """)

    @Argument(help: "A file, raw hexadecimal digits with 0x, or - for lines of either.", completion: .file())
    package var input: String

    @OptionGroup(title: "Consent") package var consent: ConsentOptions
    @OptionGroup(title: "Account") package var account: WalletAccountOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        if input == TransactionInput.standardInput { return try await signLines(desk) }
        let document = try TransactionInput.read(input, desk)
        guard case .unsigned(let transaction) = document.payload else {
            throw WalletError(.invalidTransaction, "the transaction is signed already", hint: "ai1 wallet tx send")
        }
        let from = try signer(of: document, desk)
        if !consent.dryRun { _ = try from.keystorePath() }
        let told = try DocumentView.summary(of: transaction, from: from.address, desk, deed: .sign)
        let question = SigningConsent(desk: desk, options: consent)
        if consent.dryRun { return try question.show(told) }
        try question.demand(told)
        let signed = try document.signed(by: try desk.unlock(from, account.password))
        try context.output.line(
            consent.json ? JSONValue.object(signed.object).text : HexText.encode(TransactionInput.signed(signed).raw))
    }

    /// Whose key is to sign: that of the account that was named, else of the address in the file.
    private func signer(of document: TransactionDocument, _ desk: WalletDesk) throws -> AccountEntry {
        let isNamed = account.account != nil || account.keystore != nil || account.from != nil
        let entry =
            if let wanted = document.from, !isNamed { try desk.accounts.find(wanted.checksummed) } else {
                try desk.account(account)
            }
        if let wanted = document.from, wanted != entry.address {
            throw CommandError(
                .usage,
                message: "the transaction is to be signed by \(wanted.short), and \(entry.label) is "
                    + entry.address.short, hint: "choose its account with --account")
        }
        return entry
    }

    /// One key for all lines. It is let go when the input ends.
    private func signLines(_ desk: WalletDesk) async throws {
        guard consent.yes else {
            throw CommandError(
                .usage, message: "nobody can be asked about lines of standard input",
                hint: "add --yes, or look first: ai1 wallet tx decode -")
        }
        let from = try desk.account(account)
        let key = try desk.unlock(from, account.password)
        try await LineService(context: desk.context).run { line in
            try TransactionInput.parse(line).signed(by: key).object
        }
    }
}
