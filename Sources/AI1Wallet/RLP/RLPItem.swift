/// Any RLP as a tree, where a reader does not know what will come.
package indirect enum RLPItem: Sendable, Hashable {
    case bytes([UInt8])
    case list([RLPItem])

    /// Reads exactly one item in canonical form.
    /// - Throws: `WalletError` of code `invalidTransaction`
    package init(decoding bytes: [UInt8]) throws {
        self = try RLPReader.read(bytes) { reader in try Self.read(&reader) }
    }

    private static func read(_ reader: inout RLPReader) throws -> RLPItem {
        guard reader.isAtList else { return .bytes(try reader.bytes()) }
        return try reader.list { reader in
            var items: [RLPItem] = []
            while !reader.isAtEnd { items.append(try read(&reader)) }
            return .list(items)
        }
    }

    /// The canonical encoding.
    package var encoded: [UInt8] {
        var writer = RLPWriter()
        writer.item(self)
        return writer.output
    }
}
