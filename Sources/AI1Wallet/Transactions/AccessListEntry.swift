/// A contract and those of its storage words that a transaction announces to use (EIP-2930).
package struct AccessListEntry: Sendable, Hashable {
    package let address: Address
    package let storageKeys: [Hash32]

    package init(address: Address, storageKeys: [Hash32]) {
        self.address = address
        self.storageKeys = storageKeys
    }
}
