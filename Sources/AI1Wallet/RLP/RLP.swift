/// Recursive Length Prefix, Ethereum's encoding of octets and lists: its limits here.
package enum RLP {
    /// Larger input is refused before it is looked at.
    package static let maximumByteCount = 1 << 20
    /// Lists in lists deeper than this are refused, so that hostile input cannot overflow the stack.
    package static let maximumDepth = 64
    /// More items, lists counted too, are refused.
    package static let maximumItemCount = 1 << 16

    /// The first octet of an empty string of octets, and of zero.
    static let emptyBytes: UInt8 = 0x80
    /// The first octet of an empty list.
    static let emptyList: UInt8 = 0xc0
    /// The longest content whose length is in the first octet.
    static let longestShort = 55
}
