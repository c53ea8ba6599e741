internal import CReadline

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The terminal as a whole: rows above the input, its size, and giving it away for a while.
extension LineEditor {
    func show(_ update: RowUpdate) {
        aboveInput {
            fitPainter()
            paint(update)
        }
    }

    private func fitPainter() { painter.resized(columns: columns, rows: roomForLive) }

    /// After the input has grown: makes the live rows fewer where both do not fit the screen any more.
    func fitLive() {
        guard !live.isEmpty, live.count + Int(ai1_readline_rows()) > rows else { return }
        ai1_readline_erase()
        eraseLive()
        fitPainter()
        paintLive()
        ai1_readline_draw()
    }

    /// Works on keys. Where the input grows into the live rows, what readline has written for it is thrown away, since it
    /// would push rows out of the screen that can then not be erased, and both are drawn anew.
    func workOnKeys() {
        let rowsBefore = ai1_readline_rows()
        let cursorRow = ai1_readline_cursor_row()
        flush()
        isRepeatable = true
        while !keys.isEmpty, !hasEnded { ai1_readline_key() }
        guard !live.isEmpty, ai1_readline_rows() > rowsBefore, live.count + Int(ai1_readline_rows()) > rows else {
            return
        }
        guard isRepeatable else { return fitLive() }
        ai1_readline_output_cut(0)
        eraseDown(from: Int(cursorRow))
        eraseLive()
        fitPainter()
        paintLive()
        ai1_readline_draw()
    }

    /// Erases the input when its first row is so many rows above the cursor, and everything below.
    private func eraseDown(from row: Int) {
        write(Array("\r".utf8))
        if row > 0 { write(Array("\u{1B}[\(row)A".utf8)) }
        write(Array("\u{1B}[J".utf8))
    }

    // MARK: - Size

    /// Takes the terminal's new size. Most terminals have wrapped anew what they show, so the input is looked for where
    /// that has put it.
    func takeSize() {
        guard let size = TerminalFacts.size(of: options.output), size != (columns, rows) else { return }
        columns = size.columns
        rows = size.rows
        ai1_readline_set_size(Int32(rows), Int32(columns))
        _ = events.yield(.resized(columns: columns, rows: rows))
        guard !isSuspended else { return }
        if options.canRedraw {
            let shown = PromptText.visible(String(cString: ai1_readline_shown_prompt()))
            let before = String(decoding: line.utf8.prefix(Int(ai1_readline_cursor())), as: UTF8.self)
            eraseDown(from: InputLayout.row(behind: shown + before, columns: columns))
            fitPainter()
            eraseLive()
            // Rows made for more columns are not shown again: others come.
            if live.contains(where: { DisplayWidth.columns($0) >= columns }) { live = [] }
            paintLive()
        } else {
            ai1_readline_erase()
        }
        isRepeatable = false
        ai1_readline_set_prompt(question.map { PromptText.marked($0.text) } ?? prompt)
        ai1_readline_draw()
        fitLive()
    }

    // MARK: - Ctrl-C, Ctrl-Z, children

    /// What Ctrl-C does at the prompt.
    func interrupt() {
        if question != nil { return dismissQuestion() }
        ai1_readline_settle()
        drawnBytes = 0
        aboveInput {
            if acceptedLines == .kept {
                eraseLive()
                ai1_readline_draw()
                ai1_readline_move_to_end()
                write(Array("^C\r\n".utf8))
                paintLive()
            }
            ai1_readline_drop_line()
            ai1_readline_end_history()
        }
    }

    /// Gives the terminal back as it was, without the input and the live rows.
    func giveBack() {
        ai1_readline_settle()
        ai1_readline_erase()
        eraseLive()
        ai1_readline_release()
        flush()
    }

    /// Takes the terminal again and shows what stood there.
    func takeBack() {
        ai1_readline_take()
        if let size = TerminalFacts.size(of: options.output), size != (columns, rows) {
            columns = size.columns
            rows = size.rows
            ai1_readline_set_size(Int32(rows), Int32(columns))
            ai1_readline_set_prompt(question.map { PromptText.marked($0.text) } ?? prompt)
            _ = events.yield(.resized(columns: columns, rows: rows))
        }
        fitPainter()
        paintLive()
        isRepeatable = false
        ai1_readline_draw()
        fitLive()
    }

    /// Stops the process as Ctrl-Z does; returns when it goes on.
    func stop() {
        giveBack()
        kill(getpid(), SIGSTOP)
        takeBack()
    }
}
