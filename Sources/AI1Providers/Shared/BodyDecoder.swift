internal import AI1Core

/// The framing that all dialects share: finds out what sort of body comes, cuts it into events, and watches over its
/// end.
struct BodyDecoder<Events: AnswerEvents>: AnswerDecoder {
    /// How a dialect frames the answer that was asked for.
    enum Framing: Sendable { case serverSentEvents, lines, document }

    private enum Mode: Sendable { case undecided, events, lines, document }

    /// The largest answer in one document, in octets.
    static var documentLimitBytes: Int { 64 * 1024 * 1024 }

    private let framing: Framing
    private var mode = Mode.undecided
    private var parser = SSEParser()
    private var splitter = LineSplitter(limit: SSEParser.eventLimitBytes, loneCR: false)
    private var held: [UInt8] = []
    private var events: Events
    private var ended = false
    private var fault: ProviderFault?

    init(_ framing: Framing, _ events: Events) {
        self.framing = framing
        self.events = events
    }

    mutating func feed(_ bytes: UnsafeRawBufferPointer, into batch: inout AnswerBatch) throws {
        if let fault { throw fault }
        do {
            try take(bytes, into: &batch)
            events.pieceDecoded(into: &batch)
        } catch {
            fault = Self.fault(from: error)
            throw fault ?? ProviderFault(.malformed, message: "the answer cannot be read")
        }
    }

    mutating func finish(into batch: inout AnswerBatch) throws {
        if let fault { throw fault }
        do {
            if mode == .lines, !ended {
                try splitter.finish { line in try Self.lastLine(line, &events, &batch) }
            }
            if mode == .document {
                guard let value = try Self.document(held) else { throw Self.cut }
                held = []
                try events.document(value, into: &batch)
            }
            guard events.isComplete else { throw Self.cut }
        } catch {
            fault = Self.fault(from: error)
            throw fault ?? Self.cut
        }
    }

    private static var cut: ProviderFault {
        ProviderFault(.cut, message: "the answer ended before it was complete")
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer, into batch: inout AnswerBatch) throws {
        var bytes = bytes
        if mode == .undecided {
            guard let start = bytes.firstIndex(where: { !Self.isSpace($0) }) else { return }
            bytes = UnsafeRawBufferPointer(rebasing: bytes[start...])
            mode = decide(first: bytes[0])
        }
        switch mode {
        case .events:
            guard !ended else { return }
            try parser.feed(bytes) { _, data in try Self.event(data, &events, &ended, &batch) }
        case .lines:
            guard !ended else { return }
            try splitter.feed(bytes) { line in try Self.event(line, &events, &ended, &batch) }
        case .document, .undecided:
            guard held.count + bytes.count <= Self.documentLimitBytes else {
                throw ProviderFault(.malformed, message: "the answer is larger than 64 MiB")
            }
            held.append(contentsOf: bytes)
        }
    }

    /// A provider may answer a request for a stream with one document, and the other way round: the first octet tells.
    private func decide(first: UInt8) -> Mode {
        if framing == .lines { return .lines }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .document }
        return framing == .document ? .document : .events
    }

    private static func event(
        _ data: UnsafeRawBufferPointer, _ events: inout Events, _ ended: inout Bool, _ batch: inout AnswerBatch
    ) throws {
        if ended { return }
        if events.fast(data, into: &batch) {
            batch.events += 1
            return
        }
        guard data.contains(where: { !isSpace($0) }) else { return }
        batch.events += 1
        if data.elementsEqual("[DONE]".utf8) {
            ended = true
            return try events.sentinel(into: &batch)
        }
        do {
            try events.event(try JSONParser.parse(data), into: &batch)
        } catch let failure as JSONParser.Failure {
            throw malformed(data, failure)
        }
    }

    /// A last line without its end counts only when it is whole.
    private static func lastLine(
        _ line: UnsafeRawBufferPointer, _ events: inout Events, _ batch: inout AnswerBatch
    ) throws {
        guard line.contains(where: { !isSpace($0) }) else { return }
        guard let value = try document(Array(line)) else { throw cut }
        batch.events += 1
        try events.event(value, into: &batch)
    }

    /// The value of a whole document; nil when it merely ends too early.
    private static func document(_ bytes: [UInt8]) throws -> JSONValue? {
        do {
            return try JSONParser.parse(bytes)
        } catch {
            if isUnfinished(bytes, error) { return nil }
            throw bytes.withUnsafeBytes { malformed($0, error) }
        }
    }

    private static func isUnfinished(_ bytes: [UInt8], _ failure: JSONParser.Failure) -> Bool {
        let rest = bytes.dropFirst(failure.offset)
        return ["true", "false", "null"].contains { $0.utf8.starts(with: rest) }
    }

    private static func malformed(_ data: UnsafeRawBufferPointer, _ failure: JSONParser.Failure) -> ProviderFault {
        ProviderFault(
            .malformed, message: "an event is not valid JSON: expected \(failure.expected) at octet \(failure.offset)",
            underlying: FaultText.underlying(Array(data.prefix(4 * FaultText.underlyingLimitBytes))))
    }

    private static func fault(from error: any Error) -> ProviderFault {
        if let fault = error as? ProviderFault { return fault }
        return ProviderFault(.malformed, message: "an event is larger than \(SSEParser.eventLimitBytes >> 20) MiB")
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
