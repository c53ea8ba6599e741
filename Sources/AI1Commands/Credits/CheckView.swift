internal import AI1Core
internal import AI1Ledger
internal import AI1Terminal

/// What a check came to, as lines and as JSON.
struct CheckView {
    let report: CheckReport
    let isFull: Bool
    /// Nil when nothing could be closed.
    let swept: Sweeper.Report?

    /// `ok: …`, or the findings one a line; notes after them.
    var lines: String {
        let first = report.isGood ? ["ok: \(summary)"] : report.findings.map(\.description)
        return (first + report.notes.map { "note: \($0)" }).map { TerminalCleaner.cleanLine($0, limit: 400) + "\n" }
            .joined()
    }

    /// `1 finding`
    var count: String { report.findings.count == 1 ? "1 finding" : "\(report.findings.count) findings" }

    private var summary: String {
        var parts = [
            "\(isFull ? "full" : "quick") check", "\(grouped(report.events)) events",
            "\(grouped(report.transfers)) transfers", "\(grouped(report.openHolds)) under way",
        ]
        if let swept, swept.closed > 0 {
            parts.append("\(swept.closed) abandoned closed (\(swept.charged) charged, \(swept.released) released)")
        }
        parts.append(DurationText.render(milliseconds: report.milliseconds))
        return parts.joined(separator: ", ")
    }

    /// Version 1.
    var json: JSONValue {
        [
            "v": 1, "ok": .bool(report.isGood), "full": .bool(isFull), "events": .integer(report.events),
            "transfers": .integer(report.transfers), "open_holds": .integer(report.openHolds),
            "closed": ["charged": .integer(swept?.charged ?? 0), "released": .integer(swept?.released ?? 0)],
            "findings": .array(report.findings.map(Self.json)), "notes": .array(report.notes.map { .string($0) }),
            "checkpoint": report.checkpoint.map { .string($0.note) } ?? .null, "ms": .integer(report.milliseconds),
        ]
    }

    private static func json(_ finding: CheckReport.Finding) -> JSONValue {
        [
            "table": .string(finding.table), "key": .string(finding.key),
            "column": finding.column.map { .string($0) } ?? .null, "message": .string(finding.message),
        ]
    }
}
