package import AI1Core

/// What is remembered about a target at one task, or over all: sums in which recent calls weigh more. Two summaries of
/// different calls merge to the summary of all calls, as long as no cap is reached; beyond it, the older weigh less still.
package struct TargetSummary: Sendable, Hashable {
    /// The moment at which the sums stand, in milliseconds since 1970.
    var time: Int64 = 0
    var successes = 0.0
    var failures = 0.0
    var firstToken = QuantileSketch()
    var total = QuantileSketch()
    /// Of answers that came in more than one piece: output tokens after the first, the seconds they took, and the weight of
    /// the calls.
    var tokens = 0.0
    var seconds = 0.0
    var speedWeight = 0.0
    /// Of calls with a known price, in nano-US-dollars.
    var cost = 0.0
    var costWeight = 0.0
    var good = 0.0
    var bad = 0.0

    package init() {}

    /// Adds what an attempt showed. A cancelled one shows nothing.
    package mutating func add(_ observation: AttemptObservation) {
        guard observation.result != .cancelled else { return }
        let weight = arrive(observation.time, halfLife: Decay.callHalfLifeMilliseconds)
        let didSucceed = observation.result == .succeeded
        if didSucceed { successes += weight } else { failures += weight }
        // An answer that was refused or never came says nothing about how long answers take.
        if didSucceed || observation.result == .cut, let first = observation.firstTokenMilliseconds {
            firstToken.add(first, weight: weight)
        }
        if didSucceed {
            total.add(observation.totalMilliseconds, weight: weight)
            addSpeed(observation, weight)
            if let amount = observation.cost {
                cost += Double(amount.amount) * weight
                costWeight += weight
            }
        }
        cap()
    }

    private mutating func addSpeed(_ observation: AttemptObservation, _ weight: Double) {
        guard let first = observation.firstTokenMilliseconds, observation.outputTokens > 1,
            observation.totalMilliseconds - first >= 1
        else { return }
        tokens += Double(observation.outputTokens - 1) * weight
        seconds += (observation.totalMilliseconds - first) / 1_000 * weight
        speedWeight += weight
    }

    /// Adds a word about an answer's quality.
    package mutating func add(_ signal: QualitySignal) {
        let weight = arrive(signal.time, halfLife: Decay.evidenceHalfLifeMilliseconds)
        good += weight * signal.weight * signal.reward
        bad += weight * signal.weight * (1 - signal.reward)
        cap()
    }

    /// Takes back a word that was added before, since another takes its place. What caps have taken of it meanwhile is not
    /// known, so nothing goes below zero.
    package mutating func takeBack(_ signal: QualitySignal) {
        let age = Timestamp(millisecondsSinceEpoch: time).milliseconds(since: signal.time)
        let weight = Decay.factor(age, halfLife: Decay.evidenceHalfLifeMilliseconds)
        good = max(0, good - weight * signal.weight * signal.reward)
        bad = max(0, bad - weight * signal.weight * (1 - signal.reward))
    }

    /// Adds everything of another summary.
    /// - Parameter caps: whether the sums are brought down to their caps afterwards; not while many are being merged
    package mutating func merge(_ other: TargetSummary, caps: Bool = true) {
        var other = other
        let newest = max(time, other.time)
        advance(to: newest)
        other.advance(to: newest)
        successes += other.successes
        failures += other.failures
        firstToken.merge(other.firstToken)
        total.merge(other.total)
        tokens += other.tokens
        seconds += other.seconds
        speedWeight += other.speedWeight
        cost += other.cost
        costWeight += other.costWeight
        good += other.good
        bad += other.bad
        if caps { cap() }
    }

    /// Brings the sums forward to a moment; back never.
    mutating func advance(to moment: Int64) {
        guard moment > time else { return }
        if time > 0 {
            scaleCalls(Decay.factor(moment - time, halfLife: Decay.callHalfLifeMilliseconds))
            let fading = Decay.factor(moment - time, halfLife: Decay.evidenceHalfLifeMilliseconds)
            good *= fading
            bad *= fading
        }
        time = moment
    }

    /// A clock that was far ahead once must not keep everything later from counting: sums of a day that is yet to come are
    /// taken for those of now.
    mutating func believe(_ now: Timestamp) {
        if time - now.millisecondsSinceEpoch > Decay.clockSlackMilliseconds { time = now.millisecondsSinceEpoch }
    }

    /// The weight of something of that moment, after the sums were brought to it.
    private mutating func arrive(_ moment: Timestamp, halfLife: Double) -> Double {
        advance(to: moment.millisecondsSinceEpoch)
        return Decay.factor(time - moment.millisecondsSinceEpoch, halfLife: halfLife)
    }

    private mutating func cap() {
        let calls = Decay.capping(successes + failures, at: Decay.callCap)
        successes *= calls
        failures *= calls
        firstToken.scale(Decay.capping(firstToken.weight, at: Decay.callCap))
        total.scale(Decay.capping(total.weight, at: Decay.callCap))
        let speed = Decay.capping(speedWeight, at: Decay.callCap)
        tokens *= speed
        seconds *= speed
        speedWeight *= speed
        let priced = Decay.capping(costWeight, at: Decay.callCap)
        cost *= priced
        costWeight *= priced
        let evidence = Decay.capping(good + bad, at: Decay.evidenceCap)
        good *= evidence
        bad *= evidence
    }

    private mutating func scaleCalls(_ factor: Double) {
        successes *= factor
        failures *= factor
        firstToken.scale(factor)
        total.scale(factor)
        tokens *= factor
        seconds *= factor
        speedWeight *= factor
        cost *= factor
        costWeight *= factor
    }
}
