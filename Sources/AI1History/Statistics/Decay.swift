#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// How weights fade. What is summed stands at a reference moment, the newest of what was added, and is brought forward when
/// something newer comes: forward decay (Cormode, Shkapenyuk, Srivastava, Xu: "Forward decay: a practical time decay model for
/// streaming systems", 2009) with an exponential, for which the order of arrival does not matter and sums can be merged.
enum Decay {
    /// A call counts half after a week.
    static let callHalfLifeMilliseconds = 7.0 * 86_400_000
    /// A word about quality counts half after sixty days: they are rare, and models change slowly.
    static let evidenceHalfLifeMilliseconds = 60.0 * 86_400_000
    /// No sum of calls weighs more than this, so that a target that changes is seen to have changed within some tens of calls
    /// however busy it is: of two values half-way when as many calls have come as half of it times 1.4.
    static let callCap = 50.0
    /// The same for evidence.
    static let evidenceCap = 200.0
    /// A reference moment so far ahead of the present is a clock that was wrong: it is taken for the present.
    static let clockSlackMilliseconds: Int64 = 86_400_000

    /// What is left of a weight of 1 after some time; 1 for none or less.
    static func factor(_ milliseconds: Int64, halfLife: Double) -> Double {
        milliseconds <= 0 ? 1 : exp2(-Double(milliseconds) / halfLife)
    }

    /// The factor that brings a sum down to its cap.
    static func capping(_ weight: Double, at cap: Double) -> Double { weight > cap ? cap / weight : 1 }
}
