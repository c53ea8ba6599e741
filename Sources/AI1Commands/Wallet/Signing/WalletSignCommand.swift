internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet sign`: a signature of a message or of typed data.
package struct WalletSignCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign a message (EIP-191) or typed data (EIP-712).",
        discussion: """
            A message is signed with the prefix that keeps it from being a transaction. Typed data is shown in full before \
            it is signed; data for another chain than that of --network or --chain is refused. --typed-data - reads one JSON \
            value a line and answers each with a line of JSON; the key is unlocked once.

            Examples:
              ai1 wallet sign "I am who I say"
              ai1 wallet sign --file statement.txt --account main
              ai1 wallet sign --typed-data permit.json --network base
              ai1 wallet sign --typed-data - --yes --password-file ~/.pw < orders.jsonl
            """)

    @Argument(
        help: "The message; 0x and hexadecimal digits are octets. - reads standard input, octet for octet.")
    package var message: String?

    @Option(help: ArgumentHelp("Sign what this file holds, octet for octet.", valueName: "file"), completion: .file())
    package var file: String?

    @Flag(help: "Take the message as text even when it looks like hexadecimal octets.")
    package var text = false

    @Option(
        name: .customLong("typed-data"),
        help: ArgumentHelp("Sign the typed data in this file; - for a line of JSON each.", valueName: "file"),
        completion: .file())
    package var typedData: String?

    @Option(
        name: .customLong("unsafe-raw-hash"),
        help: ArgumentHelp(
            "Sign these 32 octets as they are: they may be anything, also a transaction that takes all you have.",
            valueName: "hash"))
    package var rawHash: String?

    @Flag(name: .shortAndLong, help: "Do not ask: for scripts.")
    package var yes = false

    @Flag(help: "Print JSON.")
    package var json = false

    @OptionGroup(title: "Account") package var account: WalletAccountOptions
    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package mutating func validate() throws {
        let inputs = [message != nil, file != nil, typedData != nil, rawHash != nil].count { $0 }
        guard inputs == 1 else {
            throw ValidationError("give one of: a message, --file, --typed-data, --unsafe-raw-hash")
        }
    }

    package func run(_ context: CommandContext) async throws {
        ProcessHardening.apply()
        let desk = try WalletDesk(context)
        let entry = try desk.account(account)
        _ = try entry.keystorePath()
        if typedData == "-" { return try await signLines(entry, desk) }
        let hash = try hash(entry, desk)
        let key = try desk.unlock(entry, account.password)
        let signature = try key.sign(hash)
        guard json else { return try context.output.line(HexText.encode(signature.bytes)) }
        try context.output.line(JSONValue.object(Self.answer(signature, hash, entry, ["v": 1])).text)
    }

    /// What is to be signed, after it was shown where it must be.
    private func hash(_ entry: AccountEntry, _ desk: WalletDesk) throws -> Hash32 {
        if let typedData {
            let data = try TypedData(parsing: MessageInput.read(typedData, desk))
            try TypedDataReview(desk, network).check(data)
            try TypedDataReview(desk, network).demand(data, signer: entry, isAgreed: yes)
            return data.hash
        }
        if let rawHash {
            guard let hash = Hash32(hex: rawHash) else {
                throw CommandError(.badInput, message: "a raw hash is 0x and 64 hexadecimal digits")
            }
            desk.warn("nobody can tell what this hash stands for: it may be a transaction that takes all you have")
            try desk.demandYes("Type yes to sign it:", isGiven: yes, refusal: "nothing was signed")
            return hash
        }
        if let message, message != "-" {
            return PersonalMessage(MessageInput.bytes(of: message, asText: text)).hash
        }
        return PersonalMessage(try MessageInput.read(file ?? "-", desk)).hash
    }

    /// One key for all lines.
    private func signLines(_ entry: AccountEntry, _ desk: WalletDesk) async throws {
        guard yes else {
            throw CommandError(
                .usage, message: "nobody can be asked about lines of standard input", hint: "add --yes")
        }
        let review = try TypedDataReview(desk, network)
        let key = try desk.unlock(entry, account.password)
        try await LineService(context: desk.context).run { line in
            let data = try TypedData(parsing: line)
            try review.check(data)
            return Self.answer(try data.signed(by: key), data.hash, entry, [:])
        }
    }

    private static func answer(
        _ signature: Signature, _ hash: Hash32, _ entry: AccountEntry, _ start: JSONObject
    ) -> JSONObject {
        var object = start
        object["address"] = .string(entry.address.checksummed)
        object["signature"] = .string(HexText.encode(signature.bytes))
        object["hash"] = .string(hash.hex)
        return object
    }
}
