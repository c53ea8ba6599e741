extension Transaction {
    /// The octets that are hashed and signed: of type 0 RLP with the chain id and two zeros (EIP-155), of the others
    /// the type's octet and RLP without a signature (EIP-2718).
    package var unsignedPayload: [UInt8] {
        payload { writer in
            guard kind == .legacy else { return }
            writer.uint64(chainID)
            writer.uint64(0)
            writer.uint64(0)
        }
    }

    /// The Keccak-256 hash of `unsignedPayload`.
    package var signingHash: Hash32 { Keccak256.hash(unsignedPayload) }

    /// The octets that are sent to a node.
    /// - Parameter v: the parity, or of a legacy transaction the parity with the chain id
    func signedPayload(_ signature: Signature, v: UInt64) -> [UInt8] {
        payload { writer in
            writer.uint64(v)
            writer.word(signature.r)
            writer.word(signature.s)
        }
    }

    /// Signs it: deterministic (RFC 6979).
    /// - Throws: `WalletError` of code `system`
    package func signed(by key: PrivateKey) throws -> SignedTransaction {
        try SignedTransaction(self, signature: key.sign(signingHash), knownSender: key.address)
    }

    private func payload(ending: (inout RLPWriter) -> Void) -> [UInt8] {
        var writer = RLPWriter(prefix: kind.prefix, capacity: data.count + 256)
        writer.list { writer in
            if kind != .legacy { writer.uint64(chainID) }
            writer.uint64(nonce)
            switch fees {
            case .gasPrice(let price): writer.uint256(price)
            case .dynamic(let maxFee, let maxPriorityFee):
                writer.uint256(maxPriorityFee)
                writer.uint256(maxFee)
            }
            writer.uint64(gasLimit)
            writer.bytes(to?.bytes ?? [])
            writer.uint256(value)
            writer.bytes(data)
            if kind != .legacy { Self.write(accessList, to: &writer) }
            ending(&writer)
        }
        return writer.output
    }

    private static func write(_ accessList: [AccessListEntry], to writer: inout RLPWriter) {
        writer.list { writer in
            for entry in accessList {
                writer.list { writer in
                    writer.bytes(entry.address.bytes)
                    writer.list { writer in
                        for key in entry.storageKeys { key.withBytes { writer.bytes($0) } }
                    }
                }
            }
        }
    }
}
