/// Exact reading of decimal text as an integer of a smaller unit.
package enum DecimalText {
    /// How a value between two units is settled.
    package enum Rounding: Sendable { case exact, down, up }

    /// Reads `text` (`-12.5`, `3e-7`, `+1`) times ten to the power of `scale`.
    /// - Parameters:
    ///   - text: ASCII decimal digits with an optional sign, point and exponent
    ///   - scale: how many decimal places the unit has; 12 for pico
    ///   - rounding: `.exact` refuses digits beyond the unit; `.down` and `.up` go towards minus and plus infinity
    /// - Returns: nil when the text is no number, has digits beyond the unit under `.exact`, or does not fit Int64
    package static func scaled(_ text: String, by scale: Int, rounding: Rounding = .exact) -> Int64? {
        guard let parts = split(text) else { return nil }
        let shift = scale + parts.exponent - parts.fractionDigits
        guard parts.digits.count + max(shift, 0) <= 40 || parts.digits.allSatisfy({ $0 == 0 }) else { return nil }
        var value: Int128 = 0
        var remainder = false
        let kept = shift >= 0 ? parts.digits.count : max(0, parts.digits.count + shift)
        for (index, digit) in parts.digits.enumerated() {
            if index < kept {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                value = product + Int128(digit)
            } else if digit != 0 {
                remainder = true
            }
        }
        if value != 0, shift > 0 {
            for _ in 0..<shift {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                value = product
            }
        }
        if parts.negative { value = -value }
        if remainder {
            switch rounding {
            case .exact: return nil
            case .down: if parts.negative { value -= 1 }
            case .up: if !parts.negative { value += 1 }
            }
        }
        return Int64(exactly: value)
    }

    private struct Parts {
        var negative = false
        var digits: [UInt8] = []
        var fractionDigits = 0
        var exponent = 0
    }

    private static func split(_ text: String) -> Parts? {
        var parts = Parts()
        var bytes = Substring(text).utf8
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            parts.negative = sign == UInt8(ascii: "-")
            bytes.removeFirst()
        }
        var seenPoint = false
        while let byte = bytes.first {
            if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                parts.digits.append(byte - UInt8(ascii: "0"))
                if seenPoint { parts.fractionDigits += 1 }
            } else {
                break
            }
            bytes.removeFirst()
        }
        guard !parts.digits.isEmpty, parts.digits.count <= 60 else { return nil }
        if let mark = bytes.first {
            guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
            bytes.removeFirst()
            guard let exponent = Int(String(Substring(bytes))), (-400...400).contains(exponent) else { return nil }
            parts.exponent = exponent
        }
        return parts
    }
}
