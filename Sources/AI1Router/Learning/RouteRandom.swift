internal import AI1Core

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The router's own randomness: the distributions that it draws from, repeatable by their seed.
struct RouteRandom {
    /// How often a drawing may be rejected; each is with a chance of under 5 %.
    private static let attempts = 64

    private var bits: SplitMix64

    init(seed: UInt64) { bits = SplitMix64(seed: seed) }

    /// From 0 up to, but not, 1.
    mutating func uniform() -> Double { Double(bits.next() >> 11) * 0x1p-53 }

    /// A standard normal number (Box and Muller 1958).
    mutating func normal() -> Double {
        let radius = (-2 * log(1 - uniform())).squareRoot()
        return radius * cos(2 * Double.pi * uniform())
    }

    /// A gamma number of scale 1 (Marsaglia and Tsang 2000).
    /// - Parameter shape: above 0
    mutating func gamma(shape: Double) -> Double {
        if shape < 1 {
            let power = pow(1 - uniform(), 1 / shape)
            return gamma(shape: shape + 1) * power
        }
        let size = shape - 1.0 / 3
        let scale = 1 / (9 * size).squareRoot()
        for _ in 0..<Self.attempts {
            let number = normal()
            let root = 1 + scale * number
            guard root > 0 else { continue }
            let cube = root * root * root
            if log(1 - uniform()) < 0.5 * number * number + size - size * cube + size * log(cube) {
                return size * cube
            }
        }
        return shape
    }
}
