internal import AI1Core

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

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
    let quality: Double
    var score = 0.0

    /// Predicts a call.
    ///
    /// cost = input · price + expected output · price, of the tier that the input falls into, without any cache; worst
    /// cost the same with the bound of the input and the largest answer that is asked for and fits the window. Total time = time to the
    /// first token + expected output / tokens per second. Quality = prior for the task ^ (2 · difficulty): the prior
    /// itself at difficulty ½, nearly 1 for every model at a trivial request, further apart at a hard one.
    init(index: Int, candidate: UnsafePointer<Candidate>, features: RequestFeatures) {
        self.index = index
        let input = max(0, features.inputTokens)
        let output = Self.expectedOutput(candidate, features)
        if candidate.pointee.row.prices.known {
            let prices = candidate.pointee.row.prices.prices(forInput: input)
            cost = Self.cost(input: input, output: output, prices)
            let bound = max(input, features.inputBoundTokens)
            worstCost = Self.cost(
                input: bound, output: Self.largestOutput(candidate, features),
                candidate.pointee.row.prices.prices(forInput: bound))
        } else {
            cost = .max
            worstCost = .max
        }
        let first = candidate.pointee.speed.firstTokenMilliseconds
        firstTokenMilliseconds =
            first.isFinite ? min(max(first, 0), Self.longestMilliseconds) : Self.longestMilliseconds
        let rate = candidate.pointee.speed.tokensPerSecond
        let writing = rate > 0 ? Double(output) * 1_000 / rate : Self.longestMilliseconds
        totalMilliseconds = min(firstTokenMilliseconds + writing, Self.longestMilliseconds)
        let prior = candidate.pointee.row.quality.byTask[features.task] ?? candidate.pointee.row.quality.overall
        let difficulty = features.difficulty.isFinite ? min(max(features.difficulty, 0), 1) : 0.5
        quality = pow(prior.isFinite ? min(max(prior, 0), 1) : 0, 2 * difficulty)
    }

    /// The prediction as the decision shows it.
    var prediction: Prediction {
        Prediction(
            cost: cost == .max ? nil : NanoUSD(cost), worstCost: worstCost == .max ? nil : NanoUSD(worstCost),
            firstTokenMilliseconds: firstTokenMilliseconds, totalMilliseconds: totalMilliseconds, quality: quality)
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

    /// The same number as `PriceTable.cost(of:)` for a call without cache, reasoning and audio; below `Int64.max`.
    private static func cost(input: Int64, output: Int64, _ prices: TokenPrices) -> Int64 {
        let (left, leftOverflow) = input.multipliedReportingOverflow(by: prices.input.picoUSD)
        let (right, rightOverflow) = output.multipliedReportingOverflow(by: prices.output.picoUSD)
        let (sum, overflow) = left.addingReportingOverflow(right)
        if leftOverflow || rightOverflow || overflow {
            let wide = Int128(input) * Int128(prices.input.picoUSD) + Int128(output) * Int128(prices.output.picoUSD)
            return min(NanoUSD(roundingUpPicoUSD: wide).amount, .max - 1)
        }
        return sum / 1_000 + (sum % 1_000 > 0 ? 1 : 0)
    }
}
