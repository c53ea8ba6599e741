internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Shows a mnemonic once, on the controlling terminal itself, and takes it off the screen again.
struct MnemonicScreen {
    /// The longest word of the list has eight letters; a number and a gap come with it.
    private static let cellColumns = 15
    private static let widestWord = 8

    private let terminal: Int32
    private let columns: Int
    private let rows: Int

    /// - Throws: `CommandError` of code `usage` when there is no terminal
    init() throws {
        terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else {
            throw CommandError(
                .usage, message: "a mnemonic is shown on a terminal alone, and there is none",
                hint: "add --no-mnemonic for a key without words")
        }
        let size = TerminalFacts.size(of: terminal) ?? (80, 24)
        columns = size.columns
        rows = size.rows
    }

    /// Shows the words until Enter is pressed. However that ends, they are erased before this returns.
    /// - Throws: `TerminalError` when the person leaves; `WalletError` when the terminal cannot be written to
    func show(_ mnemonic: Mnemonic) throws {
        defer { close(terminal) }
        let ranges = Self.words(of: mnemonic.text)
        let perRow = [4, 3, 2, 1].first { $0 * Self.cellColumns <= columns } ?? 1
        var shown = 0
        defer { erase(rows: shown) }
        for line in Paragraph.lines(Self.advice, width: columns) {
            try write(line + "\n")
            shown += 1
        }
        try write("\n")
        shown += 1
        for start in stride(from: 0, to: ranges.count, by: perRow) {
            shown += 1
            for index in start..<min(start + perRow, ranges.count) {
                try write((index + 1 < 10 ? "  " : " ") + "\(index + 1). ")
                try SecretOutput.write(mnemonic.text, range: ranges[index], to: terminal)
                try write(String(repeating: " ", count: Self.widestWord + 2 - ranges[index].count))
            }
            try write("\n")
        }
        try write("\n")
        // The question and the line end behind it take two more.
        shown += 2
        let question = "Press Enter when they are written down:"
        let ignored = UnsafeMutableRawBufferPointer.allocate(byteCount: HiddenPrompt.maximumBytes, alignment: 16)
        defer { ignored.deallocate() }
        guard try HiddenPrompt(terminal: terminal).ask(question, into: ignored) != nil else {
            throw CommandError(.declined, message: "no account was made", hint: "the words were for nothing")
        }
    }

    private static let advice =
        "These words are the account. Write them down in this order and keep them where nobody else finds them: who has them has "
        + "all that is in it, and without them and the keystore it is lost. They are shown this once."

    private func write(_ text: String) throws {
        try OutputStream(descriptor: terminal, isTerminal: true).write(text: text)
    }

    /// Goes up over what was shown and clears from there. What does not fit on the screen has scrolled away, and is cleared
    /// where the terminal keeps it.
    private func erase(rows shown: Int) {
        try? write("\u{1B}[\(min(shown, max(1, rows - 1)))A\r\u{1B}[J" + (shown >= rows ? "\u{1B}[3J" : ""))
    }

    private static func words(of text: SecretBytes) -> [Range<Int>] {
        text.withBytes { bytes in
            var ranges: [Range<Int>] = []
            var start = 0
            for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x20 {
                if index > start { ranges.append(start..<index) }
                start = index + 1
            }
            return ranges
        }
    }
}
