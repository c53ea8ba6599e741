import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@Suite("The address book")
struct ContactBookTests {
    private let home: AI1TestSupport.TemporaryFolder
    private let book: ContactBook
    private let now = Timestamp(millisecondsSinceEpoch: 1_795_656_147_000)
    private let first: Address
    private let second: Address

    init() throws {
        home = try AI1TestSupport.TemporaryFolder()
        book = ContactBook(folder: home.path("wallet"))
        first = try Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8")
        second = try Address("0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC")
    }

    private func add(_ name: String, _ address: Address, _ chainID: UInt64? = nil) throws {
        try book.add(Contact(name: WalletName(name), address: address, chainID: chainID, created: now))
    }

    private func code(_ body: () throws -> Void) -> WalletError.Code? {
        do {
            try body()
            return nil
        } catch { return (error as? WalletError)?.code }
    }

    @Test("The address for the chain at hand counts more than that for every chain")
    func chains() throws {
        try add("savings", first)
        try add("savings", second, 8_453)
        #expect(try book.find("@savings", chainID: 8_453).address == second)
        #expect(try book.find("savings", chainID: 1).address == first)
        #expect(try book.named(second, chainID: 8_453)?.name.text == "savings")
        #expect(try book.named(second, chainID: 1) == nil)
        #expect(try book.named(first, chainID: 1)?.name.text == "savings")
        #expect(home.mode("wallet/contacts.json") == 0o600)
    }

    @Test("A contact of another chain is none here, and it is said so")
    func otherChain() throws {
        try add("savings", first, 10)
        #expect(throws: WalletError.self) { try book.find("@savings", chainID: 1) }
        do { _ = try book.find("@savings", chainID: 1) } catch let error as WalletError {
            #expect(error.message.contains("chain 10") && error.code == .notFound)
        }
        #expect(code { _ = try book.find("@nobody", chainID: 1) } == .notFound)
    }

    @Test("A name has one address a chain, in every case of its letters")
    func taken() throws {
        try add("savings", first)
        #expect(code { try add("savings", second) } == .exists)
        #expect(code { try add("Savings", second, 5) } == .exists)
        #expect(try book.contacts().map(\.address) == [first])
    }

    @Test("Contacts are renamed and removed, with all their chains or one")
    func edited() throws {
        try add("savings", first)
        try add("savings", second, 10)
        try add("other", second)
        #expect(code { try book.rename(WalletName("savings"), to: WalletName("OTHER")) } == .exists)
        #expect(code { try book.rename(WalletName("nobody"), to: WalletName("x")) } == .notFound)
        try book.rename(WalletName("savings"), to: WalletName("cold"))
        #expect(try book.find("cold", chainID: 10).address == second)
        #expect(try book.remove(WalletName("cold"), chainID: 10) == 1)
        #expect(try book.find("cold", chainID: 10).address == first)
        #expect(code { _ = try book.remove(WalletName("cold"), chainID: 10) } == .notFound)
        #expect(try book.remove(WalletName("cold"), chainID: nil) == 1)
        #expect(try book.contacts().map(\.name.text) == ["other"])
    }

    @Test(
        "A damaged book is told and not overwritten",
        arguments: [
            "{", #"{"v":1,"contacts":[{"name":"x"}]}"#,
            #"{"v":1,"contacts":[{"name":"x","address":"0x70997970C51812dc3A010C7d01b50e0d17dc79C8","chain_id":0}]}"#,
            #"{"v":1,"contacts":[{"name":"x","address":"0x70997970c51812dc3A010C7d01b50e0d17dc79C8"}]}"#,
        ])
    func damaged(text: String) throws {
        try home.makeFolder("wallet")
        try home.write("wallet/contacts.json", text)
        #expect(code { _ = try book.contacts() } == .malformed)
        #expect(code { try add("savings", first) } == .malformed)
        #expect(home.text("wallet/contacts.json") == text)
    }

    @Test("An address with the same ends and another middle is a look-alike, the address itself is none")
    func lookAlikes() throws {
        let alike = try Address("0x70990000000000000000000000000000000079c8")
        #expect(LookAlike.isAlike(alike, first) && !LookAlike.isAlike(first, first))
        #expect(!LookAlike.isAlike(try Address("0x70980000000000000000000000000000000079c8"), first))
        #expect(!LookAlike.isAlike(try Address("0x70990000000000000000000000000000000079c9"), first))
        let known = [(label: "@savings", address: first), (label: "main", address: second)]
        let found = LookAlike.find(alike, among: known)
        #expect(found.map(\.label) == ["@savings"] && found.map(\.address) == [first])
        #expect(LookAlike.find(first, among: known + [(label: "@evil", address: alike)]).isEmpty)
    }
}
