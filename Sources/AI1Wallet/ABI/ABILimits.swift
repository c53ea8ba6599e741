/// How large types and encodings of the contract interface may be. Real ones are far below; hostile ones end here.
package enum ABILimits {
    /// Characters of a signature that a person or file gives.
    package static let signatureLength = 16_384
    /// How deep arrays and tuples may be nested.
    package static let depth = 16
    /// Types in one signature, those inside tuples counted.
    package static let types = 512
    /// Elements of a fixed array, and 32-octet words of any type's head.
    package static let words = 65_536
    /// Entries of a JSON interface.
    package static let entries = 4_096
    /// Characters of a value that a command line gives.
    package static let valueLength = 1 << 20
    /// Words that a decoder reads for each word of its input: encodings may point at one place several times, which
    /// could otherwise make a huge value of a small input.
    static let readsPerWord = 4
}
