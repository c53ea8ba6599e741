import AI1Core
import AI1Settings
import AI1TestSupport
import Testing

@testable import AI1Wallet

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("The list of accounts")
struct AccountBookTests {
    private let home: AI1TestSupport.TemporaryFolder
    private let book: AccountBook
    private let now = Timestamp(millisecondsSinceEpoch: 1_795_656_147_000)

    init() throws {
        home = try AI1TestSupport.TemporaryFolder()
        book = AccountBook(folder: home.path("wallet"))
    }

    private func key(_ number: UInt8) throws -> PrivateKey {
        try PrivateKey(.hex(String(repeating: "0", count: 62) + HexText.encode([number], prefix: false)))
    }

    @discardableResult
    private func store(_ name: String, _ number: UInt8) throws -> AccountEntry {
        let key = try key(number)
        let name = try WalletName(name)
        return try book.add(name) {
            let keystore = try Keystore.seal(key: key, password: .text("password"), cost: ScryptCost(n: 2, r: 8, p: 1))
            let file = try KeystoreFile.create(keystore, in: book.keystoreFolder)
            return Account(
                name: name, address: key.address, keystore: file.path.split(separator: "/").last.map(String.init),
                derivationPath: "m/44'/60'/0'/0/0", created: now)
        }
    }

    private func code(_ body: () throws -> Void) -> WalletError.Code? {
        do {
            try body()
            return nil
        } catch { return (error as? WalletError)?.code }
    }

    @Test("An account is found by its name and its address, and what was said of it comes back")
    func found() throws {
        let made = try store("main", 1)
        let watched = try key(2).address
        try book.add(WalletName("cold")) {
            Account(name: try WalletName("cold"), address: watched, keystore: nil, created: now)
        }
        let entries = try book.entries()
        #expect(entries.map(\.label) == ["cold", "main"])
        #expect(entries[0].key == .watchOnly && entries[0].address == watched)
        #expect(entries[1] == made && made.derivationPath == "m/44'/60'/0'/0/0")
        #expect(made.created == "2026-11-26T01:22:27Z")
        #expect(try book.find("main") == made)
        #expect(try book.find(made.address.checksummed) == made)
        #expect(try KeystoreFile(made).unlock(password: .text("password")).address == made.address)
        #expect(home.mode("wallet/accounts.json") == 0o600 && home.mode("wallet") == 0o700)
        #expect(code { _ = try KeystoreFile(entries[0]) } == .locked)
        #expect(code { _ = try book.find("mian") } == .notFound)
        #expect(code { _ = try book.find("0x0000000000000000000000000000000000000001") } == .notFound)
    }

    @Test("A name is taken in every case of its letters, and nothing is stored under it then")
    func taken() throws {
        try store("main", 1)
        #expect(code { try store("MAIN", 2) } == .exists)
        #expect(code { try book.checkFree(WalletName("Main")) } == .exists)
        #expect(try book.entries().count == 1)
        #expect(home.names.count { $0.contains("UTC--") } == 1)
    }

    @Test("A keystore without a row is listed and found by its address, a row without its keystore is told")
    func halves() throws {
        let made = try store("main", 1)
        try home.write("wallet/accounts.json", "{\"v\":1,\"accounts\":[]}")
        let bare = try #require(try book.entries().first)
        #expect(bare.name == nil && bare.label == made.address.short && bare.key == made.key)
        #expect(try book.find(made.address.checksummed) == bare)
        #expect(try book.onlyEntry() == bare)

        try store("other", 2)
        let entry = try book.find("other")
        let path = try entry.keystorePath()
        #expect(try book.remove(AccountEntry(keystoreAt: path, address: entry.address), destroying: true) == nil)
        // The row still names it.
        #expect(try book.find("other").key == .keystore(path: path))
        try store("third", 3)
        let third = try book.find("third")
        #expect(rename(try third.keystorePath(), home.path("elsewhere")) == 0)
        #expect(try book.find("third").key == .missing(path: third.keystorePath()))
        #expect(code { _ = try book.find("third").keystorePath() } == .notFound)
    }

    @Test("Which account is meant is only clear when there is one")
    func only() throws {
        #expect(code { _ = try book.onlyEntry() } == .notFound)
        let made = try store("main", 1)
        #expect(try book.onlyEntry() == made)
        try store("other", 2)
        #expect(code { _ = try book.onlyEntry() } == .notFound)
    }

    @Test("A removed keystore is moved and replaces none that was moved before; a destroyed one is gone")
    func removed() throws {
        let entry = try store("main", 1)
        let place = try #require(try book.remove(entry, destroying: false))
        #expect(place.hasPrefix(book.removedFolder))
        #expect(try KeystoreFile.read(place).address == entry.address)
        #expect(try book.entries().isEmpty)
        // Back in its place, it is an account again.
        #expect(rename(place, try entry.keystorePath()) == 0)
        let back = try #require(try book.entries().first)
        try home.write("wallet/removed/" + (place.split(separator: "/").last.map(String.init) ?? ""), "other")
        let second = try #require(try book.remove(back, destroying: false))
        #expect(
            second == place + ".1" && home.text("wallet/removed/\(place.split(separator: "/").last ?? "")") == "other")
        let third = try store("third", 3)
        #expect(try book.remove(third, destroying: true) == nil)
        #expect(home.names.count { $0.contains("UTC--") } == 2)
    }

    @Test(
        "A damaged list is told and not overwritten",
        arguments: [
            "", "{", "[]", "{\"accounts\":[]}", "{\"v\":2,\"accounts\":[]}", "{\"v\":1,\"accounts\":[{}]}",
            #"{"v":1,"accounts":[{"name":"a","address":"0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf","keystore":"../x"}]}"#,
            #"{"v":1,"accounts":[{"name":"a","address":"0x7E5F4552091A69125d5DfCb7b8C2659029395BDF"}]}"#,
            #"{"v":1,"accounts":[{"name":"a\u001b","address":"0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"}]}"#,
        ])
    func damaged(text: String) throws {
        try home.makeFolder("wallet")
        try home.write("wallet/accounts.json", text)
        #expect(code { _ = try book.entries() } == .malformed)
        #expect(code { try store("main", 1) } == .malformed)
        #expect(home.text("wallet/accounts.json") == text)
    }

    @Test("A list that others can write to is refused")
    func unsafe() throws {
        try store("main", 1)
        try home.write("wallet/accounts.json", home.text("wallet/accounts.json") ?? "", mode: 0o666)
        #expect(throws: SettingsError.self) { try book.entries() }
    }

    @Test("Many at once lose none")
    func concurrent() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...20 {
                group.addTask { [book, now] in
                    let name = try WalletName("a\(number)")
                    try book.add(name) {
                        Account(name: name, address: .zero, keystore: nil, created: now)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try book.entries().count == 20)
    }
}
