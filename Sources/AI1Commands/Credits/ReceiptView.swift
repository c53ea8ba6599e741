internal import AI1Core
internal import AI1Ledger
internal import AI1Settings

/// A receipt that somebody holds, verified without the ledger.
enum ReceiptView {
    /// More than any receipt has.
    private static let largestBytes = 16_777_216

    /// Prints what a receipt proves.
    /// - Parameter name: its file; `-` for standard input
    /// - Throws: `LedgerError` of code `audit` when it proves nothing; `CommandError`
    static func verify(_ name: String, json: Bool, _ context: CommandContext) throws {
        let live = try Composition(context)
        let bytes = try read(name, live)
        guard let value = try? JSONParser.parse(bytes) else {
            throw CommandError(
                .badInput, message: "\(shown(name)) is no JSON", hint: "make one: ai1 credits receipt ID")
        }
        let reading = try Receipt.verify(value, trustedKey: try Receipt.publicKey(live.ledgerFiles))
        if json { return try context.output.line(self.json(reading).text) }
        try context.output.line("ok: \(reading.id), signed by \(words(reading.signer))")
        for event in reading.events { try context.output.line(event.text) }
    }

    private static func read(_ name: String, _ live: Composition) throws -> [UInt8] {
        if name == "-" {
            return try InputFile.read(descriptor: live.context.input, limit: largestBytes, "standard input")
        }
        let path = live.paths.expand(name, from: live.context.workingDirectory)
        return try InputFile.read(path, limit: largestBytes)
    }

    private static func shown(_ name: String) -> String { TerminalCleaner.cleanLine(name, limit: 200) }

    private static func words(_ signer: ReceiptReading.Signer) -> String {
        switch signer {
        case .trusted: "this machine's key"
        case .other: "another key than this machine's"
        case .unknown: "a key that this machine cannot compare"
        }
    }

    private static func json(_ reading: ReceiptReading) -> JSONValue {
        let signer =
            switch reading.signer {
            case .trusted: "this"
            case .other: "other"
            case .unknown: "unknown"
            }
        return [
            "v": 1, "ok": true, "id": .string(reading.id), "signer": .string(signer),
            "key": .string(reading.checkpoint.key), "checkpoint": .string(reading.checkpoint.note),
            "events": .array(reading.events),
        ]
    }
}
