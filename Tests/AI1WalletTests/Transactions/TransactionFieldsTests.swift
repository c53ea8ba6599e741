import AI1Core
import Testing

@testable import AI1Wallet

@Suite("Transactions from plain fields")
struct TransactionFieldsTests {
    private func read(_ text: String) throws -> TransactionDocument {
        try TransactionDocument(fields: JSONParser.parse(text))
    }

    private func code(_ text: String) -> WalletError.Code? {
        do {
            _ = try read(text)
            return nil
        } catch { return (error as? WalletError)?.code }
    }

    @Test("Numbers are taken as decimal text, hexadecimal text and JSON numbers")
    func numbers() throws {
        let expected = try TransactionSamples.make(
            .legacy, chainID: 31_337, nonce: 9, fees: .gasPrice(20_000_000_000), value: 1_000_000_000_000_000_000,
            data: [1])
        for text in [
            #"{"chainId":31337,"nonce":9,"gas":21000,"gasPrice":20000000000,"value":1000000000000000000,"#,
            #"{"chainId":"31337","nonce":"9","gasLimit":"21000","gasPrice":"20000000000","#
                + #""valueWei":"1000000000000000000","#,
            #"{"chainId":"0x7a69","nonce":"0x9","gas":"0x5208","gasPrice":"0x4a817c800","#
                + #""value":"0xde0b6b3a7640000","type":"0x0","#,
        ] {
            let document = try read(text + #""to":"0x3535353535353535353535353535353535353535","data":"0x01"}"#)
            #expect(document.transaction == expected && document.from == nil)
        }
    }

    @Test("The type follows from the fees and the access list, or is given")
    func types() throws {
        let common = #""chainId":1,"nonce":0,"gas":1"#
        #expect(try read("{\(common),\"gasPrice\":1}").transaction.kind == .legacy)
        #expect(try read("{\(common),\"gasPrice\":1,\"accessList\":[]}").transaction.kind == .accessList)
        #expect(try read("{\(common),\"gasPrice\":1,\"type\":1}").transaction.kind == .accessList)
        let dynamic = #""maxFeePerGas":2,"maxPriorityFeePerGas":"0x1""#
        #expect(try read("{\(common),\(dynamic)}").transaction.kind == .dynamicFee)
        #expect(
            try read("{\(common),\(dynamic),\"type\":\"0x2\"}").transaction.fees
                == .dynamic(maxFee: 2, maxPriorityFee: 1))
        for bad in ["0", "1", "3", "4", "192", "200", "\"0x03\"", "-2", "2.0", "\"\"", "null", "18446744073709551616"] {
            #expect(code("{\(common),\(dynamic),\"type\":\(bad)}") != nil, "type \(bad)")
        }
    }

    @Test("An access list, a creation and who shall sign are read")
    func others() throws {
        let key = "0x" + String(repeating: "0", count: 63) + "1"
        let address = "0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F"
        let document = try read(
            #"{"chainId":1,"nonce":0,"gas":1,"gasPrice":1,"to":null,"input":"0x6000","from":"\#(address)","#
                + #""accessList":[{"address":"\#(address)","storageKeys":["\#(key)"]}]}"#)
        #expect(document.transaction.to == nil && document.transaction.data == [0x60, 0])
        #expect(document.from?.checksummed == address)
        #expect(
            try document.transaction.accessList == [
                AccessListEntry(address: Address(address), storageKeys: [#require(Hash32(hex: key))])
            ])
        #expect(
            try TransactionDocument(parsing: Array(#"{"chainId":1,"nonce":0,"gas":1,"gasPrice":1}"#.utf8)).from == nil)
    }

    @Test(
        "Fields that are missing, unknown, double, of the wrong type or out of range are refused",
        arguments: [
            #"{"nonce":0,"gas":1,"gasPrice":1}"#, #"{"chainId":1,"gas":1,"gasPrice":1}"#,
            #"{"chainId":1,"nonce":0,"gasPrice":1}"#, #"{"chainId":1,"nonce":0,"gas":1}"#, "[]", "1",
            #"{"chainId":1,"nonce":0,"gas":1,"maxFeePerGas":1}"#,
            #"{"chainId":1,"nonce":0,"gas":1,"maxPriorityFeePerGas":1}"#,
            #"{"chainId":1,"nonce":0,"gas":1,"gasPrice":1,"maxFeePerGas":1,"maxPriorityFeePerGas":1}"#,
            with(#""x":1"#), with(#""v":27"#), with(#""gasLimit":1"#), with(#""value":1,"valueWei":1"#),
            with(#""data":"0x","input":"0x""#), with(#""value":-1"#), with(#""value":1.5"#), with(#""value":1e3"#),
            with(#""value":"1e3""#), with(#""value":"""#), with(#""value":"0x""#), with(#""value":"0xg""#),
            with(#""value":null"#), with(#""value":true"#), with(#""value":"1 ""#),
            with(#""value":"115792089237316195423570985008687907853269984665640564039457584007913129639936""#),
            with(#""data":"0x0""#), with(#""data":"60""#), with(#""data":1"#), with(#""to":"0x35""#), with(#""to":1"#),
            with(#""to":"0x9D8A62f656a8d1615C1294fd71e9CFb3E4855A4F""#), with(#""from":"me""#),
            with(#""accessList":{}"#), with(#""accessList":[[]]"#),
            with(#""accessList":[{"address":null,"storageKeys":[]}]"#),
            with(#""accessList":[{"address":"\#(TransactionSamples.recipient)","storageKeys":["0x01"]}]"#),
            with(#""accessList":[{"address":"\#(TransactionSamples.recipient)","storageKeys":[],"x":1}]"#),
            #"{"chainId":0,"nonce":0,"gas":1,"gasPrice":1}"#,
            #"{"chainId":18446744073709551616,"nonce":0,"gas":1,"gasPrice":1}"#,
            #"{"chainId":18446744073709551615,"nonce":0,"gas":1,"gasPrice":1}"#,
            #"{"chainId":1,"nonce":18446744073709551615,"gas":1,"gasPrice":1}"#,
        ])
    func refused(text: String) { #expect(code(text) != nil) }

    private static func with(_ members: String) -> String {
        #"{"chainId":1,"nonce":0,"gas":1,"gasPrice":1,\#(members)}"#
    }
}
