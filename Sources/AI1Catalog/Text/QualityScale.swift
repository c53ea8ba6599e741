internal import AI1Core

/// How published scores and guesses become one scale of quality from 0 to 1.
///
/// A row names a class, which is a guess from family, generation and price:
/// S the newest top model of a maker 0.96, A flagship 0.92, B strong or last generation's flagship 0.87, C middle 0.80,
/// D small and new 0.71, E small 0.60, F tiny or old 0.48, G tinier or older 0.38.
///
/// Published scores (in percent) are put on the same scale by one straight line a benchmark, chosen so that models
/// which several benchmarks have measured land at the same height:
/// Aider Polyglot 0.30 + 0.55·s, SWE-bench Verified 0.10 + 0.90·s, SWE-bench Pro 0.45 + 0.72·s,
/// Artificial Analysis coding index 0.35 + 1.05·s, Terminal-Bench 0.30 + 0.83·s, SciCode 0.25 + 1.00·s,
/// with s = score/100.
///
/// code = the mean of these and of the class guess, which counts as one measurement more;
/// overall = ¾ guess + ¼ code; math = overall + 0.03 for a reasoning model, − 0.08 for another. Without a score
/// code = overall = guess and the prior is marked as not measured.
enum QualityScale {
    static func prior(
        _ range: Range<Int>, _ fields: LineFields, reasoning: Bool
    ) throws(CatalogProblem) -> QualityPrior {
        guard let guess = guess(fields.bytes[range.lowerBound]) else {
            throw CatalogProblem(.badQuality, line: fields.line, message: "the quality class is not known")
        }
        var sum = guess
        var count = 1.0
        var start = range.lowerBound + 1
        while start < range.upperBound {
            var stop = start
            while stop < range.upperBound, fields.bytes[stop] != Ascii.comma { stop += 1 }
            let score = Double(try fields.millionths(start + 1..<max(stop, start + 1))) / 100_000_000
            guard let value = place(score, on: fields.bytes[start]), score <= 1 else {
                throw CatalogProblem(.badQuality, line: fields.line, message: "a published score is not readable")
            }
            sum += value
            count += 1
            start = stop + 1
        }
        let code = clamp(sum / count)
        let overall = clamp(0.75 * guess + 0.25 * code)
        let math = clamp(overall + (reasoning ? 0.03 : -0.08))
        return QualityPrior(overall: overall, byTask: [.code: code, .math: math], measured: count > 1)
    }

    private static func guess(_ letter: UInt8) -> Double? {
        switch letter {
        case UInt8(ascii: "S"): 0.96
        case UInt8(ascii: "A"): 0.92
        case UInt8(ascii: "B"): 0.87
        case UInt8(ascii: "C"): 0.80
        case UInt8(ascii: "D"): 0.71
        case UInt8(ascii: "E"): 0.60
        case UInt8(ascii: "F"): 0.48
        case UInt8(ascii: "G"): 0.38
        default: nil
        }
    }

    private static func place(_ score: Double, on benchmark: UInt8) -> Double? {
        switch benchmark {
        case UInt8(ascii: "a"): 0.30 + 0.55 * score
        case UInt8(ascii: "v"): 0.10 + 0.90 * score
        case UInt8(ascii: "p"): 0.45 + 0.72 * score
        case UInt8(ascii: "i"): 0.35 + 1.05 * score
        case UInt8(ascii: "t"): 0.30 + 0.83 * score
        case UInt8(ascii: "s"): 0.25 + 1.00 * score
        default: nil
        }
    }

    private static func clamp(_ value: Double) -> Double { min(max(value, 0), 1) }
}
