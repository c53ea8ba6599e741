import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Wallet

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("Hostile files of the wallet", .timeLimit(.minutes(1)))
struct HostileFileTests {
    private static let contacts: JSONValue = [
        "v": 1,
        "contacts": [
            [
                "name": "savings", "address": "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826", "chain_id": 1,
                "created": "2026-01-01T00:00:00Z",
            ],
            ["name": "friend", "address": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB", "chain_id": .null],
        ],
    ]
    private static let accounts: JSONValue = [
        "v": 1,
        "accounts": [
            [
                "name": "main", "address": "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826", "keystore": "a",
                "path": "m/44'/60'/0'/0/0", "created": "2026-01-01T00:00:00Z",
            ],
            ["name": "watched", "address": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"],
        ],
    ]

    private func write(_ json: JSONValue, to name: String, in folder: TemporaryFolder) {
        folder.write(json.text, to: name)
        #expect(chmod(folder.path + "/" + name, 0o600) == 0)
    }

    @Test("Lists of any form are read or refused, and nothing in them acts on a terminal or leads out of the folder")
    func lists() throws {
        let folder = TemporaryFolder()
        var data = HostileData(seed: 31)
        for _ in 0..<400 {
            write(data.changed(Self.contacts), to: "contacts.json", in: folder)
            if let found = try? ContactBook(folder: folder.path).contacts() {
                for contact in found { #expect(!contact.created.unicodeScalars.contains { $0.value < 0x20 }) }
            }
            write(data.changed(Self.accounts), to: "accounts.json", in: folder)
            guard let entries = try? AccountBook(folder: folder.path).entries() else { continue }
            for entry in entries {
                #expect(entry.derivationPath?.unicodeScalars.contains { $0.value < 0x20 } != true)
                guard case .missing(let path) = entry.key else { continue }
                let prefix = folder.path + "/keystores/"
                #expect(path.hasPrefix(prefix))
                #expect(!path.dropFirst(prefix.count).contains("/"))
            }
        }
    }

    @Test("Two addresses for one name on one chain are damage, not a choice")
    func twoAddresses() throws {
        let folder = TemporaryFolder()
        let (one, other) = ("0x1111111111111111111111111111111111111111", "0x2222222222222222222222222222222222222222")
        for (name, chain, isDamage) in [
            ("friend", 1, true), ("Friend", 1, true), ("friend", 2, false), ("other", 1, false),
        ] as [(String, JSONValue, Bool)] {
            let json: JSONValue = [
                "v": 1,
                "contacts": [
                    ["name": "friend", "address": .string(one), "chain_id": 1],
                    ["name": .string(name), "address": .string(other), "chain_id": chain],
                ],
            ]
            write(json, to: "contacts.json", in: folder)
            let book = ContactBook(folder: folder.path)
            if isDamage {
                #expect(throws: WalletError.self) { try book.find("friend", chainID: 1) }
            } else {
                #expect(try book.find("friend", chainID: 1).address == Address(one))
            }
        }
    }
}
