/// Numbers of a report as text: a fixed number of decimals, half away from zero.
package enum Decimals {
    /// `0.812`; `-` for what is no number.
    package static func text(_ value: Double, places: Int = 3) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "-" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int64((value.magnitude * scale).rounded())
        var digits = String(scaled)
        if digits.count <= places { digits = String(repeating: "0", count: places - digits.count + 1) + digits }
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return sign + digits.dropLast(places) + (places > 0 ? "." + digits.suffix(places) : "")
    }

    /// `+0.012`, `-0.030`.
    package static func signed(_ value: Double) -> String { (value >= 0 ? "+" : "") + text(value) }
}
