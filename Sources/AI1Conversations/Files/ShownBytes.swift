internal import AI1Core

/// An amount of octets as a person says it, in powers of a thousand: `34 KB`, `1.2 MB`, `12 bytes`; rounded up.
enum ShownBytes {
    static func text(_ count: Int) -> String {
        guard count >= 1_000 else { return count == 1 ? "1 byte" : "\(count) bytes" }
        if count < 1_000_000 { return "\((count + 999) / 1_000) KB" }
        let tenths = (count + 99_999) / 100_000
        return tenths % 10 == 0 ? "\(grouped(Int64(tenths / 10))) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
