package import AI1Wallet

/// Who may take how much of whose tokens?
package struct AllowanceQuestion: Sendable, Hashable {
    package var owner: Address
    package var spender: Address
    package var token: Token

    package init(owner: Address, spender: Address, token: Token) {
        self.owner = owner
        self.spender = spender
        self.token = token
    }
}
