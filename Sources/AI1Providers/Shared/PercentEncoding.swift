internal import AI1Core

/// Percent-encoding of one path segment (RFC 3986): all but the unreserved characters.
enum PercentEncoding {
    static func segment(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                output.append(byte)
            default:
                output.append(UInt8(ascii: "%"))
                output.append(contentsOf: hexadecimal(UInt64(byte), width: 2).uppercased().utf8)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
