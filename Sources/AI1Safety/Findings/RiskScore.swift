/// The risk of a text by what was found in it.
///
/// Each kind counts once, however often it was found: the risk is 1 − Π (1 − weight) over the kinds, so that one sure
/// sign is enough, several weak ones add up, and nothing goes beyond 1. It is a measure of how much there is to look at,
/// no probability.
package enum RiskScore {
    /// The risk from 0 to 1, in steps of a hundredth, halves rounded up.
    package static func risk(of kinds: some Sequence<FindingKind>) -> Double {
        let left = Set(kinds).sorted { $0.rawValue < $1.rawValue }.reduce(1.0) { $0 * Double(100 - $1.weight) / 100 }
        return ((1 - left) * 100).rounded() / 100
    }
}
