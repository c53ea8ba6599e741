/// Errors that many contracts share: ERC-6093 (tokens), ERC-2612 (permits), and those of the libraries in common use.
enum KnownErrors {
    struct Known: Sendable {
        let declaration: ABIErrorDeclaration
        /// What it says, in words.
        let words: String
    }

    static let table: [(declaration: String, words: String)] = [
        ("ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)", "the balance is too small"),
        ("ERC20InvalidSender(address sender)", "tokens cannot be sent from that address"),
        ("ERC20InvalidReceiver(address receiver)", "tokens cannot be sent to that address"),
        (
            "ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
            "the spender may not take that much"
        ),
        ("ERC20InvalidApprover(address approver)", "that address cannot approve"),
        ("ERC20InvalidSpender(address spender)", "that address cannot be approved"),
        ("ERC2612ExpiredSignature(uint256 deadline)", "the permit has expired"),
        ("ERC2612InvalidSigner(address signer, address owner)", "the permit is not signed by the owner"),
        ("InvalidAccountNonce(address account, uint256 currentNonce)", "the nonce was used before or is not the next"),
        ("ECDSAInvalidSignature()", "the signature is not valid"),
        ("ECDSAInvalidSignatureLength(uint256 length)", "the signature has a wrong length"),
        ("ECDSAInvalidSignatureS(bytes32 s)", "the signature is not in its low form"),
        ("OwnableUnauthorizedAccount(address account)", "only the owner may do that"),
        (
            "AccessControlUnauthorizedAccount(address account, bytes32 neededRole)",
            "the account lacks the role that may do that"
        ),
        ("EnforcedPause()", "the contract is paused"),
        ("ExpectedPause()", "the contract is not paused"),
        ("ReentrancyGuardReentrantCall()", "a call into the contract came from inside it"),
        ("SafeERC20FailedOperation(address token)", "an operation of the token failed"),
        ("AddressEmptyCode(address target)", "there is no contract at that address"),
        ("FailedCall()", "a call to another contract failed"),
        ("InsufficientBalance(uint256 balance, uint256 needed)", "the contract's balance is too small"),
    ]

    static let all: [Known] = table.compactMap { entry in
        (try? ABIErrorDeclaration(parsing: entry.declaration)).map { Known(declaration: $0, words: entry.words) }
    }
}
