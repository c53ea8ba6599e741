internal import AI1Core
internal import AI1Evaluation
internal import AI1Terminal

/// An evaluation as tables and sentences.
struct EvaluationView {
    let report: EvaluationReport
    let facts: StreamFacts

    /// A narrower terminal shows no intervals, and less of PGR.
    private static let narrow = 80

    private var style: Style { Style(hasColor: facts.hasColor) }
    private var isNarrow: Bool { (facts.columns ?? .max) < Self.narrow }
    private var hasIntervals: Bool { !isNarrow && report.resamples > 0 }
    private var shares: [Double] { isNarrow ? [0.5] : [0.25, 0.5, 0.75] }

    var text: String {
        var text = paragraph(heading)
        text += "\n" + table.render(width: facts.columns, style: style)
        if let weak = report.weak, let strong = report.strong {
            text += "\n" + paragraph("Calls to \(strong) in place of \(weak):") + "\n"
            text += pairTable.render(width: facts.columns, style: style)
        }
        let verdicts = report.rows.compactMap { Verdict(row: $0, best: report.best) }
        if !verdicts.isEmpty { text += "\n" }
        for verdict in verdicts { text += paragraph(verdict.sentence, verdict.outcome == .loses ? .yellow : .none) }
        return text
    }

    private var heading: String {
        let prompts = report.prompts == 1 ? "1 prompt" : "\(grouped(Int64(report.prompts))) prompts"
        let trained = report.trainedOn > 0 ? ", trained on \(grouped(Int64(report.trainedOn))) others" : ""
        let intervals =
            report.resamples > 0
            ? "; 95 % intervals from \(grouped(Int64(report.resamples))) resamples, seed \(report.seed)" : ""
        let bounds =
            report.cheapest == report.dearest
            ? "" : " The cheapest is \(report.cheapest), the dearest \(report.dearest), the best \(report.best)."
        return "\(prompts)\(trained), \(report.models.count) models\(intervals)." + bounds
    }

    private var table: TextTable {
        var columns: [TextTable.Column] = [.init("strategy", canShrink: true), .init("quality", .right)]
        if hasIntervals { columns.append(.init("95 %", .right)) }
        columns += [.init("per 1,000", .right), .init("area", .right)]
        if hasIntervals { columns.append(.init("95 %", .right)) }
        columns.append(.init("as good", .right))
        var table = TextTable(columns)
        for row in report.rows {
            let mark: Style.Mark = row.name.isRouter ? .none : .dim
            var cells: [String] = [row.name.text, Decimals.text(row.quality)]
            if hasIntervals { cells.append(range(row.qualityInterval)) }
            // A mean in pico-dollars is the cost of a thousand in nano-dollars.
            cells += [NanoUSD(row.costPicoUSD).credits, row.area.map { Decimals.text($0) } ?? ""]
            if hasIntervals { cells.append(row.area == nil ? "" : range(row.areaInterval)) }
            cells.append(matching(row))
            table.append(cells.map { .init($0, mark) })
        }
        return table
    }

    /// The cost at which a sweep is as good as the best fixed model, in parts of that model's cost.
    private func matching(_ row: EvaluationReport.Row) -> String {
        guard row.difference != nil else { return "" }
        guard let cost = row.matchingCostPicoUSD else { return "never" }
        guard let best = report.models.first(where: { $0.name == report.best }), best.costPicoUSD > 0 else { return "" }
        return Decimals.text(100 * Double(cost) / Double(best.costPicoUSD), places: 0) + " %"
    }

    private var pairTable: TextTable {
        var columns: [TextTable.Column] = [.init("strategy", canShrink: true), .init("APGR", .right)]
        if hasIntervals { columns.append(.init("95 %", .right)) }
        columns += ["CPT 50 %", "CPT 80 %"].map { .init($0, .right) }
        columns += shares.map { .init("at \(percent($0))", .right) }
        var table = TextTable(columns)
        for row in report.rows {
            guard let pair = row.pair else { continue }
            var cells = [row.name.text, Decimals.text(pair.apgr)]
            if hasIntervals { cells.append(row.name == .random ? "" : range(pair.apgrInterval)) }
            cells += [0.5, 0.8].map { percent(pair.curve.share(recovering: $0)) }
            cells += shares.map { Decimals.text(pair.curve.recovered(at: $0), places: 2) }
            table.append(cells.map { .init($0, row.name.isRouter ? .none : .dim) })
        }
        return table
    }

    private func range(_ interval: Interval?) -> String {
        interval.map { Decimals.text($0.low) + "–" + Decimals.text($0.high) } ?? "-"
    }

    private func percent(_ part: Double) -> String { Decimals.text(100 * part, places: 0) + " %" }

    private func paragraph(_ text: String, _ mark: Style.Mark = .none) -> String {
        Paragraph.lines(TerminalCleaner.cleanLine(text, limit: 2_000), width: facts.columns)
            .map { style.apply(mark, $0) + "\n" }.joined()
    }
}
