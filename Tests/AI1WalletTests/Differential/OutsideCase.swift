import AI1Core

@testable import AI1Wallet

/// Reading a case. What is missing or has another form is an error of the test.
extension JSONValue {
    struct Unreadable: Error { let name: String }

    func text(_ name: String) throws -> String {
        guard let text = self[name]?.string else { throw Unreadable(name: name) }
        return text
    }

    func octets(_ name: String) throws -> [UInt8] {
        guard let bytes = HexText.decode(try text(name)) else { throw Unreadable(name: name) }
        return bytes
    }

    func number(_ name: String) throws -> UInt256 {
        guard let value = UInt256(hex: try text(name)) else { throw Unreadable(name: name) }
        return value
    }

    func small(_ name: String) throws -> UInt64 {
        guard let value = try number(name).uint64 else { throw Unreadable(name: name) }
        return value
    }

    func privateKey() throws -> PrivateKey { try PrivateKey(SecretBytes.hex(try text("key"))) }
}
