/// The reference tokens of JSON Pointers (RFC 6901).
enum JSONPointer {
    /// A member name as a reference token.
    static func escape(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// The member name that a reference token stands for.
    static func unescape(_ token: String) -> String {
        guard token.utf8.contains(UInt8(ascii: "~")) else { return token }
        var text = ""
        var tilde = false
        for scalar in token.unicodeScalars {
            switch (tilde, scalar) {
            case (false, "~"): tilde = true
            case (true, "0"): text += "~"
            case (true, "1"): text += "/"
            case (true, _): text += "~\(scalar)"
            case (false, _): text.unicodeScalars.append(scalar)
            }
            if scalar != "~" { tilde = false }
        }
        return text
    }
}
