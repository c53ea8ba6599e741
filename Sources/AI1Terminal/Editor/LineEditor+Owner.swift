internal import AI1Core
internal import CReadline

/// What readline asks while it works on a key.
extension LineEditor {
    /// The functions as C sees them; the editor outlives them.
    func makeOwner() -> ai1_readline_owner {
        ai1_readline_owner(
            context: Unmanaged.passUnretained(self).toOpaque(),
            key: { LineEditor.at($0).nextKey() },
            has_key: { LineEditor.at($0).hasKey(microseconds: $1) },
            enter: { LineEditor.at($0).enter() },
            line: { LineEditor.at($0).take($1.map { String(cString: $0) }) },
            edit: { LineEditor.at($0).requestEditor() },
            may_grow: { LineEditor.at($0).mayGrow ? 1 : 0 },
            draw: { LineEditor.at($0).beforeDrawing() },
            complete: { LineEditor.at($0).complete(from: Int($1)) },
            show: { LineEditor.at($0).showCandidates($1, Int($2)) })
    }

    private static func at(_ context: UnsafeMutableRawPointer) -> LineEditor {
        Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
    }

    private func nextKey() -> Int32 {
        while true {
            if let key = keys.next() { return Int32(key) }
            guard !hasEnded else { return -1 }
            let bytes = KeyQueue.read(options.input)
            if bytes.isEmpty {
                hasEnded = true
                _ = events.yield(.endOfInput)
            }
            // A paste in the middle of a command is none that the command could want.
            for case .keys(let more) in splitter.feed(bytes) { keys.append(more) }
        }
    }

    private func hasKey(microseconds: Int32) -> Int32 {
        if !keys.isEmpty { return 1 }
        let milliseconds = min(1_000, max(0, microseconds) / 1_000)
        return KeyQueue.isReadable(options.input, milliseconds: milliseconds) ? 1 : 0
    }

    private func enter() -> ai1_enter {
        guard question == nil else { return keepLine() }
        if QuotedBlock.isOpen(line) { return AI1_ENTER_NEWLINE }
        return acceptedLines == .kept ? keepLine() : AI1_ENTER_ERASE
    }

    /// A line that stays lies above the live rows, which are drawn again below it.
    private func keepLine() -> ai1_enter {
        if !live.isEmpty {
            ai1_readline_erase()
            eraseLive()
            ai1_readline_draw()
        }
        return AI1_ENTER_KEEP
    }

    /// A line that is taller than the screen cannot be drawn.
    private var mayGrow: Bool { !options.canRedraw || Int(ai1_readline_rows()) + 1 < rows }

    private func requestEditor() {
        guard question == nil else { return ai1_readline_bell() }
        if case .dropped = events.yield(.editorRequested(shelf.expand(line))) { ai1_readline_bell() }
    }

    private func beforeDrawing() {
        if let next = nextLine {
            nextLine = nil
            ai1_readline_set_line(next.text, Int32(next.cursor))
        }
        // From the history, or put in by a program: what a person types grows by and by.
        let length = Int(ai1_readline_length())
        let isSudden = length > drawnBytes + Self.suddenBytes
        if length > drawnBytes, isTooTall(line) {
            replace(by: shelf.fold(line, kind: "text"))
        } else if isSudden, PasteShelf.isLong(line) {
            replace(by: shelf.fold(line, kind: "text"))
        }
        drawnBytes = Int(ai1_readline_length())
    }

    private func replace(by text: String) { ai1_readline_set_line(text, Int32(text.utf8.count)) }

    /// Whether a line takes more rows than there are, or nearly so.
    func isTooTall(_ line: String) -> Bool {
        guard options.canRedraw, line.utf8.count > columns || line.contains("\n") else { return false }
        return InputLayout.row(behind: PromptText.visible(prompt) + line, columns: columns) + 1 >= rows
    }
}
