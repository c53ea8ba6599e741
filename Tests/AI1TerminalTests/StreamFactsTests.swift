import AI1Terminal
import Testing

@Suite struct StreamFactsTests {
    @Test(
        "colour follows the flag, then NO_COLOR, then CLICOLOR_FORCE, then the terminal",
        arguments: [
            (true, ["TERM": "xterm"], .auto, true), (false, ["TERM": "xterm"], .auto, false),
            (true, ["TERM": "dumb"], .auto, false), (true, [:], .auto, false), (true, ["TERM": ""], .auto, false),
            (true, ["TERM": "xterm", "NO_COLOR": "1"], .auto, false),
            (true, ["TERM": "xterm", "NO_COLOR": "0"], .auto, false),
            (true, ["TERM": "xterm", "NO_COLOR": ""], .auto, true), (false, ["CLICOLOR_FORCE": "1"], .auto, true),
            (false, ["CLICOLOR_FORCE": "0"], .auto, false), (false, ["CLICOLOR_FORCE": ""], .auto, false),
            (true, ["TERM": "dumb", "CLICOLOR_FORCE": "1"], .auto, true),
            (true, ["TERM": "xterm", "CLICOLOR_FORCE": "1", "NO_COLOR": "1"], .auto, false),
            (false, ["NO_COLOR": "1"], .always, true), (true, ["TERM": "xterm", "CLICOLOR_FORCE": "1"], .never, false),
        ] as [(Bool, [String: String], ColorChoice, Bool)])
    func color(isTerminal: Bool, environment: [String: String], choice: ColorChoice, expected: Bool) {
        let facts = StreamFacts(isTerminal: isTerminal, columns: nil, environment: environment, color: choice)
        #expect(facts.hasColor == expected)
    }

    @Test("the terminal's own width comes before COLUMNS, and a pipe has none")
    func columns() {
        func columns(_ isTerminal: Bool, _ reported: Int?, _ named: String?) -> Int? {
            let environment = named.map { ["COLUMNS": $0] } ?? [:]
            return StreamFacts(isTerminal: isTerminal, columns: reported, environment: environment, color: .auto)
                .columns
        }
        #expect(columns(true, 100, "60") == 100)
        #expect(columns(true, nil, "60") == 60)
        #expect(columns(true, 0, nil) == 80)
        for nonsense in ["0", "-5", "wide", "99999999", ""] { #expect(columns(true, nil, nonsense) == 80) }
        #expect(columns(false, 100, "60") == nil)
    }

    @Test("only a terminal that is not dumb can redraw, whatever the colour")
    func redraw() {
        func canRedraw(_ isTerminal: Bool, _ term: String) -> Bool {
            StreamFacts(isTerminal: isTerminal, columns: nil, environment: ["TERM": term], color: .always).canRedraw
        }
        #expect(canRedraw(true, "xterm"))
        #expect(!canRedraw(true, "dumb"))
        #expect(!canRedraw(false, "xterm"))
    }

    @Test("a person can be asked only when standard input and standard error are terminals")
    func canAsk() {
        let yes = StreamFacts(isTerminal: true)
        let no = StreamFacts(isTerminal: false)
        #expect(TerminalFacts(standardInput: yes, standardOutput: no, standardError: yes).canAsk)
        #expect(!TerminalFacts(standardInput: no, standardOutput: yes, standardError: yes).canAsk)
        #expect(!TerminalFacts(standardInput: yes, standardOutput: yes, standardError: no).canAsk)
    }

    @Test("the width of a real terminal is read from it")
    func realWidth() throws {
        let terminal = try PseudoTerminal()
        terminal.resize(columns: 123)
        #expect(TerminalFacts.columns(of: terminal.device) == 123)
        terminal.resize(columns: 0)
        #expect(TerminalFacts.columns(of: terminal.device) == nil)
    }
}
