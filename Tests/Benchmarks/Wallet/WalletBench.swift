import AI1Core
import AI1Wallet
import CSodium

/// Measures what the wallet computes, inside one process: `wallet-bench sign COUNT`, `wallet-bench decode COUNT`,
/// `wallet-bench unlock COUNT`. Each prints seconds.
@main enum WalletBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let count = Int(arguments[2]), count > 0 else {
            return print("wallet-bench sign|decode|unlock COUNT")
        }
        switch arguments[1] {
        case "sign": try sign(count)
        case "decode": try decode(count)
        case "unlock": try unlock(count)
        default: print("wallet-bench sign|decode|unlock COUNT")
        }
    }

    /// Signs that many transactions of type 2, each other than the last, to the octets that are sent.
    private static func sign(_ count: Int) throws {
        let key = try PrivateKey.random()
        _ = try transaction(nonce: 0).signed(by: key)
        var length = 0
        let seconds = try time {
            for nonce in 1...count { length += try transaction(nonce: UInt64(nonce)).signed(by: key).raw.count }
        }
        print(seconds, length)
    }

    /// Reads the fields of that many signed transactions of type 2; whose signature it is takes another step, which is not
    /// RLP, and is measured apart.
    private static func decode(_ count: Int) throws {
        let key = try PrivateKey.random()
        let raws = try (0..<64).map { try transaction(nonce: $0).signed(by: key).raw }
        var fields = 0
        let seconds = try time {
            for index in 0..<count { fields += try RLPItem.fieldCount(of: raws[index & 63]) }
        }
        let whole = try time {
            for index in 0..<max(1, count / 100) {
                fields += try SignedTransaction(decoding: raws[index & 63]).raw.count
            }
        }
        print(seconds, whole * 100, fields)
    }

    /// Opens one keystore of the usual cost that many times, and has libsodium compute the same scrypt, in turn.
    private static func unlock(_ count: Int) throws {
        let password = try SecretBytes.random(count: 16)
        let keystore = try Keystore.seal(key: PrivateKey.random(), password: password)
        var own: [Double] = []
        var sodium: [Double] = []
        var output = [UInt8](repeating: 0, count: 32)
        let salt = [UInt8](repeating: 7, count: 32)
        for _ in 0..<count {
            own.append(try time { _ = try keystore.unlock(password: password) })
            sodium.append(
                time {
                    _ = password.withBytes { secret in
                        crypto_pwhash_scryptsalsa208sha256_ll(
                            secret.baseAddress!.assumingMemoryBound(to: UInt8.self), secret.count, salt, salt.count,
                            1 << 18, 8, 1, &output, output.count)
                    }
                })
        }
        print(own.sorted()[count / 2], sodium.sorted()[count / 2])
    }

    /// A transfer of an ERC-20 token.
    private static func transaction(nonce: UInt64) throws -> Transaction {
        let data = [0xa9, 0x05, 0x9c, 0xbb] + [UInt8](repeating: 0x11, count: 64)
        return try Transaction(
            kind: .dynamicFee, chainID: 8453, nonce: nonce, gasLimit: 65_000,
            fees: .dynamic(maxFee: 30_000_000_000, maxPriorityFee: 1_000_000_000),
            to: try Address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"), value: 0, data: data)
    }

    private static func time(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let taken = try clock.measure(body).components
        return Double(taken.seconds) + Double(taken.attoseconds) / 1e18
    }
}

extension RLPItem {
    /// How many fields a raw transaction of a type has.
    fileprivate static func fieldCount(of raw: [UInt8]) throws -> Int {
        guard case .list(let fields) = try RLPItem(decoding: Array(raw.dropFirst())) else { return 0 }
        return fields.count
    }
}
