internal import AI1Core

/// Findings as they come, at most so many of a table: one damaged page can make thousands.
final class FindingList {
    static let limitPerTable = 100

    private(set) var findings: [CheckReport.Finding] = []
    private var counts: [String: Int] = [:]

    func add(_ table: String, _ key: String = "", column: String? = nil, _ message: String) {
        counts[table, default: 0] += 1
        guard counts[table, default: 0] <= Self.limitPerTable else { return }
        findings.append(CheckReport.Finding(table: table, key: key, column: column, message: message))
    }

    /// Whether something of a table was named.
    func names(_ table: String) -> Bool { counts[table] != nil }

    /// All findings, and how many were left out.
    func finish() -> [CheckReport.Finding] {
        findings
            + counts.filter { $0.value > Self.limitPerTable }.sorted { $0.key < $1.key }.map {
                CheckReport.Finding(table: $0.key, message: "and \($0.value - Self.limitPerTable) more findings")
            }
    }

    /// Looks at one thing; when the file is damaged there, that is a finding, and the check goes on.
    func guarding(_ table: String, _ body: () throws -> Void) {
        do {
            try body()
        } catch {
            add(table, "", (error as? any AI1Error)?.message ?? "\(error)")
        }
    }
}
