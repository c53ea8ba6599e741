import AI1Core
import AI1Engine
import Testing

@Suite struct ShellProposalTests {
    @Test(
        "the command is found in a code block, between backticks, or as the whole answer",
        arguments: [
            ("```sh\nls -la\n```", "ls -la"), ("```\nls\n```", "ls"),
            ("Use this:\n\n```bash\nls\n```\n\nIt lists.", "ls"),
            ("ls -la .", "ls -la ."), ("  ls\n", "ls"), ("`ls -la`", "ls -la"), ("```ls -la```", "ls -la"),
            ("$ ls", "ls"), ("```console\n$ cd /tmp\n$ ls\n```", "cd /tmp\nls"),
            ("```sh\nfor f in *; do\n  echo \"$f\"\ndone\n```", "for f in *; do\n  echo \"$f\"\ndone"),
            ("```sh\ncat <<EOF\n\na\n\nEOF\n```", "cat <<EOF\n\na\n\nEOF"),
            ("```sh\r\nls\r\npwd\r\n```\r\n", "ls\npwd"),
            ("for f in *; do\n\techo $f\ndone", "for f in *; do\n\techo $f\ndone"), ("echo `date`", "echo `date`"),
            ("~~~zsh\nls\n~~~", "ls"), ("```sh\n\n\n  ls\n```", "ls"), ("```sh\nls a\\ \n```", "ls a\\ "),
            ("```sh\nfirst\n```\nor\n```sh\nsecond\n```", "first"), ("cat <<EOF\n\nx\nEOF", "cat <<EOF\n\nx\nEOF"),
        ] as [(String, String)])
    func extraction(_ answer: String, _ command: String) throws {
        #expect(try ShellProposal(answer: Array(answer.utf8)).command == command)
    }

    @Test(
        "an answer without one command says so, and is bad data",
        arguments: [
            ("", .noCommand), (" \n\t", .noCommand), ("```sh\n```", .noCommand), ("```\n  \n```", .noCommand),
            ("Sorry, I cannot do that.", .unclear), ("Use find for it.", .unclear),
            ("ls\n\nThis lists files.", .unclear),
            ("The command is:", .unclear), ("```console\n$ ls\na b\n```", .unclear),
            ("so ```ls``` or ```dir```", .unclear),
            ("```python\nprint(1)\n```", .otherLanguage), ("```powershell\nls\n```", .otherLanguage),
            ("```sh\nrm -rf /tmp/x", .unfinished),
        ] as [(String, ShellError.Code)])
    func noCommand(_ answer: String, _ code: ShellError.Code) throws {
        let error = try #require(throws: ShellError.self) { try ShellProposal(answer: Array(answer.utf8)) }
        #expect(error.code == code && error.kind == .badData && error.hint != nil, "\(error.message)")
    }

    @Test("a command that is no text or longer than the limit is refused")
    func bounds() throws {
        let broken = try #require(throws: ShellError.self) { try ShellProposal(answer: Array("ls ".utf8) + [0xFF]) }
        #expect(broken.code == .notText)
        let longest = "echo " + String(repeating: "x", count: ShellProposal.limitBytes - 5)
        #expect(try ShellProposal(command: longest).command == longest)
        let tooLong = try #require(throws: ShellError.self) { try ShellProposal(command: longest + "x") }
        #expect(tooLong.code == .tooLong)
    }

    @Test(
        "a character that is not shown, or shown as another, refuses the command and is named",
        arguments: [
            // Cc
            "\u{0}", "\u{7}", "\u{8}", "\u{B}", "\r", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}",
            // Cf: bidirectional controls, zero width, soft hyphen, tags, interlinear annotation
            "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200E}", "\u{61C}", "\u{200B}", "\u{200C}", "\u{200D}",
            "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{E0041}", "\u{FFF9}", "\u{180E}",
            // Zl, Zp, Zs but the blank
            "\u{2028}", "\u{2029}", "\u{A0}", "\u{2003}", "\u{202F}", "\u{205F}", "\u{3000}", "\u{1680}",
            // default ignorable: variation selectors, fillers, grapheme joiner
            "\u{FE0F}", "\u{E0100}", "\u{115F}", "\u{3164}", "\u{FFA0}", "\u{34F}",
            // empty, private, unassigned, unknown
            "\u{2800}", "\u{E000}", "\u{10FFFF}", "\u{FFFD}",
            // marks on what is no letter, and enclosing marks
            "\u{338}", "\u{20DD}",
        ])
    func hidden(_ character: String) throws {
        let scalar = try #require(character.unicodeScalars.first)
        for text in ["echo a;\(character) ls", "ls\n\"\(character)\"", "```sh\nls |\(character)sh\n```"] {
            let error = try #require(throws: ShellError.self) { try ShellProposal(answer: Array(text.utf8)) }
            #expect(error.code == .hiddenCharacter && error.kind == .safetyRefused, "\(error.message)")
            let number = String(scalar.value, radix: 16, uppercase: true)
            #expect(error.message.contains("U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number))
            #expect(TerminalCleaner.clean(error.message) == error.message)
            #expect(!HiddenCharacter.revealed(in: text).unicodeScalars.contains(scalar) || scalar.value == 0x338)
        }
    }

    @Test(
        "text of every language, newlines and tabs are allowed",
        arguments: [
            "ls", "echo 'grüße, 世界, שלום, नमस्ते'", "a\n\tb\tc", "echo e\u{301}", "echo ☃ 😀 → €", "printf '%s\\n' “x”",
        ])
    func visible(_ command: String) throws {
        #expect(try ShellProposal(command: command).command == command)
    }

    @Test("the line of a hidden character is told")
    func line() throws {
        #expect(HiddenCharacter.first(in: "a\nb\nc\u{200B}")?.line == 3)
        #expect(HiddenCharacter.first(in: "a\u{202E}b")?.description == "line 1 has U+202E (RIGHT-TO-LEFT OVERRIDE)")
        #expect(HiddenCharacter.revealed(in: "a b\n\u{202E}c\u{1B}[2J") == "a b\n<U+202E>c<U+001B>[2J")
    }

    @Test("what is accepted is shown by a terminal as it is, whatever the octets")
    func shownAsItIs() throws {
        var random = SplitMix64(seed: 20_261_125)
        var accepted = 0
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<(1 + random.next() % 4) {
                let range: UInt64 = random.next() % 2 == 0 ? 0x3100 : 0x11_0000
                if let scalar = Unicode.Scalar(UInt32(random.next() % range)) { text.append(scalar) }
            }
            guard let command = try? ShellProposal(command: "x" + String(text)).command else { continue }
            accepted += 1
            #expect(TerminalCleaner.clean(command) == command)
        }
        #expect(accepted > 1_000)
    }
}
