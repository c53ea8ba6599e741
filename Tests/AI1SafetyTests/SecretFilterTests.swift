import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Safety

@Suite("Redaction in a stream")
struct SecretFilterTests {
    private static let own = Secret("myservice-key-0042", fingerprint: "")
    private static let texts: [String] =
        Samples.all.map { "before \($0.text) after\nand \($0.text)" } + [
            Samples.pem + "\n" + Samples.pem, "password=Tr0ub4dor-9xQz7 \(own.reveal()) end", "", "\n",
            "\(Samples.awsID),\(Samples.awsSecret) x", "AKI", "sk-", "--", "-----BEGIN", "pass", "password:", "http:",
            "https://me:s3cr3t-Pa55@git.example.com/x.git and https://x/y:z",
            "no secret at all: just words, 1234 numbers, DE and AK and eyJ", "token: password=Xy7-9zQw8Kp2",
            "{\"password\":\"\",\"secret\":\"9f8e7d6c5b4a39281706f5e4\"}", "\(Samples.pem.prefix(150))",
        ]

    private func filtered(_ pieces: [[UInt8]]) -> (text: [UInt8], findings: [Finding]) {
        var filter = SecretFilter(SecretScanner(ownKeys: [Self.own]))
        var placeholders = Placeholders()
        var output: [UInt8] = []
        var findings: [Finding] = []
        for piece in pieces { findings += filter.feed(piece, &placeholders, into: &output) }
        findings += filter.finish(&placeholders, into: &output)
        #expect(filter.heldCount == 0)
        return (output, findings)
    }

    private func whole(_ text: [UInt8]) -> (text: [UInt8], findings: [Finding]) {
        text.withUnsafeBufferPointer { bytes in
            let findings = SecretScanner(ownKeys: [Self.own]).secrets(in: bytes)
            var placeholders = Placeholders()
            return (placeholders.redacted(bytes, findings), findings)
        }
    }

    @Test("Octet by octet and in pieces of any size the result is that of the whole text")
    func pieces() {
        let all = Self.texts + [Self.texts.joined(separator: "\n"), Self.texts.joined(separator: " ")]
        for text in all.map({ Array($0.utf8) }) {
            let expected = whole(text)
            let single = filtered(text.map { [$0] })
            #expect(single.text == expected.text, "\(String(decoding: text.prefix(80), as: UTF8.self))")
            #expect(single.findings == expected.findings)
            for seed in 1...30 as ClosedRange<UInt64> {
                let cut = filtered(SeededRandom(seed: seed).pieces(of: text, largest: 1 + Int(seed) * 3))
                #expect(cut.text == expected.text && cut.findings == expected.findings, "seed \(seed)")
            }
        }
    }

    @Test("Random soup of pieces of secrets comes out the same however it is cut")
    func soup() {
        let parts = [
            "sk-", "AKIA", "IOSFODNN7EXAMPLE", "password", "=", ":", "//", "@", "-----", "BEGIN PRIVATE KEY-----",
            "eyJ",
            ".", "\n", " ", "4111", "1111", "DE89", "3704", "\"", "Bearer ", "authorization", "aB3dE6gH9jK2mN5p", "\\",
            "ghp_", "END PRIVATE KEY", "xoxb-", "myservice-key-0042", "é", "_", "/",
        ].map { Array($0.utf8) }
        for seed in 1...200 as ClosedRange<UInt64> {
            let random = SeededRandom(seed: seed)
            let text = (0..<60).flatMap { _ in parts[Int(random.next() % UInt64(parts.count))] }
            let expected = whole(text)
            let single = filtered(text.map { [$0] })
            #expect(single.text == expected.text && single.findings == expected.findings, "seed \(seed)")
            let cut = filtered(random.pieces(of: text, largest: 17))
            #expect(cut.text == expected.text, "seed \(seed)")
        }
    }

    @Test("No secret is left, the same one has the same placeholder, and a second pass changes nothing")
    func stable() {
        for text in Self.texts.map({ Array($0.utf8) }) {
            let once = whole(text)
            let again = whole(once.text)
            #expect(again.text == once.text && again.findings.isEmpty, "\(String(decoding: once.text, as: UTF8.self))")
        }
        let text = "\(Samples.awsID) \(Samples.card) \(Samples.awsID) ASIA" + "Y34FZKBOKMUTVV7A"
        #expect(
            String(decoding: whole(Array(text.utf8)).text, as: UTF8.self)
                == "[redacted:aws-access-key-1] [redacted:card-number-1] [redacted:aws-access-key-1] "
                + "[redacted:aws-access-key-2]")
    }

    @Test("Text without secrets passes at once: at most a few octets wait, and none at the end of a word")
    func prompt() {
        var filter = SecretFilter(SecretScanner())
        var placeholders = Placeholders()
        var output: [UInt8] = []
        for word in "The quick brown fox jumps over the lazy dog. 42 is 6 × 7.\n".split(separator: " ") {
            _ = filter.feed(Array("\(word) ".utf8), &placeholders, into: &output)
            #expect(filter.heldCount == 0, "\(word)")
        }
        _ = filter.feed(Array("AK".utf8), &placeholders, into: &output)
        #expect(filter.heldCount == 2)
        _ = filter.feed(Array("K".utf8), &placeholders, into: &output)
        #expect(filter.heldCount == 0)
    }

    @Test("However hostile the stream, what is held back stays bounded")
    func bounded() {
        for unit in ["sk-", "eyJ.", "eyJaaaa", "password=", "https://a:", "A", "-----BEGIN PRIVATE KEY-----", "A\n"] {
            var filter = SecretFilter(SecretScanner())
            var placeholders = Placeholders()
            var output: [UInt8] = []
            _ = filter.feed(Array("-----BEGIN PRIVATE KEY-----".utf8), &placeholders, into: &output)
            let piece = Array(String(repeating: unit, count: 4_096 / unit.utf8.count).utf8)
            for _ in 0..<40 {
                _ = filter.feed(piece, &placeholders, into: &output)
                #expect(filter.heldCount <= PEMMatcher.longest + 128, "\(unit)")
                output.removeAll(keepingCapacity: true)
            }
        }
    }
}
