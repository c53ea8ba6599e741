import Testing

@testable import AI1Wallet

@Suite("Mnemonics of BIP-39")
struct MnemonicTests {
    @Test("Every published vector: words of the randomness, and the same words read back")
    func words() throws {
        #expect(MnemonicVectors.all.count == 24)
        for vector in MnemonicVectors.all {
            let made = try Mnemonic(entropy: .hex(vector.entropy))
            #expect(made.text.shownText == vector.words)
            let parsed = try Mnemonic(parsing: .text(vector.words))
            #expect(parsed.text.matches(made.text))
            #expect(parsed.wordCount == vector.words.split(separator: " ").count)
        }
    }

    @Test("Every published vector: the seed under its passphrase")
    func seeds() throws {
        for vector in MnemonicVectors.all {
            let mnemonic = try Mnemonic(parsing: .text(vector.words))
            #expect(try mnemonic.seed(passphrase: .text("TREZOR")).shownHex == vector.seed)
        }
    }

    @Test("White space of any kind and capital letters are taken")
    func forgiving() throws {
        let vector = try #require(MnemonicVectors.all.first)
        let spaced = "\n\t " + vector.words.uppercased().split(separator: " ").joined(separator: "\u{3000} \r\n") + "\n"
        #expect(try Mnemonic(parsing: .text(spaced)).text.shownText == vector.words)
    }

    @Test("A passphrase counts by its characters, however they are composed")
    func unicode() throws {
        let mnemonic = try Mnemonic(parsing: .text(MnemonicVectors.all[0].words))
        // é, an ideographic space and a ligature, composed and not.
        let composed = try mnemonic.seed(passphrase: .text("caf\u{E9}\u{3000}\u{FB01}n \u{1E9B}\u{323}"))
        let decomposed = try mnemonic.seed(passphrase: .text("cafe\u{301} fin s\u{323}\u{307}"))
        #expect(composed.matches(decomposed))
        #expect(
            composed.shownHex
                == "0a2a71082c706df456379120cf7d9e116e0279eec2bb25fca7b260bfeec39e5e"
                + "fc756f3a86a0cf2d7e3ad0561d560a0566e10e7284b4f00873085af69144a4ba")
        #expect(!composed.matches(try mnemonic.seed()))
        #expect(try mnemonic.seed().matches(mnemonic.seed(passphrase: .text(""))))
    }

    @Test("A long passphrase that grows in normalisation fits")
    func growing() throws {
        let text = String(repeating: "\u{FDFA}", count: 1_000)
        #expect(try UnicodeText.nfkd(.text(text)).count == 33_000)
    }

    @Test("Octets that are no UTF-8 are refused")
    func notUnicode() throws {
        let bytes = try SecretBytes.hex("61c328")
        #expect(throws: WalletError(.malformed, "the text is not valid UTF-8")) { try UnicodeText.nfkd(bytes) }
    }

    @Test("A wrong word is named by its place and never quoted")
    func unknownWord() throws {
        var words = MnemonicVectors.all[0].words.split(separator: " ").map(String.init)
        words[4] = "abandom"
        let text = try SecretBytes.text(words.joined(separator: " "))
        let error = #expect(throws: WalletError.self) { try Mnemonic(parsing: text) }
        #expect(error?.code == .invalidKey)
        #expect(error?.message == "word 5 of the mnemonic is not in the English list of BIP-39")
    }

    @Test("Wrong counts are refused", arguments: [0, 1, 11, 13, 23, 25, 300])
    func counts(_ count: Int) throws {
        let text = try SecretBytes.text(Array(repeating: "zoo", count: count).joined(separator: " "))
        #expect(throws: WalletError(.invalidKey, "a mnemonic has 12, 15, 18, 21 or 24 words, not \(count)")) {
            try Mnemonic(parsing: text)
        }
    }

    @Test("A wrong checksum is refused for every length", arguments: Mnemonic.wordCounts)
    func checksum(_ count: Int) throws {
        let text = try SecretBytes.text(Array(repeating: "zoo", count: count).joined(separator: " "))
        let error = #expect(throws: WalletError.self) { try Mnemonic(parsing: text) }
        #expect(error?.message == "the checksum of the mnemonic is wrong")
    }

    @Test("One word exchanged for its neighbour in the list is found out")
    func exchanged() throws {
        for vector in MnemonicVectors.all {
            var words = vector.words.split(separator: " ").map(String.init)
            let place = try #require(
                words[0].utf8.withContiguousStorageIfAvailable {
                    WordList.english.place(of: UnsafeRawBufferPointer($0))
                } ?? nil)
            words[0] = String(decoding: WordList.english[place ^ 1], as: UTF8.self)
            let text = try SecretBytes.text(words.joined(separator: " "))
            // One in 16 to 256 such exchanges has the right checksum by chance; none of the vectors is among them.
            #expect(throws: WalletError.self) { try Mnemonic(parsing: text) }
        }
    }

    @Test("New ones have the length that was asked for, differ, and can be read", arguments: Mnemonic.wordCounts)
    func generated(_ count: Int) throws {
        let first = try Mnemonic.generate(words: count)
        let second = try Mnemonic.generate(words: count)
        #expect(first.text.shownText.split(separator: " ").count == count)
        #expect(!first.text.matches(second.text))
        #expect(try Mnemonic(parsing: first.text).text.matches(first.text))
    }

    @Test("Thirteen words cannot be asked for")
    func badCount() {
        #expect(throws: WalletError.self) { try Mnemonic.generate(words: 13) }
    }

    @Test("The list has 2,048 words in order, each found at its place and told by four letters")
    func list() throws {
        let list = WordList.english
        #expect(list.count == 2_048)
        let words = (0..<list.count).map { String(decoding: list[$0], as: UTF8.self) }
        #expect(words == words.sorted())
        #expect(Set(words.map { $0.prefix(4) }).count == 2_048)
        for (index, word) in words.enumerated() {
            #expect(Array(word.utf8).withUnsafeBytes { list.place(of: $0) } == index)
        }
        for other in ["", "a", "aaaa", "zzzz", "abandonabandon", "abou"] {
            #expect(Array(other.utf8).withUnsafeBytes { list.place(of: $0) } == nil)
        }
    }

    @Test("A mnemonic shows nothing of itself")
    func redacted() throws {
        let mnemonic = try Mnemonic(parsing: .text(MnemonicVectors.all[0].words))
        #expect(!String(reflecting: mnemonic).contains("abandon"))
        #expect(!"\(mnemonic)".contains("abandon"))
    }
}
