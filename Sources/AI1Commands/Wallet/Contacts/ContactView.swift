internal import AI1Core
internal import AI1Wallet

/// A contact in words and as JSON.
enum ContactView {
    /// The network that it is for: `base`, `chain 10`, or `every` one.
    static func place(_ contact: Contact, _ desk: WalletDesk) -> String {
        guard let chainID = contact.chainID else { return "every" }
        return desk.network(ofChain: chainID)?.name ?? "chain \(chainID)"
    }

    static func json(_ contact: Contact, _ desk: WalletDesk) -> JSONValue {
        var object: JSONObject = [
            "name": .string(contact.name.text), "address": .string(contact.address.checksummed),
        ]
        object["chain_id"] = contact.chainID.map { .number(JSONNumber(uncheckedText: String($0))) } ?? .null
        object["network"] =
            contact.chainID.flatMap { desk.network(ofChain: $0)?.name }.map { .string($0) } ?? .null
        object["created"] = contact.created.isEmpty ? .null : .string(contact.created)
        return .object(object)
    }
}
