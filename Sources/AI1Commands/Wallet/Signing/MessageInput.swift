internal import AI1Core
internal import AI1Wallet

/// A message as it is given: on the command line, in a file, on standard input, or in a line of JSON.
enum MessageInput {
    /// No person signs more.
    static let limitBytes = 16 << 20

    /// The octets that a text stands for. Like other tools, `0x` and hexadecimal digits are octets, unless the text is to be
    /// taken as it is.
    static func bytes(of text: String, asText: Bool) -> [UInt8] {
        if !asText, text.hasPrefix("0x"), let bytes = HexText.decode(text) { return bytes }
        return Array(text.utf8)
    }

    /// A file, or standard input where it is `-`, octet for octet.
    /// - Throws: `CommandError` of code `inputMissing` or `badInput`
    static func read(_ name: String, _ desk: WalletDesk) throws -> [UInt8] {
        if name == "-" {
            return try InputFile.read(descriptor: desk.context.input, limit: limitBytes, "standard input")
        }
        return try InputFile.read(desk.path(name), limit: limitBytes)
    }
}
