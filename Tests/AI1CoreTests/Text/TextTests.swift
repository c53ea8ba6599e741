import AI1Core
import AI1TestSupport
import Testing

@Suite("Small text tools")
struct TextTests {
    @Test("base64 of random octets comes back, and what is none is refused")
    func base64() {
        let random = SeededRandom(seed: 2)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
        }
        #expect(Base64.encode(Array("foobar".utf8)) == "Zm9vYmFy")
        #expect(Base64.encode(Array("fooba".utf8)) == "Zm9vYmE=")
        for text in ["a", "ab", "abc", "a=bc", "====", "ab=c", "Zm9v!A=="] { #expect(Base64.decode(text) == nil) }
    }

    @Test("near names come first, far names not at all")
    func suggestions() {
        let names = ["credits", "route", "ask", "dev"]
        #expect(Suggestions.near("credit", among: names) == ["credits"])
        #expect(Suggestions.near("rotue", among: names) == ["route"])
        #expect(Suggestions.near("zzzzzz", among: names).isEmpty)
        #expect(Suggestions.editDistance(Array("ab".utf8), Array("ba".utf8)) == 1)
        #expect(Suggestions.editDistance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
    }

    @Test("a secret shows nothing of itself in any way of printing")
    func secret() {
        let secret = Secret("sk-very-secret", fingerprint: "f")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in [
            "\(secret)", String(reflecting: secret), dumped, "\([secret])", "\(HTTPHeader("k", secret: secret))",
        ] {
            #expect(!text.contains("very"), "\(text)")
        }
        #expect(HTTPHeader("k", prefix: "Bearer ", secret: secret).redactedValue == "Bearer [redacted]")
        #expect(HTTPHeader("k", prefix: "Bearer ", secret: secret).value == "Bearer sk-very-secret")
    }

    @Test("request ids sort by time, carry version 7, and are read back")
    func requestIDs() {
        let random = SeededRandom(seed: 4)
        var previous: RequestID?
        for milliseconds: Int64 in stride(from: 1_767_225_600_000, to: 1_767_225_600_200, by: 1) {
            let id = RequestID(
                time: Timestamp(millisecondsSinceEpoch: milliseconds), random: (random.next(), random.next()))
            #expect(RequestID(id.description) == id)
            #expect(Array(id.description)[14] == "7")
            #expect("89ab".contains(Array(id.description)[19]))
            if let previous {
                #expect(previous < id)
                #expect(previous.description < id.description)
            }
            previous = id
        }
        #expect(RequestID("not-an-id") == nil)
    }

    @Test("every kind of error has an exit code of its own beside 0, and the table is complete")
    func exitCodes() {
        let codes = ErrorKind.allCases.map { ExitStatus($0).code }
        #expect(Set(codes).count == codes.count)
        #expect(!codes.contains(0))
        #expect(ExitStatus.all.count == codes.count + 1)
        #expect(ExitStatus(.keyRefused).code == 77)
        #expect(ExitStatus(.brokenPipe).code == 141)
    }
}
