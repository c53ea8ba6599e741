internal import AI1Chain
internal import AI1Core
internal import AI1Wallet

/// Whom a transaction benefits, and what is to be known about the address.
struct Counterparty: Sendable {
    let address: Address
    /// `@savings`, the name of an own account, or nil.
    let label: String?
    /// Whether the address was typed without the checksum of EIP-55.
    let isUnchecked: Bool
    let lookAlikes: [LookAlike]

    /// What words call it: its name, or the short form of its address.
    var short: String { label ?? address.short }

    /// Whom a word means: `@name`, an address, or the name of an own account.
    /// - Throws: `WalletError`; `CommandError` of code `usage` for the zero address
    init(_ word: String, _ desk: WalletDesk, chainID: UInt64) throws {
        if word.hasPrefix("@") || word.hasPrefix("0x") {
            let recipient = try desk.recipient(word, chainID: chainID)
            address = recipient.address
            label = recipient.label
            lookAlikes = recipient.lookAlikes
        } else {
            let entry = try Self.own(word, desk, chainID: chainID)
            address = entry.address
            label = entry.label
            lookAlikes = []
        }
        let digits = word.utf8.dropFirst(2)
        isUnchecked =
            word.hasPrefix("0x") && label == nil && word != address.checksummed
            && digits.contains { $0 > 0x39 }
        guard address != .zero else {
            throw CommandError(
                .usage, message: "the zero address belongs to nobody: what is sent there is lost",
                hint: "name the address that you mean")
        }
    }

    /// An account of the user's own; a contact that was typed without its @ is called to mind.
    private static func own(_ name: String, _ desk: WalletDesk, chainID: UInt64) throws -> AccountEntry {
        do {
            return try desk.accounts.find(name)
        } catch let error as WalletError where error.code == .notFound {
            guard let contact = try? desk.contacts.find(name, chainID: chainID) else { throw error }
            throw WalletError(.notFound, error.message, hint: "did you mean the contact @\(contact.name)?")
        }
    }

    /// An address that a transaction names, as the books know it.
    /// - Throws: `WalletError`, `SettingsError`
    init(_ address: Address, _ desk: WalletDesk, chainID: UInt64) throws {
        self.address = address
        label = try desk.label(of: address, chainID: chainID)
        isUnchecked = false
        lookAlikes = label == nil ? try desk.lookAlikes(of: address) : []
    }

    /// How it is shown.
    /// - Parameters:
    ///   - isFirst: whether nothing was ever sent there from the account; nil where nobody knows
    ///   - isContract: whether it has code; nil where nobody knows
    func party(isFirst: Bool?, isContract: Bool?) -> SigningSummary.Party {
        var notes: [SigningSummary.Note] = []
        if isFirst == true {
            let what = isContract == true ? "first use of this contract" : "first transfer to this address"
            notes.append(.warning(what))
        } else if isContract == true {
            notes.append(.plain("a contract"))
        }
        if isUnchecked { notes.append(.plain("typed without checksum: compare it with where it came from")) }
        return SigningSummary.Party(address: address, name: label, notes: notes)
    }

    /// What should make a person stop.
    var warnings: [String] {
        lookAlikes.map { alike in
            "this address looks like \(alike.label) (\(alike.address.checksummed)) and is another: such addresses are made "
                + "to be copied by mistake"
        }
    }
}
