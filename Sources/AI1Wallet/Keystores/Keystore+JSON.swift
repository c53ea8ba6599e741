internal import AI1Core

extension Keystore {
    /// The largest file that is taken for a keystore.
    package static let maximumBytes = 64 << 10

    /// Reads the JSON of a keystore. Members that it does not know are left aside.
    /// - Throws: `WalletError` of code `invalidKeystore`, naming the member that is wrong
    package init(parsing bytes: [UInt8]) throws {
        guard bytes.count <= Self.maximumBytes else { throw Self.invalid("is larger than 64 KiB") }
        let json: JSONValue
        do {
            json = try JSONParser.parse(bytes)
        } catch {
            throw Self.invalid("is no JSON")
        }
        guard json.object != nil else { throw Self.invalid("is no JSON object") }
        guard json["version"]?.number?.int64 == 3 else { throw Self.invalid("is not of version 3") }
        guard let crypto = json["crypto"] ?? json["Crypto"], crypto.object != nil else {
            throw Self.invalid("has no member crypto")
        }
        guard crypto["cipher"]?.string == "aes-128-ctr" else {
            throw Self.invalid("has another cipher than aes-128-ctr")
        }
        let code = try Self.octets(crypto["mac"], "mac", 32...32)
        self.init(
            id: json["id"]?.string ?? "", address: try Self.address(json["address"]),
            kdf: try Self.kdf(crypto), counter: try Self.octets(crypto["cipherparams"]?["iv"], "iv", 16...16),
            ciphertext: try Self.octets(crypto["ciphertext"], "ciphertext", 32...32), code: Hash32(code) ?? .zero)
    }

    /// The JSON as geth writes it, on one line without a line end.
    package var encoded: [UInt8] {
        let name: String
        let parameters: JSONValue
        switch kdf {
        case .scrypt(let cost, let salt):
            name = "scrypt"
            parameters = [
                "dklen": .integer(KeystoreKDF.derivedCount), "n": .integer(cost.n), "p": .integer(cost.p),
                "r": .integer(cost.r), "salt": .string(HexText.encode(salt, prefix: false)),
            ]
        case .pbkdf2(let rounds, let salt):
            name = "pbkdf2"
            parameters = [
                "c": .integer(rounds), "dklen": .integer(KeystoreKDF.derivedCount), "prf": "hmac-sha256",
                "salt": .string(HexText.encode(salt, prefix: false)),
            ]
        }
        var members = JSONObject()
        if let address { members["address"] = .string(HexText.encode(address.bytes, prefix: false)) }
        members["crypto"] = [
            "cipher": "aes-128-ctr", "ciphertext": .string(HexText.encode(ciphertext, prefix: false)),
            "cipherparams": ["iv": .string(HexText.encode(counter, prefix: false))], "kdf": .string(name),
            "kdfparams": parameters, "mac": .string(HexText.encode(code.bytes, prefix: false)),
        ]
        members["id"] = .string(id)
        members["version"] = 3
        return JSONValue.object(members).encoded()
    }

    private static func kdf(_ crypto: JSONValue) throws -> KeystoreKDF {
        let parameters = crypto["kdfparams"]
        func number(_ name: String) throws -> UInt32 {
            guard let value = parameters?[name]?.number?.int64, let number = UInt32(exactly: value) else {
                throw invalid("has no valid number \(name)")
            }
            return number
        }
        let salt = try octets(parameters?["salt"], "salt", 1...KeystoreKDF.maximumSaltBytes)
        guard try number("dklen") == UInt32(KeystoreKDF.derivedCount) else {
            throw invalid("has another dklen than 32")
        }
        switch crypto["kdf"]?.string {
        case "scrypt":
            return .scrypt(try ScryptCost(n: UInt64(number("n")), r: number("r"), p: number("p")), salt: salt)
        case "pbkdf2":
            guard parameters?["prf"]?.string == "hmac-sha256" else {
                throw invalid("has another prf than hmac-sha256")
            }
            let rounds = try number("c")
            guard (1...KeystoreKDF.maximumRounds).contains(rounds) else {
                throw invalid("asks for \(rounds) rounds of PBKDF2; 1 to \(KeystoreKDF.maximumRounds) are allowed")
            }
            return .pbkdf2(rounds: rounds, salt: salt)
        default: throw invalid("has another kdf than scrypt and pbkdf2")
        }
    }

    private static func address(_ value: JSONValue?) throws -> Address? {
        guard let value, !value.isNull, value.string != "" else { return nil }
        guard let bytes = value.string.flatMap({ HexText.decode($0) }), let address = Address(bytes) else {
            throw invalid("has an address that is none")
        }
        return address
    }

    private static func octets(_ value: JSONValue?, _ name: String, _ counts: ClosedRange<Int>) throws -> [UInt8] {
        guard let bytes = value?.string.flatMap({ HexText.decode($0) }), counts.contains(bytes.count) else {
            throw invalid("has no valid \(name)")
        }
        return bytes
    }

    private static func invalid(_ what: String) -> WalletError { WalletError(.invalidKeystore, "the keystore \(what)") }
}
