import AI1Core
import Testing

@testable import AI1Wallet

@Suite("Declarations of functions, events and errors")
struct SignatureTests {
    @Test("Functions in the forms that people write")
    func functions() throws {
        for text in [
            "transfer(address to, uint256 amount) returns (bool)",
            "function transfer(address to, uint amount) external returns (bool);",
            "transfer(address,uint256)(bool)", "  transfer ( address , uint256 )  returns(bool)",
        ] {
            let function = try ABIFunction(parsing: text)
            #expect(function.signature == "transfer(address,uint256)")
            #expect(HexText.encode(function.selector) == "0xa9059cbb")
            #expect(function.outputs.map(\.type) == [.bool])
        }
        let nested = try ABIFunction(parsing: "f(tuple(uint a, (bytes[2][] b, string) c)[] memory list) view")
        #expect(nested.signature == "f((uint256,(bytes[2][],string))[])")
        #expect(nested.declaration == "f((uint256 a, (bytes[2][] b, string) c)[] list)")
    }

    @Test(
        "What is no declaration is refused",
        arguments: [
            "", "f", "f(", "f(uint256", "f(uint256))", "f(uint7)", "f(uint264)", "f(bytes0)", "f(bytes33)", "f(uint08)",
            "1f()", "f(uint256[0])", "f(uint256[-1])", "f(uint256[65537])", "f(uint256[65536][2])", "f(())",
            "f(uint256,)",
            "f(uint256 indexed a b)", "f() returns", "f() sideways", "f(fixed128x81)", "f(mapping(uint=>uint))", "f(é)",
            "f(uint256 a) junk (bool)",
            "f(\(String(repeating: "(", count: 40))uint8\(String(repeating: ")", count: 40)))",
            "f(uint8\(String(repeating: "[]", count: 40)))", "f(\(String(repeating: "bool,", count: 600))bool)",
        ])
    func refused(_ text: String) {
        #expect(throws: WalletError.self) { try ABIFunction(parsing: text) }
    }

    @Test("Events: topics, indexed parameters, hashes of long ones")
    func events() throws {
        let event = try ABIEvent(
            parsing: "event Transfer(address indexed from, address indexed to, uint256 value)")
        #expect(event.topic.hex == "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef")
        #expect(event.topic == ERC20.transferred.topic)
        #expect(ERC20.approved.topic.hex == "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925")
        let from = try #require(Hash32(UInt256(0xAA).word))
        let upper = try #require(Hash32(UInt256(0xBB).word))
        let parts = try event.decode(topics: [event.topic, from, upper], data: UInt256(5).word)
        #expect(parts.map(\.parameter.name) == ["from", "to", "value"])
        #expect(parts[2].content == .value(.uint(5)))
        #expect(parts[0].content == .value(.address(Address(from.bytes.suffix(20))!)))
        #expect(throws: WalletError.self) { try event.decode(topics: [from, from, upper], data: UInt256(5).word) }
        #expect(throws: WalletError.self) { try event.decode(topics: [event.topic, from], data: UInt256(5).word) }
        let named = try ABIEvent(parsing: "Named(string indexed name) anonymous")
        #expect(try named.decode(topics: [from], data: []).map(\.content) == [.hash(from)])
        #expect(throws: WalletError.self) {
            try ABIEvent(parsing: "E(bool indexed,bool indexed,bool indexed,bool indexed)")
        }
    }

    @Test("A compiler's JSON gives the same declarations")
    func interface() throws {
        let json = try JSONParser.parse(
            """
            [{"type":"function","name":"f","inputs":[{"name":"list","type":"tuple[2][]","components":[
            {"name":"a","type":"uint256"},{"name":"b","type":"tuple","components":[{"name":"c","type":"bytes"}]}]}],
            "outputs":[{"name":"","type":"bool"}],"stateMutability":"view"},
            {"type":"event","name":"E","inputs":[{"name":"x","type":"address","indexed":true}],"anonymous":false},
            {"type":"error","name":"Bad","inputs":[]},{"type":"constructor","inputs":[{"name":"s","type":"string"}]},
            {"type":"receive","stateMutability":"payable"}]
            """)
        let interface = try ABIInterface(json: json)
        #expect(
            interface.functions[0]
                == (try ABIFunction(
                    parsing: "f((uint256 a, (bytes c) b)[2][] list) returns (bool)")))
        #expect(interface.events[0] == (try ABIEvent(parsing: "E(address indexed x)")))
        #expect(interface.errors[0].signature == "Bad()")
        #expect(interface.constructorInputs == [ABIParameter(name: "s", type: .string)])
        for text in [
            "{}", #"[{"type":"function"}]"#, #"[{"type":"odd","name":"f"}]"#,
            #"[{"name":"f","inputs":[{"type":"tuple"}]}]"#, #"[{"name":"f","inputs":[{"type":"uint7"}]}]"#,
            #"[{"name":"f g","inputs":[]}]"#, #"[{"name":"f","inputs":{}}]"#,
        ] {
            #expect(throws: WalletError.self, Comment(rawValue: text)) {
                try ABIInterface(json: JSONParser.parse(text))
            }
        }
    }

    @Test("Changed declarations are read or refused, never more")
    func mutations() throws {
        var generator = ABIGenerator(seed: 4)
        let original = Array("f((uint256 a, (bytes3[2] b)[] c)[2][] memory d, int8) view returns (bool, string s)".utf8)
        var taken = 0
        for _ in 0..<5_000 {
            var bytes = original
            for _ in 0...generator.below(3) {
                let index = generator.below(bytes.count)
                switch generator.below(3) {
                case 0: bytes[index] = Array("()[],0123456789 u".utf8)[generator.below(17)]
                case 1: bytes.remove(at: index)
                default: bytes.insert(bytes[generator.below(bytes.count)], at: index)
                }
            }
            guard let function = try? ABIFunction(parsing: String(decoding: bytes, as: UTF8.self)) else { continue }
            taken += 1
            #expect(try ABIFunction(parsing: function.declaration) == function)
        }
        #expect(taken > 100 && taken < 5_000)
    }

    @Test("Selectors of tokens are the published ones")
    func selectors() {
        let selectors = [
            ERC20.name, ERC20.symbol, ERC20.decimals, ERC20.totalSupply, ERC20.balanceOf, ERC20.allowance,
            ERC20.transfer, ERC20.transferFrom, ERC20.approve, ERC20.increaseAllowance, ERC20.decreaseAllowance,
            ERC20.permit, ERC20.nonces, ERC20.domainSeparator,
        ].map { HexText.encode($0.selector, prefix: false) }
        #expect(
            selectors == [
                "06fdde03", "95d89b41", "313ce567", "18160ddd", "70a08231", "dd62ed3e", "a9059cbb", "23b872dd",
                "095ea7b3", "39509351", "a457c2d7", "d505accf", "7ecebe00", "3644e515",
            ])
    }
}
