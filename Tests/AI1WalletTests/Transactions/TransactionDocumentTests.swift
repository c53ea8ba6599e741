import AI1Core
import Testing

@testable import AI1Wallet

@Suite("The file that carries a transaction")
struct TransactionDocumentTests {
    private static func words(_ transaction: Transaction) -> JSONObject? {
        transaction.data.isEmpty ? nil : ["function": "transfer", "octets": .integer(transaction.data.count)]
    }

    private func samples() throws -> [TransactionDocument] {
        let entry = AccessListEntry(address: .zero, storageKeys: [.zero, .zero])
        let from = try TransactionSamples.key().address
        return try TransactionKind.allCases.flatMap { kind in
            let call = try TransactionSamples.make(
                kind, chainID: (1 << 47) - 115, nonce: .max - 1, gasLimit: .max, value: .max, data: [1, 2],
                accessList: kind == .legacy ? [] : [entry])
            let creation = try TransactionSamples.make(kind, to: nil)
            return [
                TransactionDocument(call, from: from, describe: Self.words),
                TransactionDocument(creation, from: nil, describe: Self.words),
                try TransactionDocument(call.signed(by: TransactionSamples.key()), describe: Self.words),
            ]
        }
    }

    private func text(_ document: TransactionDocument) -> String { JSONValue.object(document.object).text }

    private func code(_ text: String) -> WalletError.Code? {
        do {
            _ = try TransactionDocument(parsing: Array(text.utf8), describe: Self.words)
            return nil
        } catch { return (error as? WalletError)?.code }
    }

    @Test("A file of each kind has the members that its form says")
    func form() throws {
        let document = try TransactionDocument(
            TransactionSamples.make(chainID: 8_453, nonce: 14, gasLimit: 65_000, value: 5),
            from: TransactionSamples.key().address)
        #expect(
            text(document)
                == #"{"v":1,"kind":"ai1-transaction","chainId":"8453","type":2,"nonce":"14","#
                + #""from":"0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F","#
                + #""to":"0x3535353535353535353535353535353535353535","valueWei":"5","gasLimit":"65000","#
                + #""maxFeePerGas":"2","maxPriorityFeePerGas":"1","data":"0x","accessList":[],"#
                + #""unsigned":"\#(HexText.encode(document.transaction.unsignedPayload))","#
                + #""signingHash":"\#(document.transaction.signingHash.hex)"}"#)
        let signed = try document.signed(by: TransactionSamples.key())
        #expect(
            signed.object.names == [
                "v", "kind", "chainId", "type", "nonce", "from", "to", "valueWei", "gasLimit", "maxFeePerGas",
                "maxPriorityFeePerGas", "data", "accessList", "raw", "hash",
            ])
        let legacy = try TransactionDocument(TransactionSamples.make(.legacy), from: nil)
        #expect(legacy.object.names.contains("gasPrice") && !legacy.object.names.contains("accessList"))
    }

    @Test("A file is read as what was written, in one line or many, with its members in any order")
    func roundTrips() throws {
        for document in try samples() {
            let json = JSONValue.object(document.object)
            for bytes in [json.encoded(), json.prettyEncoded(), Array("\r\n \(json.text)\n".utf8)] {
                #expect(try TransactionDocument(parsing: bytes, describe: Self.words) == document)
            }
            var reversed = JSONObject()
            for (name, value) in document.object.members.reversed() { reversed.append(name, value) }
            #expect(try TransactionDocument(json: .object(reversed), describe: Self.words) == document)
        }
    }

    @Test(
        "A member that is changed, missing, of another type, twice there or not known makes the file one not to trust")
    func tampering() throws {
        for document in try samples() {
            let object = document.object
            for (name, value) in object.members {
                var missing = object
                missing[name] = nil
                #expect(code(JSONValue.object(missing).text) == .tampered, "\(name) missing")
                for other in Self.replacements(for: value) {
                    var changed = object
                    changed[name] = other
                    if case .unsigned = document.payload, name == "from", Self.isSigner(other) { continue }
                    let code = code(JSONValue.object(changed).text)
                    #expect(code != nil, "\(name) changed to \(other.text)")
                    if name != "raw", name != "unsigned" {
                        #expect(code == .tampered, "\(name) changed to \(other.text)")
                    }
                }
                let twice = text(document).dropLast() + ",\"\(name)\":\(value.text)}"
                #expect(code(String(twice)) == .tampered, "\(name) twice")
            }
            #expect(code(text(document).dropLast() + #","note":"x"}"#) == .tampered)
            #expect(code(text(document).dropLast() + #","description":{}}"#) == .tampered)
        }
    }

    /// Who shall sign is no part of the octets: any address with its checksum, and nobody in particular, are good.
    private static func isSigner(_ value: JSONValue) -> Bool {
        value == .null || value.string.flatMap { try? Address($0).checksummed } == value.string && value.string != nil
    }

    private static func replacements(for value: JSONValue) -> [JSONValue] {
        let usual: [JSONValue] = [.null, true, 0, 1, "", "0x", "0", [], [:], .string(Address.zero.checksummed)]
        var own: [JSONValue] = []
        if case .string(let text) = value {
            let last = text.last.map(String.init) ?? ""
            own += [.string(text + "0"), .string("0" + text), .string(" " + text), .string(String(text.dropLast()))]
            own += [.string(text.uppercased()), .string(text.dropLast() + (last == "1" ? "2" : "1"))]
            if let number = UInt256(decimal: text) {
                own += [.string(number.hex), JSONNumber(text).map { .number($0) } ?? 0]
            }
            if let address = try? Address(text) { own.append(.string(address.lowercased)) }
        }
        if case .number = value { own += [2, 3, .string(value.text), .number(JSONNumber(uncheckedText: "1.0"))] }
        return (usual + own).filter { $0 != value }
    }

    @Test("An access list and a description are compared to their last member")
    func nested() throws {
        let text = text(try samples()[6])
        for (old, new) in [
            (#""octets":2"#, #""octets":3"#), (#""octets":2"#, #""octets":2,"x":1"#),
            (#""octets":2"#, #""octets":2,"octets":2"#),
            (#""storageKeys":["#, #""storageKeys":["0x\#(String(repeating: "00", count: 32))","#),
            (#""accessList":[{"#, #""accessList":[{"x":1,"#),
            (#"{"address":"\#(Address.zero.checksummed)","#, #"{"#),
        ] {
            #expect(text.split(separator: old).count == 2)
            let changed = text.split(separator: old).joined(separator: new)
            #expect(code(changed) == .tampered, "\(new)")
        }
    }

    @Test("A description that the reader does not derive, or derives otherwise, is refused")
    func description() throws {
        let bytes = Array(text(try samples()[0]).utf8)
        let tampered = { (body: () throws -> TransactionDocument) in
            #expect((#expect(throws: WalletError.self) { try body() })?.code == .tampered)
        }
        tampered { try TransactionDocument(parsing: bytes) }
        tampered { try TransactionDocument(parsing: bytes) { _ in ["function": "approve", "octets": 2] } }
    }

    @Test("A changed digit of the raw octets is found by the other members")
    func changedOctets() throws {
        for document in try samples() {
            let name = if case .signed = document.payload { "raw" } else { "unsigned" }
            let digits = Array(document.object[name]?.string ?? "")
            for index in digits.indices {
                var changed = digits
                changed[index] = changed[index] == "7" ? "8" : "7"
                var object = document.object
                object[name] = .string(String(changed))
                #expect(code(JSONValue.object(object).text) != nil)
            }
        }
    }

    @Test("Raw hexadecimal digits of either kind are read from one line")
    func rawLines() throws {
        for document in try samples() {
            let (bytes, from): ([UInt8], Address?) =
                switch document.payload {
                case .unsigned(let transaction): (transaction.unsignedPayload, nil)
                case .signed(let signed): (signed.raw, signed.sender)
                }
            for text in [
                HexText.encode(bytes), HexText.encode(bytes, prefix: false) + "\r\n", "  \(HexText.encode(bytes))\n",
            ] {
                let read = try TransactionDocument(parsing: Array(text.utf8), describe: Self.words)
                #expect(read.payload == document.payload && read.from == from)
                #expect(read.description == Self.words(document.transaction))
            }
        }
    }

    @Test("What is neither JSON nor digits, and what is too large, is refused")
    func garbage() throws {
        for text in ["", " \n", "0x", "0x0", "hello", "{", "{}", "[]", "null", "{\"v\":1", "0xc0 0xc0", "\u{feff}{}"] {
            #expect(code(text) != nil, "\(text)")
        }
        #expect(code("{\"v\":1,}") == .malformed)
        #expect(code(#"{"v":1}"#) == .tampered)
        let huge = [UInt8](repeating: 0x20, count: TransactionDocument.maximumByteCount + 1)
        #expect(throws: WalletError.self) { try TransactionDocument(parsing: huge) }
        let deep = String(repeating: #"{"v":"#, count: 10_000)
        #expect(code(deep) == .malformed)
    }

    @Test("The largest transaction has a file that can be read")
    func largest() throws {
        let entry = AccessListEntry(
            address: .zero, storageKeys: Array(repeating: .zero, count: Transaction.maximumAccessListItemCount - 1))
        let transaction = try TransactionSamples.make(
            .accessList, data: Array(repeating: 0xff, count: Transaction.maximumDataByteCount), accessList: [entry])
        let document = TransactionDocument(transaction, from: nil)
        #expect(try TransactionDocument(parsing: JSONValue.object(document.object).prettyEncoded()) == document)
    }

    @Test("The account that shall sign is the only one that can")
    func signing() throws {
        let (key, other) = (try TransactionSamples.key(), try TransactionSamples.key(0x11))
        let transaction = try TransactionSamples.make(data: [9])
        let document = TransactionDocument(transaction, from: key.address, describe: Self.words)
        let signed = try document.signed(by: key)
        #expect(try signed.payload == .signed(transaction.signed(by: key)))
        #expect(signed.description == document.description && signed.from == key.address)
        #expect((#expect(throws: WalletError.self) { try document.signed(by: other) })?.code == .invalidKey)
        #expect(throws: WalletError.self) { try signed.signed(by: key) }
        #expect(try TransactionDocument(transaction, from: nil).signed(by: other).from == other.address)
    }
}
