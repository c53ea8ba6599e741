import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Wallet

@Suite("Hostile text", .timeLimit(.minutes(1)))
struct HostileTextTests {
    private static let rounds = 4_000

    @Test("Numbers at the ends of their ranges are read exactly or not at all")
    func numbers() throws {
        var data = HostileData(seed: 21)
        for round in 0..<Self.rounds {
            let seed = data.one(of: HostileText.numbers)
            let text = round % 2 == 0 ? seed : data.changed(seed)
            let isDecimal = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            if let number = UInt256(decimal: text) {
                #expect(isDecimal)
                #expect(UInt256(decimal: number.decimal) == number)
                #expect(UInt256(bigEndian: number.word) == number)
                #expect(UInt256(hex: number.hex) == number)
            }
            if let number = Int256(decimal: text) {
                #expect(Int256(word: number.word) == number)
                #expect(Int256(decimal: number.decimal) == number)
            }
            if let number = UInt256(hex: text) { #expect(UInt256(hex: number.hex) == number) }
            for unit in ["", "eth", " gwei", "wei"] {
                guard let amount = try? UnitAmount(parsing: text + unit), let wei = try? amount.wei(default: .ether)
                else { continue }
                #expect(try UnitAmount(parsing: UnitAmount.plainText(wei, decimals: 18)).wei(default: .ether) == wei)
            }
        }
    }

    @Test("Sums and products throw where 256 bits end")
    func arithmetic() throws {
        let numbers = HostileText.numbers.compactMap { UInt256(decimal: $0) ?? UInt256(hex: $0) }
        for left in numbers {
            for right in numbers {
                if let sum = try? left.adding(right) { #expect(try sum.subtracting(right) == left) }
                if let product = try? left.multiplied(by: right), !right.isZero {
                    #expect(product.dividedRoundingDown(by: right).quotient == left)
                }
                if left < right { #expect(throws: WalletError.self) { try left.subtracting(right) } }
            }
            for decimals in [0, 1, 18, 77, 78, 200] {
                let text = UnitAmount.plainText(left, decimals: decimals)
                #expect(try UnitAmount(parsing: text).units(decimals: decimals) == left)
            }
            _ = try? left.scaledRoundingUp(.max, over: 1)
        }
    }

    @Test("Paths and addresses are read as they are written, or refused")
    func pathsAndAddresses() throws {
        var data = HostileData(seed: 22)
        for _ in 0..<Self.rounds {
            let text = data.changed(data.one(of: ["m/44'/60'/0'/0/0", "m", "m/2147483647h", "m/0/1H"]))
            if let path = try? DerivationPath(text) {
                #expect(try DerivationPath(path.description) == path)
                #expect(text.utf8.allSatisfy { $0 < 0x80 })
            }
            let changed = data.changed("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826")
            if let address = try? Address(changed) { #expect(address.lowercased == changed.lowercased()) }
        }
        let long = "m" + String(repeating: "/0", count: 500_000)
        #expect(throws: WalletError.self) { try DerivationPath(long) }
        #expect(throws: WalletError.self) { try Address("0X" + String(repeating: "a", count: 40)) }
    }

    @Test("Of EIP-55, digits of one case carry no checksum, and of both cases the only one")
    func checksums() throws {
        let address = try Address("0xcd2a3d9f938e13cd947ec05abc7fe734df8dd826")
        #expect(try Address("0x" + address.lowercased.dropFirst(2).uppercased()) == address)
        let right = Array(address.checksummed.utf8)
        for index in 2..<right.count where right[index] >= 0x41 {
            var wrong = right
            wrong[index] ^= 0x20
            let error = #expect(throws: WalletError.self) { try Address(String(decoding: wrong, as: UTF8.self)) }
            #expect(error?.code == .checksum)
        }
    }

    @Test("Declarations and values of contracts are read as they are written, or refused")
    func declarations() throws {
        var data = HostileData(seed: 23)
        let seeds = [
            "transfer(address to, uint256 amount) returns (bool)", "f((uint8,bytes)[2][],string)", "g()",
            "event Transfer(address indexed from, address indexed to, uint256 value)", "error E(uint256[3] a)",
        ]
        for _ in 0..<Self.rounds {
            let text = data.changed(data.one(of: seeds))
            if let function = try? ABIFunction(parsing: text) {
                #expect(try ABIFunction(parsing: function.declaration) == function)
                #expect(function.signature.utf8.allSatisfy { $0 < 0x80 })
            }
            if let event = try? ABIEvent(parsing: text) { #expect(event.topic != .zero) }
        }
        let types = try ["uint256", "int8", "bytes", "(string,bool)[2]", "address[]"].map { try ABIType(parsing: $0) }
        for _ in 0..<Self.rounds {
            let text = data.changed(data.one(of: ["[1,2]", "(\"a\",true)", "0xff", "-128", "[(a,true),(b,false)]"]))
            for type in types {
                guard let value = try? ABIValue(text: text, as: type) else { continue }
                #expect(try ABIValue(json: value.json, as: type) == value)
            }
        }
    }

    @Test("Large declarations and values cost no more than their reading")
    func largeTexts() {
        let brackets = "f(" + String(repeating: "(", count: 8_000)
        #expect(throws: WalletError.self) { try ABIFunction(parsing: brackets) }
        let arrays = "f(uint256" + String(repeating: "[65536]", count: 2_000) + ")"
        #expect(throws: WalletError.self) { try ABIFunction(parsing: arrays) }
        let quotes = "[" + String(repeating: "\"\\\"\",", count: 100_000)
        #expect(throws: WalletError.self) { try ABIValue(text: quotes, as: .array(.string)) }
        let backslashes = "[\"" + String(repeating: "\\", count: 500_000)
        #expect(throws: WalletError.self) { try ABIValue(text: backslashes, as: .array(.string)) }
        #expect(throws: WalletError.self) {
            try UnitAmount(parsing: String(repeating: "9", count: 1 << 20) + "eth")
        }
    }

    @Test("Secrets as text are read or refused, and no error repeats them")
    func secrets() throws {
        var data = HostileData(seed: 24)
        let words = "legal winner thank year wave sausage worth useful legal winner thank yellow"
        let key = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"
        let extended = MasterKeySample.text
        for _ in 0..<400 {
            let texts = [data.changed(words), data.changed(key), data.changed(extended)]
            let errors = try [
                failure { _ = try Mnemonic(parsing: .text(texts[0])) },
                failure { _ = try PrivateKey(hex: .text(texts[1])) },
                failure { _ = try ExtendedKey(parsing: .text(texts[2])) },
            ]
            for (text, error) in zip(texts, errors) {
                guard let error else { continue }
                let said = error.message + (error.hint ?? "") + (error.underlying ?? "")
                for word in text.split(separator: " ") where word.utf8.count > 4 { #expect(!said.contains(word)) }
            }
        }
        var octets = data
        for _ in 0..<400 {
            let secret = try octets.changed(Array(words.utf8)).withUnsafeBytes { try SecretBytes(copying: $0) }
            if let mnemonic = try? Mnemonic(parsing: secret) { #expect(mnemonic.wordCount == 12) }
            _ = try? Mnemonic(parsing: .text(words)).seed(passphrase: secret)
        }
    }

    private func failure(_ body: () throws -> Void) throws -> WalletError? {
        do {
            try body()
            return nil
        } catch let error as WalletError {
            return error
        }
    }
}

/// The master key of the first published seed of BIP-32.
private enum MasterKeySample {
    static let text =
        "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi"
}
