import AI1TestSupport
import Testing

/// A row of the fault table: what the server does, and what the user sees.
struct FaultCase: Sendable, CustomTestStringConvertible {
    let plan: String
    let status: Int32
    /// What the line on standard error must say beside the target.
    let reason: String
    /// Requests that the faulty server may see.
    var requests = 1...1
    var deadline: String?
    /// Whether another model may answer instead.
    var fallsBack = true

    var testDescription: String { "\(plan) → \(status)" }

    /// Back-off may try three times more.
    static let retried = 1...4

    /// Faults that come before the first text.
    static let beforeText: [FaultCase] = [
        FaultCase(plan: "401", status: 77, reason: "401"),
        FaultCase(plan: "403", status: 77, reason: "403"),
        FaultCase(plan: "402", status: 75, reason: "402"),
        FaultCase(plan: "429,code=insufficient_quota", status: 75, reason: "429"),
        FaultCase(plan: "404", status: 69, reason: "404"),
        FaultCase(plan: "400,message=nope", status: 65, reason: "nope", fallsBack: false),
        FaultCase(plan: "413,message=nope", status: 65, reason: "nope", fallsBack: false),
        FaultCase(plan: "422,message=nope", status: 65, reason: "nope", fallsBack: false),
        FaultCase(plan: "400,code=context_length_exceeded", status: 65, reason: "context"),
        FaultCase(plan: "400,code=content_filter", status: 101, reason: "filter"),
        FaultCase(plan: "blocked", status: 101, reason: "filter"),
        FaultCase(plan: "429", status: 75, reason: "429", requests: retried),
        FaultCase(plan: "429,retry-after=30", status: 75, reason: "429", deadline: "5s"),
        FaultCase(plan: "408", status: 75, reason: "408", requests: retried),
        FaultCase(plan: "409", status: 75, reason: "409", requests: retried),
        FaultCase(plan: "425", status: 75, reason: "425", requests: retried),
        FaultCase(plan: "500", status: 69, reason: "500", requests: retried),
        FaultCase(plan: "502,html", status: 69, reason: "502", requests: retried),
        FaultCase(plan: "503,retry-after=30", status: 69, reason: "503", deadline: "5s"),
        FaultCase(plan: "529", status: 69, reason: "529", requests: retried),
        FaultCase(plan: "reset", status: 75, reason: "connection was lost", requests: retried),
        FaultCase(plan: "redirect=http://127.0.0.1:9/v1/chat/completions", status: 76, reason: "redirect"),
        FaultCase(plan: "cut=0", status: 76, reason: "connection was lost", requests: retried),
        FaultCase(plan: "malformed=before", status: 76, reason: "", requests: retried),
        FaultCase(plan: "error=before", status: 76, reason: "", requests: retried),
        FaultCase(plan: "delay=60000", status: 75, reason: "within 1 s", deadline: "1s", fallsBack: false),
        FaultCase(plan: "stall=0", status: 76, reason: "", requests: retried),
    ]
}
