internal import AI1Core

/// The body of one exchange as a list of steps, made while it is played: what to send, where to wait, and how it
/// ends. Both the embedded transport and the loopback server play it.
package struct SandboxScript: Sendable {
    package enum Step: Sendable, Equatable {
        case send([UInt8])
        case wait(milliseconds: Int64)
        case end(End)
    }

    /// How a body ends.
    package enum End: Sendable, Equatable { case complete, cut, reset, stall }

    private enum Phase: Sendable { case opening, reasoning, text, closing, done }

    /// Events without a pace are sent together up to so many octets.
    private static let batchBytes = 256 * 1024

    private let plan: FaultPlan
    private let answer: SandboxAnswer
    private let streamed: Bool
    private let paceMilliseconds: Double
    private var wire: any SandboxWire
    private var pieces: SandboxPieces
    private var phase = Phase.opening
    private var textEvents = 0
    /// Octets that are rendered and not yet handed out.
    private var pending: [UInt8] = []
    private var pendingStart = 0
    private var handedOut = 0
    private var owedMilliseconds = 0.0
    private let limit: (bytes: Int, end: End)?

    /// - Parameters:
    ///   - paceMilliseconds: the time between two events where the plan says nothing
    package init(
        answer: SandboxAnswer, plan: FaultPlan, wire: any SandboxWire, streamed: Bool, paceMilliseconds: Double = 0
    ) {
        self.answer = answer
        self.plan = plan
        self.wire = wire
        self.streamed = streamed
        self.paceMilliseconds = plan.paceMilliseconds.map(Double.init) ?? paceMilliseconds
        pieces = answer.pieces()
        let limits: [(bytes: Int, end: End)] = [
            plan.cutAfterBytes.map { ($0, .cut) }, plan.resetAfterBytes.map { ($0, .reset) },
            plan.stallAfterBytes.map { ($0, .stall) },
        ].compactMap { $0 }
        limit = limits.min { $0.bytes < $1.bytes }
        if !streamed { fillWhole() }
    }

    /// The size of a body that is not streamed; nil for a stream.
    package var wholeByteCount: Int? { streamed ? nil : pending.count - pendingStart + handedOut }

    /// The next step. After `.end` there is none.
    package mutating func next() -> Step {
        if owedMilliseconds >= 1 {
            let whole = owedMilliseconds.rounded(.down)
            owedMilliseconds -= whole
            return .wait(milliseconds: Int64(whole))
        }
        if let limit, handedOut >= limit.bytes { return .end(limit.end) }
        while pendingStart == pending.count, phase != .done {
            pending.removeAll(keepingCapacity: true)
            pendingStart = 0
            fill()
        }
        guard pendingStart < pending.count else { return .end(.complete) }
        var end = pending.count
        if let drip = plan.dripBytes { end = min(end, pendingStart + drip) }
        if let limit { end = min(end, pendingStart + limit.bytes - handedOut) }
        let piece = pendingStart == 0 && end == pending.count ? pending : Array(pending[pendingStart..<end])
        handedOut += piece.count
        pendingStart = end
        if plan.dripBytes != nil || (phase != .done && streamed) { owedMilliseconds += paceMilliseconds }
        return .send(piece)
    }

    /// Renders until there is something to send.
    private mutating func fill() {
        repeat { render() } while phase != .done && paceMilliseconds == 0 && pending.count < Self.batchBytes
    }

    private mutating func fillWhole() {
        phase = .done
        if plan.inBandError != nil {
            pending = wire.refusal(plan.failure)
        } else {
            pending = wire.whole(answer, finish: plan.missingEnd ? nil : answer.finish)
            if plan.malformed != nil { pending.removeLast(min(pending.count, 2)) }
        }
    }

    private mutating func render() {
        switch phase {
        case .opening:
            wire.write(.opening(answer), to: &pending)
            phase = answer.reasoning.isEmpty ? .text : .reasoning
            interrupt(.before)
        case .reasoning:
            wire.write(.reasoning(answer.reasoning), to: &pending)
            phase = .text
        case .text:
            var piece: [UInt8] = []
            guard pieces.next(into: &piece) else {
                phase = .closing
                return
            }
            wire.write(.text(piece), to: &pending)
            textEvents += 1
            if textEvents == 1 { interrupt(.after) }
        case .closing:
            if !plan.missingEnd { wire.write(.closing(answer), to: &pending) }
            phase = .done
        case .done: break
        }
    }

    private mutating func interrupt(_ place: FaultPlan.Place) {
        if plan.malformed == place { wire.write(.malformed, to: &pending) }
        guard plan.inBandError == place else { return }
        wire.write(.failure(plan.failure), to: &pending)
        phase = .done
    }
}
