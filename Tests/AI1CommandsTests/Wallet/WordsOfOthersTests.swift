import ArgumentParser
import Testing

@testable import AI1Commands

@Suite("What users of other wallets type")
struct WordsOfOthersTests {
    private func hint(_ words: String...) -> String? {
        do {
            try CommandNames.check(words)
            return nil
        } catch {
            return (error as? CommandError)?.hint
        }
    }

    @Test("A verb of cast, or one that belongs a noun further down, is answered by the one that does it")
    func verbs() {
        #expect(hint("wallet", "new") == "did you mean: ai1 wallet create?")
        #expect(hint("wallet", "mktx") == "did you mean: ai1 wallet tx build?")
        #expect(hint("wallet", "receipt") == "did you mean: ai1 wallet tx receipt?")
        #expect(hint("wallet", "tx", "publish") == "did you mean: ai1 wallet tx send?")
        #expect(hint("balance") == "did you mean: ai1 wallet balance?")
        #expect(hint("wallet", "frobnicate") == "ai1 wallet --help")
        #expect(hint("wallet", "send") == nil)
    }

    @Test("Every verb that is named exists")
    func exist() throws {
        for word in ["new", "address", "ls", "rm", "mktx", "sign-tx", "publish", "tokens", "history", "status"] {
            let verb = try #require(WordsOfOthers.verb(word, after: ["ai1", "wallet"]))
            try CommandNames.check(["wallet"] + verb.split(separator: " ").map(String.init))
        }
    }

    @Test("Secrets as arguments are refused with the way to give them, in the wallet alone")
    func options() {
        for name in ["--private-key", "--mnemonic", "--password"] {
            #expect(
                WordsOfOthers.option(name, path: ["wallet", "send"])?.message?.contains("never an argument") == true)
            #expect(WordsOfOthers.option(name, path: ["ask"]) == nil)
        }
        #expect(WordsOfOthers.option("--yes", path: ["wallet", "send"]) == nil)
    }

    @Test("Every example of the wallet fits on a line of 80 columns, so that it can be pasted")
    func examples() {
        var waiting: [any ParsableCommand.Type] = [WalletCommand.self]
        var seen = 0
        while let command = waiting.popLast() {
            waiting += command.configuration.subcommands
            for line in command.configuration.discussion.split(separator: "\n") where line.hasPrefix("  ") {
                seen += 1
                #expect(line.count <= 80, "\(line)")
            }
        }
        #expect(seen > 50)
    }
}
