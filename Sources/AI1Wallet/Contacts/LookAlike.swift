/// An address that a person would take for another: the same first and last four digits, which is all that most displays show,
/// and others between. Such addresses are made on purpose, and left in histories for somebody to copy.
package struct LookAlike: Sendable, Hashable {
    /// Whose address it resembles: `@savings` or the name of an account.
    package let label: String
    package let address: Address

    /// Octets at each end that are compared: four digits.
    private static let endBytes = 2

    /// Whether two different addresses look the same.
    package static func isAlike(_ left: Address, _ right: Address) -> Bool {
        left != right && left.bytes.prefix(endBytes) == right.bytes.prefix(endBytes)
            && left.bytes.suffix(endBytes) == right.bytes.suffix(endBytes)
    }

    /// Whom of `known` an address resembles, in their order; none when it is one of them.
    package static func find(
        _ address: Address, among known: [(label: String, address: Address)]
    ) -> [LookAlike] {
        if known.contains(where: { $0.address == address }) { return [] }
        return known.filter { isAlike($0.address, address) }.map { LookAlike(label: $0.label, address: $0.address) }
    }
}
