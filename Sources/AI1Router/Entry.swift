internal import AI1Core

/// What is predicted of one candidate, in plain numbers, so that five thousand of them sort fast.
struct Entry {
    /// The longest time that is predicted, in milliseconds: a day.
    static let longestMilliseconds = 86_400_000.0

    let index: Int
    /// Expected cost in nano-US-dollars; `Int64.max` when the price is not known.
    let cost: Int64
    let worstCost: Int64
    let firstTokenMilliseconds: Double
    let totalMilliseconds: Double
    let slowMilliseconds: Double
    let quality: Double
    let qualityDeviation: Double
    let success: Double
    let calls: Double
    var score = 0.0

    /// Quality, less what calls that fail take from it. A target that fails no more often than is usual loses nothing.
    var worth: Double { Self.worth(quality: quality, success: success) }

    static func worth(quality: Double, success: Double) -> Double { quality * reliability(success) }

    /// A chance of success beside the usual one, at most 1.
    private static func reliability(_ success: Double) -> Double { min(success / Expectation.usualSuccess, 1) }

    /// Predicts a call.
    ///
    /// cost = input · price + expected output · price, of the tier that the input falls into, without any cache; worst
    /// cost the same with the bound of the input and the largest answer that is asked for and fits the window. Total time = (time to
    /// the first token + expected output / tokens per second) / the chance of success beside the usual one, since a failure costs
    /// about as much time as an answer. What is expected of quality, success and speed: `Expectation`.
    init(index: Int, candidate: UnsafePointer<Candidate>, features: RequestFeatures) {
        self.index = index
        let input = max(0, features.inputTokens)
        let output = Self.expectedOutput(candidate, features)
        if let media = features.media {
            (cost, worstCost) = Self.cost(of: media, at: candidate.pointee.row)
        } else if candidate.pointee.row.prices.known {
            let bound = max(input, features.inputBoundTokens)
            let largest = Self.largestOutput(candidate, features)
            if candidate.pointee.row.prices.tiers.isEmpty {
                // In place: a copy of the table costs more than the sum.
                let price = candidate.pointee.row.prices.base.input.picoUSD
                let outputPrice = candidate.pointee.row.prices.base.output.picoUSD
                cost = Self.cost(input, price, output, outputPrice)
                worstCost = Self.cost(bound, price, largest, outputPrice)
            } else {
                let (usual, worst) = (
                    candidate.pointee.row.prices.prices(forInput: input),
                    candidate.pointee.row.prices.prices(forInput: bound)
                )
                cost = Self.cost(input, usual.input.picoUSD, output, usual.output.picoUSD)
                worstCost = Self.cost(bound, worst.input.picoUSD, largest, worst.output.picoUSD)
            }
        } else {
            cost = .max
            worstCost = .max
        }
        let expected = Expectation(candidate, features)
        let first = expected.firstTokenMilliseconds
        firstTokenMilliseconds =
            first.isFinite ? min(max(first, 0), Self.longestMilliseconds) : Self.longestMilliseconds
        success = expected.success.mean
        let time = expected.milliseconds(output: output)
        let answer =
            time.isFinite ? min(max(time, firstTokenMilliseconds), Self.longestMilliseconds) : Self.longestMilliseconds
        let whole = answer / max(Self.reliability(success), 0.01)
        totalMilliseconds = min(whole, Self.longestMilliseconds)
        slowMilliseconds = min(whole * expected.spread, Self.longestMilliseconds)
        quality = expected.quality.mean
        qualityDeviation = expected.quality.deviation
        calls = candidate.pointee.measured.map { $0.successes + $0.failures } ?? 0
    }

    /// The prediction as the decision shows it.
    var prediction: Prediction {
        Prediction(
            cost: cost == .max ? nil : NanoUSD(cost), worstCost: worstCost == .max ? nil : NanoUSD(worstCost),
            firstTokenMilliseconds: firstTokenMilliseconds, totalMilliseconds: totalMilliseconds,
            slowMilliseconds: slowMilliseconds, quality: quality, qualityDeviation: qualityDeviation, success: success,
            calls: calls)
    }

    private static func expectedOutput(_ candidate: UnsafePointer<Candidate>, _ features: RequestFeatures) -> Int64 {
        min(max(0, features.outputTokens), largestOutput(candidate, features))
    }

    private static func largestOutput(_ candidate: UnsafePointer<Candidate>, _ features: RequestFeatures) -> Int64 {
        let maximum = Int64(candidate.pointee.row.maxOutputTokens)
        let context = Int64(candidate.pointee.row.contextTokens)
        var largest = Int64(
            RequestBound.outputLimit(
                maximum: Int(maximum), reasons: candidate.pointee.row.capabilities.reasoning,
                asked: features.outputLimit.map { Int(clamping: $0) }))
        if context > 0 { largest = min(largest, max(1, context - max(0, features.inputTokens))) }
        return max(0, largest)
    }

    /// What something else than text costs: its counts depend on the model's own unit.
    private static func cost(of media: MediaDemand, at row: ModelRow) -> (Int64, Int64) {
        guard row.prices.known else { return (.max, .max) }
        let worst = min(media.worstCost(at: row).amount, .max - 1)
        return (min(row.prices.cost(of: media.expected(at: row)).amount, worst), worst)
    }

    /// The same number as `PriceTable.cost(of:)` for a call without cache, reasoning and audio; below `Int64.max`.
    private static func cost(_ input: Int64, _ price: Int64, _ output: Int64, _ outputPrice: Int64) -> Int64 {
        let (left, leftOverflow) = input.multipliedReportingOverflow(by: price)
        let (right, rightOverflow) = output.multipliedReportingOverflow(by: outputPrice)
        let (sum, overflow) = left.addingReportingOverflow(right)
        if leftOverflow || rightOverflow || overflow {
            let wide = Int128(input) * Int128(price) + Int128(output) * Int128(outputPrice)
            return min(NanoUSD(roundingUpPicoUSD: wide).amount, .max - 1)
        }
        return sum / 1_000 + (sum % 1_000 > 0 ? 1 : 0)
    }
}
