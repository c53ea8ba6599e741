internal import AI1Core
internal import AI1Evaluation
internal import AI1Terminal

/// What training came to, as a table and a sentence, and as JSON.
struct TrainingView {
    let report: TrainingReport
    let facts: StreamFacts

    private var style: Style { Style(hasColor: facts.hasColor) }

    var text: String {
        var table = TextTable([
            .init("model", canShrink: true), .init("held out", .right), .init("predictor", .right),
            .init("length", .right), .init("mean", .right),
        ])
        for model in report.models { table.append(cells(model.name, model.outcomes, model.errors)) }
        if report.models.count > 1 {
            let outcomes = report.models.reduce(0) { $0 + $1.outcomes }
            table.append(cells("all", outcomes, report.errors))
        }
        return paragraph(heading) + "\n" + table.render(width: facts.columns, style: style) + "\n"
            + paragraph(sentence, report.beatsLength ? .none : .yellow)
    }

    private var heading: String {
        let overlap =
            report.overlap > 0
            ? " \(grouped(Int64(report.overlap))) training prompts were among those held out and were not trained on."
            : ""
        return
            "Mean squared errors of the score on \(grouped(Int64(report.heldOut))) held-out prompts, after training on "
            + "\(grouped(Int64(report.trainedOn))) others.\(overlap)"
    }

    private var sentence: String {
        let range = report.gainInterval.map { ", 95 % \(signed($0.low)) to \(signed($0.high))" } ?? ""
        let gain = "length's error less its own is \(signed(report.gain))\(range)."
        return report.beatsLength
            ? "The predictor is better than prompt length alone: \(gain)"
            : "The predictor is not better than prompt length alone: \(gain) It knows little more than each model's mean."
    }

    private func signed(_ value: Double) -> String { (value >= 0 ? "+" : "") + short(value) }

    private func cells(_ name: String, _ outcomes: Int, _ errors: TrainingReport.Errors) -> [TextTable.Cell] {
        [
            .init(name), .init(grouped(Int64(outcomes))), .init(short(errors.predictor)), .init(short(errors.length)),
            .init(short(errors.constant)),
        ]
    }

    private func short(_ value: Double) -> String { Decimals.text(value, places: 4) }

    private func paragraph(_ text: String, _ mark: Style.Mark = .none) -> String {
        Paragraph.lines(TerminalCleaner.cleanLine(text, limit: 2_000), width: facts.columns)
            .map { style.apply(mark, $0) + "\n" }.joined()
    }

    /// Version 1.
    func json(path: String, bytes: Int) -> JSONValue {
        [
            "v": 1, "file": .string(path), "bytes": .integer(bytes), "trained_on": .integer(report.trainedOn),
            "held_out": .integer(report.heldOut), "overlap": .integer(report.overlap),
            "penalty": EvaluationView.number(report.penalty), "errors": Self.errors(report.errors),
            "gain": EvaluationView.number(report.gain), "gain_95": EvaluationView.interval(report.gainInterval),
            "beats_length": .bool(report.beatsLength),
            "models": .array(
                report.models.map {
                    [
                        "model": .string($0.name), "held_out": .integer($0.outcomes),
                        "errors": Self.errors($0.errors),
                    ]
                }),
        ]
    }

    private static func errors(_ errors: TrainingReport.Errors) -> JSONValue {
        [
            "predictor": EvaluationView.number(errors.predictor), "length": EvaluationView.number(errors.length),
            "mean": EvaluationView.number(errors.constant),
        ]
    }
}
