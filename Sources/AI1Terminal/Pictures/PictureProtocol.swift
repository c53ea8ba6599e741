package import AI1Core

/// How a terminal takes pictures among its text.
package enum PictureProtocol: Sendable, Hashable {
    /// The graphics protocol of kitty, https://sw.kovidgoyal.net/kitty/graphics-protocol/.
    case kitty
    /// The inline images of iTerm2, https://iterm2.com/documentation-images.html.
    case iTerm2

    /// Larger pictures are not shown, in octets.
    package static let limitBytes = 8 * 1_048_576
    /// Octets of base64 in one escape sequence of kitty's.
    private static let pieceBytes = 4_096
    /// A picture is at most so many columns wide.
    private static let largestColumns = 60

    /// What the environment says of the terminal; nil when it is not known to show pictures. The terminal itself is never
    /// asked, and one inside another (tmux, screen) shows none.
    package init?(environment: [String: String]) {
        let term = environment["TERM"] ?? ""
        if environment["TMUX"]?.isEmpty == false || environment["STY"]?.isEmpty == false { return nil }
        if term.hasPrefix("tmux") || term.hasPrefix("screen") || term == "dumb" || term.isEmpty { return nil }
        switch environment["TERM_PROGRAM"] {
        case "iTerm.app", "WezTerm": self = .iTerm2
        case "ghostty": self = .kitty
        default:
            let isKitty = term == "xterm-kitty" || term == "xterm-ghostty"
            guard isKitty || environment["KITTY_WINDOW_ID"]?.isEmpty == false else { return nil }
            self = .kitty
        }
    }

    /// The escape sequences that show a picture, and a newline; nil when this terminal cannot show it.
    /// - Parameter columns: of the terminal
    package func octets(of picture: MediaPart, columns: Int) -> [UInt8]? {
        guard let format = MediaFormat(mediaType: picture.mediaType), format.isImage,
            picture.bytes.count <= Self.limitBytes
        else { return nil }
        let width = max(1, min(columns - 1, Self.largestColumns))
        let data = Array(Base64.encode(picture.bytes).utf8)
        switch self {
        case .kitty:
            // It takes PNG and raw pixels alone.
            return format == .png ? Self.kitty(data, width) : nil
        case .iTerm2:
            let head = "\u{1B}]1337;File=inline=1;size=\(picture.bytes.count);width=\(width);preserveAspectRatio=1:"
            return Array(head.utf8) + data + [0x07, 0x0A]
        }
    }

    private static func kitty(_ data: [UInt8], _ width: Int) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(data.count + data.count / 256 + 64)
        var start = 0
        repeat {
            let end = min(start + pieceBytes, data.count)
            let more = end < data.count ? 1 : 0
            // Quiet, so that no answer of the terminal lands in the user's next line.
            let keys = start == 0 ? "a=T,f=100,q=2,c=\(width),m=\(more)" : "q=2,m=\(more)"
            output += Array("\u{1B}_G\(keys);".utf8) + data[start..<end] + [0x1B, 0x5C]
            start = end
        } while start < data.count
        return output + [0x0A]
    }
}
