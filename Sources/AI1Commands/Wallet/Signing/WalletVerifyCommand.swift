internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet verify`: whose signature it is.
package struct WalletVerifyCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify a signature of a message (EIP-191) or of typed data (EIP-712).",
        discussion: """
            A signature that is not the account's ends with code 65. With - every line of standard input, a JSON object with \
            address, signature and message or typedData, is answered by a line of JSON. No network is asked: signatures of \
            contracts are not known.

            Examples:
              ai1 wallet verify main 0x5f0c… "I am who I say"
              ai1 wallet verify @savings 0x5f0c… --typed-data permit.json
              ai1 wallet verify - < signatures.jsonl
            """)

    @Argument(
        help: "The account: an address, @contact or the name of an account; - reads lines.",
        completion: WalletCompletion.people)
    package var address: String

    @Argument(help: "The signature: 0x and 130 hexadecimal digits.")
    package var signature: String?

    @Argument(help: "The message; 0x and hexadecimal digits are octets. - reads standard input, octet for octet.")
    package var message: String?

    @Option(help: ArgumentHelp("The message is what this file holds.", valueName: "file"), completion: .file())
    package var file: String?

    @Flag(help: "Take the message as text even when it looks like hexadecimal octets.")
    package var text = false

    @Option(
        name: .customLong("typed-data"),
        help: ArgumentHelp("The typed data in this file was signed.", valueName: "file"), completion: .file())
    package var typedData: String?

    @Flag(help: "Print JSON.")
    package var json = false

    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package mutating func validate() throws {
        let inputs = [message != nil, file != nil, typedData != nil].count { $0 }
        if address == "-" {
            guard signature == nil, inputs == 0 else { throw ValidationError("with - everything is in the lines") }
            return
        }
        guard signature != nil else { throw ValidationError("the signature is missing") }
        guard inputs == 1 else { throw ValidationError("give one of: a message, --file, --typed-data") }
    }

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        guard let signature, address != "-" else { return try await verifyLines(desk) }
        let wanted = try signerAddress(desk)
        let signer = try Self.signer(of: signature, try hash(desk))
        if json {
            let object: JSONValue = [
                "v": 1, "valid": .bool(signer == wanted), "address": .string(wanted.checksummed),
                "signer": .string(signer.checksummed),
            ]
            try context.output.line(object.text)
        }
        guard signer == wanted else {
            throw CommandError(
                .mismatch, message: "the signature is not of \(wanted.checksummed)",
                hint: "of this message it would be that of \(signer.checksummed)")
        }
        if !json { try context.output.line("valid: signed by \(wanted.checksummed)") }
    }

    private func signerAddress(_ desk: WalletDesk) throws -> Address {
        if address.hasPrefix("0x") { return try Address(address) }
        if !address.hasPrefix("@") { return try desk.accounts.find(address).address }
        return try desk.recipient(address, chainID: desk.network(network).chainID).address
    }

    private func hash(_ desk: WalletDesk) throws -> Hash32 {
        if let typedData { return try TypedData(parsing: MessageInput.read(typedData, desk)).hash }
        if let message, message != "-" {
            return PersonalMessage(MessageInput.bytes(of: message, asText: text)).hash
        }
        return PersonalMessage(try MessageInput.read(file ?? "-", desk)).hash
    }

    private static func signer(of text: String, _ hash: Hash32) throws -> Address {
        guard text.hasPrefix("0x"), let bytes = HexText.decode(text) else {
            throw WalletError(
                .invalidSignature, "not a signature", hint: "a signature is 0x and 130 hexadecimal digits")
        }
        return try Signature(bytes: bytes).signer(of: hash).address
    }

    // MARK: Lines

    private func verifyLines(_ desk: WalletDesk) async throws {
        var total = 0
        var wrong = 0
        try await LineService(context: desk.context).run { line in
            total += 1
            let (wanted, signer) = try judge(line)
            if signer != wanted { wrong += 1 }
            return ["valid": .bool(signer == wanted), "signer": .string(signer.checksummed)]
        }
        guard wrong == 0 else {
            throw CommandError(.mismatch, message: "\(wrong) of \(total) signatures are not valid")
        }
    }

    private func judge(_ line: [UInt8]) throws -> (wanted: Address, signer: Address) {
        guard let object = try? JSONParser.parse(line, refusingRepeatedNames: true).object,
            let address = object["address"]?.string, let signature = object["signature"]?.string,
            (object["message"] == nil) != (object["typedData"] == nil)
        else {
            throw CommandError(
                .badInput, message: "not a signature to verify",
                hint: "a line is a JSON object with address, signature and message or typedData")
        }
        let wanted = try Address(address)
        if let data = object["typedData"] {
            let typed = try data.string.map { try TypedData(parsing: Array($0.utf8)) } ?? TypedData(json: data)
            return (wanted, try Self.signer(of: signature, typed.hash))
        }
        guard let message = object["message"]?.string else {
            throw CommandError(.badInput, message: "the message is not text")
        }
        let personal = PersonalMessage(MessageInput.bytes(of: message, asText: text))
        return (wanted, try Self.signer(of: signature, personal.hash))
    }
}
