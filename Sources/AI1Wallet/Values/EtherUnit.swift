/// A unit of the chain's own coin.
package enum EtherUnit: String, Sendable, Hashable, CaseIterable {
    case wei, kwei, mwei, gwei, szabo, finney, ether

    /// Its name in any case; `eth` is `ether`.
    package init?(named name: String) {
        let name = name.lowercased()
        guard let unit = EtherUnit(rawValue: name == "eth" ? "ether" : name) else { return nil }
        self = unit
    }

    /// How many wei it is, as a power of ten.
    package var decimals: Int {
        switch self {
        case .wei: 0
        case .kwei: 3
        case .mwei: 6
        case .gwei: 9
        case .szabo: 12
        case .finney: 15
        case .ether: 18
        }
    }
}
