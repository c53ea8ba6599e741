import Testing

@testable import AI1Wallet

@Suite("Transactions that other wallets sign alike")
struct TransactionVectorTests {
    private func expect(_ transaction: Transaction, signingHash: String, raw: String, hash: String) throws {
        let key = try TransactionSamples.key()
        #expect(transaction.signingHash.hex == "0x" + signingHash)
        let signed = try transaction.signed(by: key)
        #expect(HexText.encode(signed.raw, prefix: false) == raw)
        #expect(signed.hash.hex == "0x" + hash)
        #expect(signed.sender.checksummed == "0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F")
        #expect(try SignedTransaction(decoding: signed.raw) == signed)
        #expect(try Transaction(decodingUnsigned: transaction.unsignedPayload) == transaction)
        #expect(try SignedTransaction(transaction: transaction, signature: signed.signature) == signed)
    }

    @Test("The example of EIP-155")
    func eip155() throws {
        let transaction = try TransactionSamples.make(
            .legacy, nonce: 9, fees: .gasPrice(20_000_000_000), value: 1_000_000_000_000_000_000)
        #expect(
            HexText.encode(transaction.unsignedPayload)
                == "0xec098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a764000080018080")
        try expect(
            transaction, signingHash: "daf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53",
            raw: "f86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a76400008025"
                + "a028ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276"
                + "a067cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83",
            hash: "33469b22e9f636356c4160a87eb19df52b7412e8eac32a4a55ffe88ea8350788")
    }

    @Test("A legacy transaction on a chain whose id has 47 bits")
    func legacyWideChain() throws {
        try expect(
            TransactionSamples.make(.legacy, chainID: (1 << 47) - 115),
            signingHash: "1df4cdd51c79d300d6df1660ecd5547b349a38318f733ef42a039ad45e891275",
            raw: "f8658001825208943535353535353535353535353535353535353535808086ffffffffff3e"
                + "a0127ce0d90551befe40a8c691d97b7765c44629aab769b6838a8b1c9a0c17ab95"
                + "a00a82cbfbe1f57b9d0a53473098468671544ad48a7ab90fcc26fb23f02bfff695",
            hash: "398aae40b70aae7ee4971e2116a5e9b4b59ae00d24c95e9ee696ff984fe8a4eb")
    }

    @Test("A legacy transaction on the chain with the largest id there can be, whose v takes 64 bits")
    func legacyWidestChain() throws {
        try expect(
            TransactionSamples.make(.legacy, chainID: 9_223_372_036_854_775_789),
            signingHash: "bab8c890ef5c5bbddfa27b5c1d9af3a23d75d8945101b8897ae30150feb44015",
            raw: "f8678001825208943535353535353535353535353535353535353535808088fffffffffffffffe"
                + "a0ec36c81076b2d72329a041992e7c37a7bee6c19f402f98a2478332dee47fe44a"
                + "a01af45cce374aa366da2fec44fac89adc10bcdb22832f469fa8258836a64ed135",
            hash: "6df870e36fbd58cfc1291929edf517266619f729e88dd957a3dc37c541e53d5d")
        let error = #expect(throws: WalletError.self) {
            try TransactionSamples.make(.legacy, chainID: 9_223_372_036_854_775_790)
        }
        #expect(error?.code == .overflow)
        _ = try TransactionSamples.make(.dynamicFee, chainID: .max)
    }

    @Test("An access list")
    func accessList() throws {
        let first = try AccessListEntry(
            address: Address(TransactionSamples.recipient),
            storageKeys: [#require(Hash32(UInt256.one.word)), #require(Hash32(UInt256.max.word))])
        let second = try AccessListEntry(
            address: #require(Address(Array(repeating: 0x12, count: 20))), storageKeys: [])
        try expect(
            TransactionSamples.make(
                .accessList, nonce: 7, gasLimit: 60_000, fees: .gasPrice(30_000_000_000), value: 5,
                data: [0xa9, 0x05, 0x9c, 0xbb], accessList: [first, second]),
            signingHash: "d92c12cedabe636403b05c1a48510cfb9bb9deea47409b51c457720f13db6040",
            raw: "01f8dd01078506fc23ac0082ea609435353535353535353535353535353535353535350584a9059cbbf872f859"
                + "943535353535353535353535353535353535353535f842"
                + "a00000000000000000000000000000000000000000000000000000000000000001"
                + "a0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                + "d6941212121212121212121212121212121212121212c001"
                + "a02c38a533182a26db8e5b4fccbc18df96d23995ef27ca200b3dce09b1dc6d0a08"
                + "a037a31db4d3e9ced1652f5ec15f3563e0b743922764763894935efa9908e9e975",
            hash: "046afdb9894c210b569ce8baf6591b8b381b4ebc9be8b8aafd0e092b38a576f4")
    }

    @Test("A transfer of a token with dynamic fees")
    func tokenTransfer() throws {
        let call =
            "a9059cbb0000000000000000000000001212121212121212121212121212121212121212"
            + "0000000000000000000000000000000000000000000000015af1d78b58c40000"
        try expect(
            TransactionSamples.make(
                chainID: 8_453, nonce: 14, gasLimit: 65_000,
                fees: .dynamic(maxFee: 2_100_000_000, maxPriorityFee: 100_000_000), data: #require(HexText.decode(call))
            ),
            signingHash: "642d74d321dc35c10f9943f181cbd86b787999d5cb48958763559b870695b6c4",
            raw: "02f8b18221050e8405f5e100847d2b750082fde894353535353535353535353535353535353535353580b844" + call
                + "c001a07702e04abb44877ea3b9090c4bf6d144cbdfa82c0ee9ee5e9596bfb067fc4f74"
                + "a05e5309eaed1b43e3637b799b8f137fa2831a4a1641c3517fc88cf999ec53161d",
            hash: "fc223b701a59f9ad277da15f4916690814cc318bdd4d352c48455844dfbd92f0")
    }

    @Test("The creation of a contract for nothing")
    func creation() throws {
        try expect(
            TransactionSamples.make(
                chainID: 31_337, gasLimit: 0, fees: .dynamic(maxFee: 0, maxPriorityFee: 0), to: nil, data: [0x60, 0]),
            signingHash: "b0640c988087a257a35bad6cae08b40014da504dedfe0234b71aea381dcc5d60",
            raw: "02f850827a69808080808080826000c001"
                + "a04f1d65ec4b59e989d8cac8175773bd88517dbba2b46e71d168c088a01992284b"
                + "a02b07a06369d2259fc31f96b97eab461592e23462d64f262bb8a42b03332cb937",
            hash: "a2dea293a4be7ff099cad3a6ce5898eeac638aa3e2099c8c614e5adaba2d8644")
    }

    @Test("Every number as large as it can be")
    func extremes() throws {
        let transaction = try TransactionSamples.make(
            chainID: (1 << 47) - 115, nonce: .max - 1, gasLimit: .max,
            fees: .dynamic(maxFee: .max, maxPriorityFee: .max),
            value: .max, data: [0x80])
        let most = String(repeating: "f", count: 64)
        try expect(
            transaction, signingHash: "02e439b0be3cb0e6e4f15b4a59ba84764190c8555a980456c3e7df3dfd520627",
            raw: "02f8d7867fffffffff8d88fffffffffffffffe" + "a0" + most + "a0" + most + "88ffffffffffffffff"
                + "943535353535353535353535353535353535353535" + "a0" + most + "8180c001"
                + "a091d3b300f7d121f7afe96411c6ae9816b1431ed196dd086e3f93ee0cf5af2c1e"
                + "a06c4605e1fbecd39d9a657a3987615527df50bef99984fc342ea531f7d054e5e7",
            hash: "933b29a1483ccdde11e664f7fd67da7519b84af4e1fd9e89a77405c13de41b66")
        let error = #expect(throws: WalletError.self) { try transaction.worstFee() }
        #expect(error?.code == .overflow)
    }
}
