import AI1Core
import AI1Settings
import Testing

@Suite("Settings of networks and the wallet")
struct NetworkSettingsTests {
    @Test("Four networks come along, and only the local one has an endpoint")
    func presets() throws {
        let settings = try load(Scratch())
        #expect(
            settings.networks.mapValues { $0.chainID?.value } == [
                "mainnet": 1, "sepolia": 11_155_111, "base": 8_453, "local": 31_337,
            ])
        #expect(settings.networks.filter { !$0.value.endpoints.value.isEmpty }.map(\.key) == ["local"])
        #expect(settings.wallet.network.value == "mainnet" && settings.wallet.account == nil)
        #expect(settings.wallet.feeCap.value == "0.01" && settings.wallet.scryptCost.value == 18)
    }

    @Test("What a file says of a network goes over what comes along; networks and tokens are added")
    func files() throws {
        let scratch = Scratch()
        let file = scratch.write(
            """
            networks:
              base:
                rpc: [https://RPC.example.com/v2/key?k=1, "http://127.0.0.1:8545"]
                tokens:
                  USDC: {address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913", decimals: 6}
              lab: {chain_id: 140737488355327, symbol: LAB, rpc: "http://[::1]:1"}
            wallet: {network: lab, account: main, fee_cap: 0.5, password_command: pass show x, scrypt_cost: 14}
            """, to: "home/config/config.yaml")
        let settings = try load(scratch)
        let base = try #require(settings.networks["base"])
        #expect(base.chainID == Sourced(8_453, .builtIn) && base.origin == .file(path: file, line: 3))
        #expect(base.endpoints.value == ["https://rpc.example.com/v2/key?k=1", "http://127.0.0.1:8545"])
        #expect(base.tokens["USDC"]?.decimals?.value == 6)
        #expect(base.tokens["USDC"]?.address?.value == "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913")
        let lab = try #require(settings.networks["lab"])
        #expect(lab.chainID?.value == 140_737_488_355_327 && lab.symbol.value == "LAB")
        #expect(lab.endpoints.value == ["http://[::1]:1"])
        #expect(settings.wallet.network.value == "lab" && settings.wallet.feeCap.value == "0.5")
        #expect(settings.wallet.passwordCommand?.value == "pass show x" && settings.wallet.scryptCost.value == 14)
        // A report shows neither endpoints nor the command: both may hold secrets.
        let shown = settings.entries.map(\.text).joined(separator: " ")
        #expect(!shown.contains("example.com") && !shown.contains("pass show"))
    }

    @Test("The variables of the wallet go over its file")
    func variables() throws {
        let scratch = Scratch()
        scratch.write("wallet: {network: base, account: main}\n", to: "home/config/config.yaml")
        let wallet = try load(scratch, ["AI1_WALLET_NETWORK": "local", "AI1_WALLET_ACCOUNT": "bot"]).wallet
        #expect(wallet.network == Sourced("local", .variable("AI1_WALLET_NETWORK")))
        #expect(wallet.account == Sourced("bot", .variable("AI1_WALLET_ACCOUNT")))
    }

    @Test("A project's file that nobody trusts sets no network and nothing of the wallet")
    func project() throws {
        let scratch = Scratch()
        scratch.write(
            """
            networks:
              base: {rpc: https://evil.example, chain_id: 1, tokens: {USDC: {address: "0x0000000000000000000000000000000000000bad"}}}
            wallet: {network: evil, account: x, fee_cap: 1000, password_command: evil, scrypt_cost: 14}
            """, to: "work/.ai1.yaml")
        let settings = try load(scratch)
        #expect(settings.networks["base"]?.endpoints.value == [] && settings.networks["base"]?.tokens.isEmpty == true)
        #expect(settings.networks["base"]?.chainID?.value == 8_453)
        #expect(settings.wallet.network.value == "mainnet" && settings.wallet.account == nil)
        #expect(settings.wallet.passwordCommand == nil && settings.wallet.feeCap.value == "0.01")
        #expect(settings.wallet.scryptCost.value == 18)
        #expect(settings.notices.count == 1 && settings.notices.first?.contains("networks.base.rpc") == true)
    }

    @Test(
        "What is no network is refused with its line, and an endpoint is not repeated",
        arguments: [
            "networks: {lab: {chain_id: 0}}", "networks: {lab: {chain_id: -1}}", "networks: {lab: {rpc: ftp://sesame}}",
            "networks: {lab: {rpc: [https://u:sesame@x]}}", "networks: {lab: {rpc: \"https://x/#sesame\"}}",
            "networks: {lab: {tokens: {X: {address: 0x12}}}}", "networks: {lab: {tokens: {X: {decimals: 78}}}}",
            "networks: {\"a b\": {chain_id: 1}}", "wallet: {scrypt_cost: 13}", "wallet: {scrypt_cost: 21}",
            "wallet: {fee_cap: -1}", "wallet: {key: 1}",
        ])
    func bad(text: String) {
        let scratch = Scratch()
        scratch.write(text + "\n", to: "home/config/config.yaml")
        do {
            _ = try load(scratch)
            Issue.record("it was taken")
        } catch let error as SettingsError {
            #expect(error.kind == .configuration && error.message.contains("config.yaml:1"))
            #expect(!error.message.contains("sesame"))
        } catch { Issue.record(error) }
    }

    @Test("Of an endpoint its host is shown")
    func host() {
        #expect(EndpointURL.host(of: "https://rpc.example.com/v2/key?k=1") == "rpc.example.com")
        #expect(EndpointURL.host(of: "http://127.0.0.1:8545") == "127.0.0.1:8545")
    }

    private func load(_ scratch: Scratch, _ environment: [String: String] = [:]) throws -> Settings {
        let paths = Paths(environment: ["AI1_HOME": scratch.file("home"), "HOME": scratch.path])
        scratch.makeFolder("work")
        return try SettingsLoader(
            paths: paths, environment: environment, workingFolder: scratch.file("work"),
            trust: TrustStore(file: paths.trustFile)
        ).load()
    }
}
