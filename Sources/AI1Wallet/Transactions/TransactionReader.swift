/// Reads raw transactions, signed and not, taking the canonical form only.
enum TransactionReader {
    /// - Returns: the transaction, and the signature where there is one; whose it is has not been found out
    /// - Throws: `WalletError` of code `invalidTransaction`, `invalidSignature`, or `overflow`
    static func read(_ raw: [UInt8]) throws -> (Transaction, Signature?) {
        guard let first = raw.first else { throw WalletError(.invalidTransaction, "the transaction is empty") }
        let kind = try TransactionKind(firstOctet: first)
        return try RLPReader.read(raw, from: kind.prefix.count) { reader in
            try reader.list { reader in
                try kind == .legacy ? legacy(&reader) : typed(kind, &reader)
            }
        }
    }

    private static func legacy(_ reader: inout RLPReader) throws -> (Transaction, Signature?) {
        let nonce = try reader.uint64()
        let fees = TransactionFees.gasPrice(try reader.uint256())
        let body = try Body(&reader)
        guard !reader.isAtEnd else {
            throw WalletError(
                .invalidTransaction,
                "the transaction names no chain: signed, it would not be protected against replay (EIP-155)",
                hint: "build it again with a chain id")
        }
        let v = try reader.uint64()
        let (r, s) = (try reader.word(), try reader.word())
        // To be signed, the chain id and two zeros are where v, r and s will be.
        if r == .zero, s == .zero {
            return (try body.transaction(.legacy, chainID: v, nonce: nonce, fees: fees, accessList: []), nil)
        }
        let value = try LegacySignatureValue(v: v)
        let transaction = try body.transaction(
            .legacy, chainID: value.chainID, nonce: nonce, fees: fees, accessList: [])
        return (transaction, try Signature(r: r, s: s, yParity: value.yParity))
    }

    private static func typed(
        _ kind: TransactionKind, _ reader: inout RLPReader
    ) throws -> (Transaction, Signature?) {
        let chainID = try reader.uint64()
        let nonce = try reader.uint64()
        let fees: TransactionFees
        if kind == .dynamicFee {
            let maxPriorityFee = try reader.uint256()
            fees = .dynamic(maxFee: try reader.uint256(), maxPriorityFee: maxPriorityFee)
        } else {
            fees = .gasPrice(try reader.uint256())
        }
        let body = try Body(&reader)
        let transaction = try body.transaction(
            kind, chainID: chainID, nonce: nonce, fees: fees, accessList: accessList(&reader))
        if reader.isAtEnd { return (transaction, nil) }
        let yParity = try reader.uint64()
        let (r, s) = (try reader.word(), try reader.word())
        guard yParity <= 1 else { throw WalletError(.invalidTransaction, "the parity of a signature must be 0 or 1") }
        return (transaction, try Signature(r: r, s: s, yParity: UInt8(yParity)))
    }

    private static func accessList(_ reader: inout RLPReader) throws -> [AccessListEntry] {
        try reader.list { reader in
            var entries: [AccessListEntry] = []
            while !reader.isAtEnd {
                let entry = try reader.list { reader in
                    let address = try reader.address()
                    let keys = try reader.list { reader in
                        var keys: [Hash32] = []
                        while !reader.isAtEnd { keys.append(try reader.hash32()) }
                        return keys
                    }
                    return AccessListEntry(address: address, storageKeys: keys)
                }
                entries.append(entry)
            }
            return entries
        }
    }

    /// The fields that all forms have in the same order.
    private struct Body {
        let gasLimit: UInt64
        let to: Address?
        let value: UInt256
        let data: [UInt8]

        init(_ reader: inout RLPReader) throws(WalletError) {
            gasLimit = try reader.uint64()
            to = try reader.optionalAddress()
            value = try reader.uint256()
            data = try reader.bytes()
        }

        func transaction(
            _ kind: TransactionKind, chainID: UInt64, nonce: UInt64, fees: TransactionFees,
            accessList: [AccessListEntry]
        ) throws(WalletError) -> Transaction {
            try Transaction(
                kind: kind, chainID: chainID, nonce: nonce, gasLimit: gasLimit, fees: fees, to: to, value: value,
                data: data, accessList: accessList)
        }
    }
}
