import AI1Core
import Testing

@testable import AI1Settings

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite("Key store")
struct KeyStoreTests {
    @Test("Keys are kept in a file of mode 0600 and come back")
    func roundTrip() throws {
        let scratch = Scratch()
        let store = KeyStore(file: scratch.paths.keysFile)
        #expect(try store.keys().isEmpty)
        try store.set(Secret(key: "sk-a\"b\\c: #d"), for: "openai")
        try store.set(Secret(key: "g"), for: "groq")
        try store.set(Secret(key: "n"), for: "no")
        #expect(scratch.mode("home/config/keys.yaml") == 0o600)
        #expect(scratch.mode("home/config") == 0o700)
        let keys = try store.keys()
        #expect(keys.mapValues { $0.reveal() } == ["openai": "sk-a\"b\\c: #d", "groq": "g", "no": "n"])
        #expect(try store.remove("groq"))
        #expect(try store.remove("groq") == false)
        #expect(try store.keys().keys.sorted() == ["no", "openai"])
    }

    @Test(
        "A file that others can read is refused with the command that mends it",
        arguments: [0o644, 0o640, 0o604] as [UInt32])
    func mode(mode: UInt32) {
        let scratch = Scratch()
        let file = scratch.write("openai: sk\n", to: "home/config/keys.yaml", mode: mode)
        let error = failure { try KeyStore(file: file).keys() }
        #expect(error?.message == "keys file \(file) can be read by others (mode 0\(String(mode, radix: 8)))")
        #expect(error?.hint == "chmod 600 \(file)")
        #expect(error?.kind == .keyRefused)
        #expect(failure { try KeyStore(file: file).set(Secret(key: "x"), for: "groq") }?.kind == .keyRefused)
        #expect(scratch.text("home/config/keys.yaml") == "openai: sk\n")
    }

    @Test("A link leads to the file that is checked and written")
    func link() throws {
        let scratch = Scratch()
        scratch.write("openai: sk\n", to: "safe/keys.yaml")
        scratch.link("home/config/keys.yaml", to: scratch.file("safe/keys.yaml"))
        let store = KeyStore(file: scratch.paths.keysFile)
        #expect(try store.keys()["openai"]?.reveal() == "sk")
        try store.set(Secret(key: "g"), for: "groq")
        #expect(scratch.text("safe/keys.yaml").contains("groq: \"g\""))
        chmod(scratch.file("safe/keys.yaml"), 0o644)
        #expect(failure { try store.keys() }?.code == .keyFileUnsafe)
    }

    @Test("A file of another user is refused", .enabled(if: geteuid() == 0))
    func owner() {
        let scratch = Scratch()
        let file = scratch.write("openai: sk\n", to: "keys.yaml")
        chown(file, 12_345, 12_345)
        #expect(failure { try KeyStore(file: file).keys() }?.message == "keys file \(file) belongs to another user")
    }

    @Test(
        "Damage is named by line and shows no key",
        arguments: [
            ("openai: sk-secret\nopenai: sk-secret2\n", ":2: openai is given twice, first on line 1"),
            ("openai: \"sk-secret\n", ":2: found unexpected end of stream"),
            ("a: b\nopenai: [sk-secret]\n", ":2: expected \"provider: key\""),
            ("sk-secret\n", ":1: expected \"provider: key\" lines"),
        ])
    func damage(text: String, message: String) {
        let scratch = Scratch()
        let file = scratch.write(text, to: "keys.yaml")
        let error = failure { try KeyStore(file: file).keys() }
        #expect(error?.message == file + message)
        #expect(error.map { "\($0)".contains("secret") } == false)
    }

    @Test("Keys that would break a header are refused, and stray white space around a key is not part of it")
    func validation() throws {
        #expect(try Secret(checking: " sk \n", from: "x").reveal() == "sk")
        for bad in ["a\nb", "a\r\nX-Evil: 1", "a\u{0}b", "ключ", "a\tb"] {
            #expect(failure { try Secret(checking: bad, from: "x") }?.code == .keyUnusable)
        }
        let error = failure { try Secret(checking: "sk-secret\nX-Evil: 1", from: "key store") }
        #expect(error?.message == "the key from key store holds a line break")
        #expect(failure { try Secret(checking: "\n", from: "x") }?.message == "the key from x is empty")
        #expect(failure { try KeyStore(file: "/dev/null/x").set(Secret(key: "a"), for: "a\nb") }?.code == .badValue)
    }

    @Test("A fingerprint tells keys apart and is the documented digest")
    func fingerprint() {
        #expect(Secret(key: "sk-test").fingerprint == "42b3a19d7ed6")
        #expect(Secret(key: "sk-test2").fingerprint != Secret(key: "sk-test").fingerprint)
    }

    @Test("Many writers at once lose nothing and leave nothing behind")
    func concurrency() async throws {
        let scratch = Scratch()
        let file = scratch.paths.keysFile
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<24 {
                group.addTask { try KeyStore(file: file).set(Secret(key: "key\(number)"), for: "p\(number)") }
            }
            try await group.waitForAll()
        }
        let keys = try KeyStore(file: file).keys()
        #expect(keys.count == 24)
        #expect(keys["p17"]?.reveal() == "key17")
        #expect(scratch.names(in: "home/config") == ["keys.yaml", "keys.yaml.lock"])
    }
}
