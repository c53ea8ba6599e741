internal import AI1Catalog
internal import AI1Core
internal import AI1Terminal

/// What a sync changed: a page for a person, everything for a script.
struct SyncReport {
    let outcome: SyncRun.Outcome
    /// Providers of the user's own settings.
    let ownProviders: Set<String>

    private var comparison: SyncComparison { outcome.comparison }
    private var newProviders: [String] { comparison.newProviders.filter { !ownProviders.contains($0) } }

    /// Prints the page.
    /// - Throws: as `OutputStream.write`
    func show(on stream: OutputStream, _ facts: StreamFacts) throws {
        let reading = comparison.reading
        let providers = reading.sections.count { !$0.models.isEmpty }
        try stream.line(
            "\(outcome.source.name), \(outcome.time.utcDate): \(Self.count(reading.modelCount, "model")) of "
                + Self.count(providers, "provider"))
        var table = TextTable([.init(""), .init("", .right), .init("", canShrink: true)])
        table.append(["new", Self.cell(comparison.added.count), .init(names(comparison.added))])
        table.append(["removed", Self.cell(comparison.removed.count), .init(names(comparison.removed))])
        table.append(["repriced", Self.cell(comparison.repriced.count), ""])
        if !comparison.waiting.isEmpty {
            table.append([
                "waiting", Self.cell(comparison.waiting.count),
                .init("fell by more than half, and stay as they were", .yellow),
            ])
        }
        if !newProviders.isEmpty {
            table.append(["providers", Self.cell(newProviders.count), .init("new, and off until: ai1 route add NAME")])
        }
        for kind in SyncReading.Refusal.allCases {
            guard let tally = reading.refused[kind] else { continue }
            let examples = SyncWords.names(tally.examples + (tally.count > tally.examples.count ? ["…"] : []))
            table.append(["refused", Self.cell(tally.count), .init("\(SyncWords.text(kind)): \(examples)", .yellow)])
        }
        for kind in SyncReading.Surplus.allCases {
            guard let tally = reading.surplus[kind] else { continue }
            table.append(["left out", Self.cell(tally.count), .init(SyncWords.text(kind), .dim)])
        }
        try stream.show(table, facts)
        try show(comparison.repriced, "repriced", on: stream, facts)
        if !outcome.wasAsked { try show(comparison.waiting, "waiting for: ai1 route sync --yes", on: stream, facts) }
        if !outcome.isStored { try stream.line("\ndry run: nothing was written") }
    }

    private func show(
        _ changes: [SyncComparison.Repricing], _ heading: String, on stream: OutputStream, _ facts: StreamFacts
    ) throws {
        guard !changes.isEmpty else { return }
        try stream.line("\n\(heading)")
        try stream.show(SyncWords.table(changes), facts)
        let rest = changes.count - SyncWords.shownChanges
        if rest > 0 { try stream.line("  … \(grouped(Int64(rest))) more: --json has all") }
    }

    private func names(_ names: [TargetName]) -> String { SyncWords.names(names.prefix(4).map(\.description)) }

    private static func cell(_ count: Int) -> TextTable.Cell { .init(grouped(Int64(count))) }

    private static func count(_ count: Int, _ noun: String) -> String {
        "\(grouped(Int64(count))) \(noun)\(count == 1 ? "" : "s")"
    }

    /// Everything, for scripts.
    var json: JSONValue {
        let reading = comparison.reading
        var object: JSONObject = [
            "v": 1, "source": .string(outcome.source.name), "form": .string(reading.form.rawValue),
            "synced_at": .string(outcome.time.utcText), "stored": .bool(outcome.isStored),
            "models": .integer(reading.modelCount), "providers": .integer(reading.sections.count),
        ]
        object["new"] = .array(comparison.added.map { .string($0.description) })
        object["removed"] = .array(comparison.removed.map { .string($0.description) })
        object["repriced"] = .array(comparison.repriced.map(Self.json))
        object["waiting"] = .array(comparison.waiting.map(Self.json))
        object["new_providers"] = .array(newProviders.map { .string($0) })
        var refused = JSONObject()
        for (kind, tally) in reading.refused.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            refused[kind.rawValue] = Self.json(tally)
        }
        object["refused"] = .object(refused)
        var leftOut = JSONObject()
        for (kind, name) in [
            (SyncReading.Surplus.otherOutput, "other_output"), (.otherProtocol, "other_protocol"), (.local, "local"),
        ] {
            if let tally = reading.surplus[kind] { leftOut[name] = Self.json(tally) }
        }
        object["left_out"] = .object(leftOut)
        return .object(object)
    }

    private static func json(_ tally: SyncReading.Tally) -> JSONValue {
        ["count": .integer(tally.count), "examples": .array(tally.examples.map { .string($0) })]
    }

    private static func json(_ change: SyncComparison.Repricing) -> JSONValue {
        func prices(_ prices: TokenPrices) -> JSONValue {
            [
                "input": .number(JSONNumber(uncheckedText: prices.input.usdPerMillionTokens)),
                "output": .number(JSONNumber(uncheckedText: prices.output.usdPerMillionTokens)),
            ]
        }
        return [
            "target": .string(change.name.description), "unit": "usd_per_million_tokens", "old": prices(change.old),
            "new": prices(change.new),
        ]
    }
}
