internal import AI1Core

/// A call as a person sees it: one line, cleaned and short, and in full on demand.
package enum ToolCallText {
    /// Characters of arguments on the line.
    package static let shortArguments = 100
    /// Characters of arguments, and of a result, in the full form.
    package static let fullText = 8_000

    /// Characters of a line of the full form.
    private static let pieceLength = 400

    /// `time/get_current_time {"timezone":"Europe/Oslo"}`.
    package static func call(_ label: String, _ arguments: String) -> String {
        arguments == "{}" ? label : "\(label) \(shortened(arguments, to: shortArguments))"
    }

    /// The line after a call.
    package static func line(_ record: ToolCallRecord) -> String {
        let call = call(record.label, record.arguments)
        switch record.decision {
        case .denied: return "\(call): denied"
        case .invalid: return "\(call): \(TerminalCleaner.cleanLine(record.answer.text, limit: 160))"
        case .approved:
            let time = decimalText(Int64((record.milliseconds / 100).rounded()), places: 1)
            if record.answer.isError {
                return "\(call): failed after \(time) s: \(TerminalCleaner.cleanLine(record.answer.text, limit: 160))"
            }
            return "\(call): \(size(record.answer)), \(time) s"
        }
    }

    /// The whole call and its result, on several lines, none of them long.
    package static func full(_ record: ToolCallRecord) -> [String] {
        ["arguments of \(record.label):"] + pieces(shortened(record.arguments, to: fullText))
            + ["result of \(record.label):"]
            + TerminalCleaner.clean(shortened(record.answer.text, to: fullText)).split(separator: "\n").flatMap(pieces)
    }

    private static func pieces(_ line: some StringProtocol) -> [String] {
        var pieces: [String] = []
        var rest = Substring(line)
        while !rest.isEmpty {
            pieces.append("  " + rest.prefix(pieceLength))
            rest = rest.dropFirst(pieceLength)
        }
        return pieces
    }

    /// A text without its end, if it is longer.
    package static func shortened(_ text: String, to limit: Int) -> String {
        text.count <= limit ? text : "\(text.prefix(limit - 1))… (\(text.count) characters)"
    }

    private static func size(_ answer: ToolAnswer) -> String {
        let bytes = answer.wholeBytes == 1 ? "1 byte" : "\(answer.wholeBytes) bytes"
        switch answer.images.count {
        case 0: return bytes
        case 1: return "\(bytes) and an image"
        case let count: return "\(bytes) and \(count) images"
        }
    }
}
