internal import AI1Core

/// Cuts what a server prints into messages: one a line, or several in a batch, as the protocol of 2025-03-26 allows. A state
/// machine that is fed octets. Lines that are no message are counted and left out, up to a bound.
struct MessageReader: Sendable {
    private let limits: ToolLimits
    private var splitter: LineSplitter
    private var strayLines = 0
    private var strayBytes = 0
    /// The first line that was no message, for the error that tells of too many.
    private(set) var firstStray: String?

    init(_ limits: ToolLimits) {
        self.limits = limits
        splitter = LineSplitter(limit: limits.messageBytes, loneCR: false)
    }

    /// Hands over every message that is complete.
    /// - Throws: `ToolError` of code `protocolBroken` for a line without end, and for too much that is no message
    mutating func feed(_ bytes: [UInt8], _ take: (RPCMessage) throws -> Void) throws {
        var lines: [[UInt8]] = []
        do {
            try bytes.withUnsafeBytes { piece in try splitter.feed(piece) { lines.append(Array($0)) } }
        } catch {
            throw ToolError(
                .protocolBroken, "it sent a line of more than \(limits.messageBytes >> 20) MiB",
                hint: "a server prints one message a line, and nothing else, on its standard output")
        }
        for line in lines where line.contains(where: { $0 > 0x20 }) {
            guard let value = try? JSONParser.parse(line) else {
                try stray(line)
                continue
            }
            let messages = (value.array ?? [value]).map(RPCMessage.init)
            for message in messages {
                guard let message else {
                    try stray(line)
                    continue
                }
                try take(message)
            }
        }
    }

    private mutating func stray(_ line: [UInt8]) throws {
        strayLines += 1
        strayBytes += line.count
        let text = TerminalCleaner.cleanLine(String(decoding: line.prefix(400), as: UTF8.self), limit: 100)
        if firstStray == nil { firstStray = text }
        guard strayLines <= limits.strayLines, strayBytes <= limits.strayBytes else {
            throw ToolError(
                .protocolBroken, "it prints what is no message of the protocol: \"\(firstStray ?? text)\"",
                hint: "is it an MCP server that speaks over standard input and output?")
        }
    }
}
