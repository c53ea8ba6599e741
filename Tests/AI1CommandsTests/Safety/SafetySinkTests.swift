import AI1Core
import AI1Engine
import AI1Safety
import AI1Settings
import AI1TestSupport
import Synchronization
import Testing

@testable import AI1Commands

/// Keeps the pieces that come.
private final class PieceSink: AnswerSink {
    private let state = Mutex((text: [[UInt8]](), reasoning: [[UInt8]]()))

    func write(_ text: [UInt8]) throws { state.withLock { $0.text.append(text) } }
    func writeReasoning(_ text: [UInt8]) throws { state.withLock { $0.reasoning.append(text) } }
    func notice(_ notice: AskNotice) {}

    var pieces: [String] { state.withLock { $0.text.map { String(decoding: $0, as: UTF8.self) } } }
    var reasoning: String { state.withLock { String(decoding: $0.reasoning.flatMap { $0 }, as: UTF8.self) } }
}

@Suite("Checks of answers")
struct SafetySinkTests {
    private static let awsID = "AKIA" + "IOSFODNN7EXAMPLE"
    private let inner = PieceSink()

    private func sink(_ action: SafetyAction, holds: Bool = false) -> SafetySink {
        SafetySink(inner, action, SecretScanner(), Placeholders(), holds: holds)
    }

    @Test("A warning changes and delays no piece")
    func warn() throws {
        let sink = sink(.warn)
        for piece in ["A", "KIA", "IOSFODNN7", "EXAMPLE", " ok"] { try sink.write(Array(piece.utf8)) }
        #expect(inner.pieces == ["A", "KIA", "IOSFODNN7", "EXAMPLE", " ok"])
        #expect(sink.findings.map(\.kind) == [.awsAccessKey])
    }

    @Test("A redaction lets every word go on at once and holds back only what may become a secret")
    func redact() throws {
        let sink = sink(.redact)
        try sink.write(Array("the key ".utf8))
        #expect(inner.pieces == ["the key "])
        try sink.write(Array("AKIA".utf8))
        #expect(inner.pieces.count == 1)
        try sink.write(Array("IOSFODNN7EXAMPLE is.".utf8))
        #expect(inner.pieces.joined() == "the key [redacted:aws-access-key-1] is.")
        try sink.writeReasoning(Array("hm \(Self.awsID)".utf8))
        try sink.write(Array(" AK".utf8))
        _ = try sink.complete()
        try sink.release()
        #expect(inner.pieces.joined() == "the key [redacted:aws-access-key-1] is. AK")
        #expect(inner.reasoning == "hm [redacted:aws-access-key-1]")
        let calls = sink.checked([ToolCall(id: "1", name: "f", arguments: "{\"k\":\"\(Self.awsID)\"}")])
        #expect(calls.first?.arguments == #"{"k":"[redacted:aws-access-key-1]"}"#)
    }

    @Test("Blocked, nothing of a secret goes on, not even when the answer ends with it")
    func block() throws {
        let sink = sink(.block)
        try sink.write(Array("a \(Self.awsID)".utf8))
        #expect(inner.pieces == ["a "])
        #expect { try sink.complete() } throws: { ($0 as? EngineError)?.kind == .safetyRefused }
    }

    @Test("What is to be judged is held back whole")
    func holds() throws {
        let sink = sink(.off, holds: true)
        try sink.write(Array("one ".utf8))
        try sink.write(Array("two".utf8))
        #expect(inner.pieces.isEmpty)
        #expect(try sink.complete() == Array("one two".utf8))
        try sink.release()
        #expect(inner.pieces == ["one two"])
    }

    private func policy(_ yaml: String, flag: SafetyAction? = nil) throws -> SafetyPolicy {
        let home = try TemporaryFolder()
        _ = try home.write("config/config.yaml", yaml)
        let paths = Paths(environment: ["AI1_HOME": home.path], workingFolder: home.path)
        let loader = SettingsLoader(
            paths: paths, environment: ["AI1_HOME": home.path], workingFolder: home.path,
            trust: TrustStore(file: paths.trustFile))
        return SafetyPolicy(try loader.load().safety, flag: flag)
    }

    @Test("Unasked, secrets are told and nothing else is checked; off is off altogether")
    func policies() throws {
        let usual = try policy("")
        #expect(usual.secrets == .warn && usual.injection == .off && usual.output == .off && !usual.isOff)
        #expect(!usual.checksLocal && usual.failsClosed && usual.maxRisk == nil && usual.moderation == nil)
        #expect(try policy("safety: {secrets: off}").isOff)
        let all = "safety: {injection: block, output: redact, max_risk: 0.5, moderation: m}"
        #expect(try policy(all, flag: .off).isOff)
        let redact = try policy(all, flag: .redact)
        #expect(redact.secrets == .redact && redact.injection == .block && redact.output == .redact)
        let warn = try policy(all, flag: .warn)
        #expect(warn.secrets == .warn && warn.injection == .warn && warn.output == .warn && warn.maxRisk == 0.5)
        #expect(try policy("", flag: .block).output == .off)
    }

    @Test("Only loopback addresses are this machine")
    func loopback() {
        for url in ["http://127.0.0.1:11434", "http://localhost/v1", "http://[::1]:8080/v1", "http://127.9.9.9"] {
            #expect(ProviderDirectory.isLoopback(url), "\(url)")
        }
        for url in ["http://127.0.0.1.example.com", "http://10.0.0.1", "http://localhost.example", "http://[::2]", ""] {
            #expect(!ProviderDirectory.isLoopback(url), "\(url)")
        }
    }
}
