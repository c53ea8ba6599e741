import Testing

@testable import AI1Chain

@Suite("Networks")
struct NetworkTests {
    @Test("A network shows no URL, however it is shown")
    func secrets() {
        let network = Network(name: "x", chainID: 1, rpcURLs: ["https://a.example/SECRETKEY"])
        var dumped = ""
        dump(network, to: &dumped)
        #expect(!dumped.contains("SECRET") && !"\(network)".contains("SECRET"))
        #expect(!String(reflecting: network).contains("SECRET"))
    }

    @Test("Tokens are found by symbol in either case")
    func tokens() {
        let network = Network(name: "x", chainID: 1, tokens: [Samples.token])
        #expect(network.token("ai1net") == Samples.token)
        #expect(network.token("ETH") == nil)
    }
}
