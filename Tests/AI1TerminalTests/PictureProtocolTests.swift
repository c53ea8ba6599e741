import AI1Core
import AI1Terminal
import Testing

@Suite("Pictures on a terminal")
struct PictureProtocolTests {
    @Test(
        "the environment alone says which terminal shows pictures",
        arguments: [
            (["TERM": "xterm-kitty"], PictureProtocol.kitty),
            (["TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"], .kitty),
            (["TERM": "xterm-ghostty"], .kitty), (["TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"], .kitty),
            (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"], .iTerm2),
            (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], .iTerm2), (["TERM": "xterm-256color"], nil),
            (["TERM": "dumb", "TERM_PROGRAM": "WezTerm"], nil), (["TERM_PROGRAM": "WezTerm"], nil),
            (["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "KITTY_WINDOW_ID": "1"], nil),
            (["TERM": "xterm-kitty", "TMUX": "/tmp/tmux-0/default,1,0"], nil),
            (["TERM": "screen.xterm-256color", "TERM_PROGRAM": "WezTerm"], nil),
            (["TERM": "xterm-kitty", "STY": "1.pts"], nil),
        ] as [([String: String], PictureProtocol?)])
    func environment(_ environment: [String: String], _ way: PictureProtocol?) {
        #expect(PictureProtocol(environment: environment) == way)
    }

    @Test("kitty gets PNG in pieces of base64, quietly, and nothing else")
    func kitty() throws {
        let way = try #require(PictureProtocol(environment: ["TERM": "xterm-kitty"]))
        let bytes = [UInt8](repeating: 0xAB, count: 4_000)
        let octets = try #require(way.octets(of: MediaPart(mediaType: "image/png", bytes: bytes), columns: 40))
        let text = String(decoding: octets, as: UTF8.self)
        let pieces = text.components(between: "\u{1B}_G", and: "\u{1B}\\")
        #expect(pieces.count == 2 && text.hasSuffix("\u{1B}\\\n"))
        #expect(pieces[0].hasPrefix("a=T,f=100,q=2,c=39,m=1;") && pieces[1].hasPrefix("q=2,m=0;"))
        let data = pieces.map { $0.drop { $0 != ";" }.dropFirst() }.joined()
        #expect(Base64.decode(data) == bytes)
        #expect(way.octets(of: MediaPart(mediaType: "image/jpeg", bytes: bytes), columns: 40) == nil)
        #expect(way.octets(of: MediaPart(mediaType: "audio/wav", bytes: bytes), columns: 40) == nil)
    }

    @Test("iTerm2 gets any picture in one sequence, and none that is too large")
    func iTerm2() throws {
        let way = try #require(PictureProtocol(environment: ["TERM": "xterm", "TERM_PROGRAM": "iTerm.app"]))
        let octets = try #require(way.octets(of: MediaPart(mediaType: "image/webp", bytes: [1, 2, 3]), columns: 200))
        #expect(
            octets == Array("\u{1B}]1337;File=inline=1;size=3;width=60;preserveAspectRatio=1:AQID\u{7}\n".utf8))
        let large = MediaPart(
            mediaType: "image/png", bytes: [UInt8](repeating: 0, count: PictureProtocol.limitBytes + 1))
        #expect(way.octets(of: large, columns: 80) == nil)
    }
}

extension String {
    /// The texts between two marks.
    fileprivate func components(between start: String, and end: String) -> [String] {
        var found: [String] = []
        var rest = self[...]
        while let from = rest.firstRange(of: start), let to = rest[from.upperBound...].firstRange(of: end) {
            found.append(String(rest[from.upperBound..<to.lowerBound]))
            rest = rest[to.upperBound...]
        }
        return found
    }
}
