internal import AI1Core

extension FaultPlan {
    /// One word of the plan language, for help texts.
    package struct Option: Sendable, Hashable {
        package let name: String
        /// What may follow `=`; empty when nothing may.
        package let value: String
        package let meaning: String
    }

    /// Every word of the plan language.
    package static let options: [Option] = [
        Option(name: "fault", value: "STATUS|WORD", meaning: "refuse with that HTTP status, or any word below"),
        Option(name: "retry-after", value: "SECONDS", meaning: "the Retry-After of a refusal"),
        Option(name: "code", value: "TEXT", meaning: "the error code in a refusal's body"),
        Option(name: "message", value: "TEXT", meaning: "the message in a refusal's body"),
        Option(name: "html", value: "", meaning: "a refusal's body is HTML"),
        Option(name: "delay", value: "MS", meaning: "wait before the headers"),
        Option(name: "first", value: "MS", meaning: "wait between the headers and the first event"),
        Option(name: "pace", value: "MS", meaning: "wait before every further piece"),
        Option(name: "drip", value: "BYTES", meaning: "send the body in pieces of that size"),
        Option(name: "cut", value: "BYTES", meaning: "close after so much of the body"),
        Option(name: "reset", value: "[BYTES]", meaning: "reset before the headers, or after so much of the body"),
        Option(name: "stall", value: "BYTES", meaning: "send nothing more after so much of the body"),
        Option(name: "malformed", value: "[before|after]", meaning: "a malformed event before or after the first text"),
        Option(name: "error", value: "[before|after]", meaning: "an error event before or after the first text"),
        Option(name: "no-end", value: "", meaning: "leave out the finish reason and the end mark"),
        Option(name: "length", value: "", meaning: "end at the output limit"),
        Option(name: "filter", value: "", meaning: "end by the content filter"),
        Option(name: "blocked", value: "", meaning: "no text at all, by the content filter"),
        Option(name: "redirect", value: "URL", meaning: "answer 302 with that Location"),
        Option(name: "usage", value: "absent|JSON", meaning: "leave usage out, or report that JSON text"),
        Option(name: "huge", value: "BYTES", meaning: "one event with so much text comes first"),
        Option(name: "text", value: "TEXT", meaning: "exactly this answer"),
        Option(
            name: "calls", value: "JSON",
            meaning: "call these tools first: [{\"name\":…,\"arguments\":{…}}] (OpenAI chat and Anthropic)"),
        Option(name: "words", value: "COUNT", meaning: "an answer of so many words"),
        Option(name: "bytes", value: "COUNT", meaning: "an answer of so many octets"),
        Option(name: "events", value: "COUNT", meaning: "an answer of so many text events"),
        Option(name: "event-bytes", value: "BYTES", meaning: "the text of each of these events"),
        Option(name: "header-bytes", value: "BYTES", meaning: "a header field of that size"),
        Option(name: "garbage", value: "", meaning: "answer with something that is not HTTP"),
        Option(name: "times", value: "COUNT", meaning: "only the first requests are hit"),
        Option(name: "percent", value: "0-100", meaning: "so many of a hundred requests are hit"),
    ]

    /// The largest answer that can be asked for: 4 GiB.
    package static let sizeLimitBytes = 4 * 1024 * 1024 * 1024

    static let sizeLimitWords = sizeLimitBytes / 5

    /// Reads a plan such as `429,retry-after=30` or `delay=2000 cut=100`. Items are separated by commas or white
    /// space; a bare number is a status; a value in braces or quotation marks may hold separators.
    /// - Throws: `SandboxError` of code `badPlan`
    package static func parse(_ text: String) throws -> FaultPlan {
        var plan = FaultPlan()
        for item in try items(text) { try plan.apply(item.name, item.value) }
        return plan
    }

    private mutating func apply(_ name: String, _ value: String?) throws {
        if name == "fault" {
            let inner = try Self.text(name, value).split(separator: "=", maxSplits: 1)
            guard let word = inner.first, word != "fault" else { throw Self.wrongValue(name, value) }
            return try apply(String(word), inner.count > 1 ? String(inner[1]) : nil)
        }
        if name.allSatisfy(\.isNumber), value == nil {
            guard let number = Int(name), (300..<600).contains(number) else {
                throw Self.bad("\(name) is no status of a refusal", hint: "use 300 to 599")
            }
            status = number
            return
        }
        if try applyTransport(name, value) { return }
        if try applyContent(name, value) { return }
        let near = Suggestions.near(name, among: Self.options.map(\.name))
        throw Self.bad(
            "unknown fault “\(TerminalCleaner.cleanLine(name, limit: 40))”",
            hint: near.isEmpty
                ? "known: " + Self.options.map(\.name).joined(separator: " ")
                : "did you mean " + near.joined(separator: " or ") + "?")
    }

    private mutating func applyTransport(_ name: String, _ value: String?) throws -> Bool {
        switch name {
        case "retry-after": retryAfterSeconds = Int(try Self.number(name, value, 0...86_400))
        case "delay": delayMilliseconds = try Self.number(name, value, 0...86_400_000)
        case "first": firstEventDelayMilliseconds = try Self.number(name, value, 0...86_400_000)
        case "pace": paceMilliseconds = try Self.number(name, value, 0...86_400_000)
        case "drip": dripBytes = try Self.size(name, value, from: 1)
        case "cut": cutAfterBytes = try Self.size(name, value, from: 0)
        case "stall": stallAfterBytes = try Self.size(name, value, from: 0)
        case "reset":
            if value == nil { resetBeforeHeaders = true } else { resetAfterBytes = try Self.size(name, value, from: 0) }
        case "redirect": redirect = try Self.text(name, value)
        case "header-bytes": headerBytes = Int(try Self.number(name, value, 1...1_048_576))
        case "garbage": garbage = try Self.flag(name, value)
        case "times": firstRequests = Int(try Self.number(name, value, 0...1_000_000_000))
        case "percent": percent = Int(try Self.number(name, value, 0...100))
        default: return false
        }
        return true
    }

    private mutating func applyContent(_ name: String, _ value: String?) throws -> Bool {
        switch name {
        case "code": errorCode = try Self.text(name, value)
        case "message": errorMessage = try Self.text(name, value)
        case "html": htmlError = try Self.flag(name, value)
        case "malformed": malformed = try Self.place(name, value)
        case "error": inBandError = try Self.place(name, value)
        case "no-end": missingEnd = try Self.flag(name, value)
        case "length": if try Self.flag(name, value) { finish = .length }
        case "filter": if try Self.flag(name, value) { finish = .contentFilter }
        case "blocked": blocked = try Self.flag(name, value)
        case "usage":
            let report = try Self.text(name, value)
            if report != "absent", (try? JSONParser.parse(report)) == nil { throw Self.wrongValue(name, value) }
            usage = report == "absent" ? .absent : .literal(report)
        case "huge": hugeEventBytes = try Self.size(name, value, from: 1)
        case "text": self.text = try Self.text(name, value)
        case "calls": calls = try Self.calls(name, value)
        case "words": size = .words(Int(try Self.number(name, value, 1...Int64(Self.sizeLimitWords))))
        case "bytes": size = .bytes(try Self.size(name, value, from: 1))
        case "events":
            var each = 4
            if case .events(_, let bytesEach) = size { each = bytesEach }
            size = .events(Int(try Self.number(name, value, 1...1_000_000_000)), bytesEach: each)
        case "event-bytes":
            var count = 1
            if case .events(let events, _) = size { count = events }
            size = .events(count, bytesEach: Int(try Self.number(name, value, 1...67_108_864)))
        default: return false
        }
        return true
    }
}
