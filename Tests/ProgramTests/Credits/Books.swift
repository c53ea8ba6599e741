internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// What `ai1 credits history` tells.
struct Books {
    /// One request.
    struct Row {
        let kind: String
        let target: String
        let source: String
        let nanoUSD: Int64
        let disputedNanoUSD: Int64
        let output: Int64
    }

    let rows: [Row]

    /// The requests, newest first.
    static func read(_ user: User, _ location: SourceLocation = #_sourceLocation) async throws -> Books {
        let result = try await user.ai1("credits", "history", "--json", "--all")
        #expect(result.status == 0, "\(result.told)", sourceLocation: location)
        let rows = try result.json(location)["rows"]?.array ?? []
        return Books(
            rows: rows.filter { $0["target"]?.isNull == false }.map { row in
                Row(
                    kind: row["kind"]?.string ?? "", target: row["target"]?.string ?? "",
                    source: row["source"]?.string ?? "", nanoUSD: row["amount"]?["nano_usd"]?.number?.int64 ?? -1,
                    disputedNanoUSD: row["disputed"]?["nano_usd"]?.number?.int64 ?? -1,
                    output: row["output"]?.number?.int64 ?? -1)
            })
    }

    var kinds: [String] { rows.map(\.kind) }
}

extension JSONValue {
    /// An amount of the member of that name in `credits`.
    func credits(_ name: String) -> Int64? { self["credits"]?[name]?["nano_usd"]?.number?.int64 }
}
