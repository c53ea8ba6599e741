internal import AI1Core

/// The last octets of a stream that is not read otherwise.
struct OutputTail: Sendable {
    private let limitBytes: Int
    private var bytes: [UInt8] = []

    init(limitBytes: Int) { self.limitBytes = limitBytes }

    mutating func append(_ more: [UInt8]) {
        bytes.append(contentsOf: more.suffix(limitBytes))
        if bytes.count > limitBytes { bytes.removeFirst(bytes.count - limitBytes) }
    }

    /// As text that a terminal may show.
    var text: String { TerminalCleaner.clean(String(decoding: bytes, as: UTF8.self)) }
}
