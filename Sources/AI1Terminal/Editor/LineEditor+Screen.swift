internal import CReadline

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The terminal as a whole: rows above the input, its size, and giving it away for a while.
extension LineEditor {
    func show(_ update: RowUpdate) {
        let octets = octets(for: update)
        if !octets.isEmpty { aboveInput { write(octets) } }
    }

    /// Adds rows between those that have settled and those that may change.
    func add(_ rows: [String]) {
        let live = live
        aboveInput {
            eraseLive()
            write(octets(for: RowUpdate(settled: rows)))
            write(octets(for: RowUpdate(live: live)))
        }
    }

    func workOnKeys() {
        let rowsBefore = ai1_readline_rows()
        while !keys.isEmpty, !hasEnded { ai1_readline_key() }
        if ai1_readline_rows() != rowsBefore { fitPainter() }
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
        if options.canRedraw {
            let shown = PromptText.visible(String(cString: ai1_readline_shown_prompt()))
            let before = String(decoding: line.utf8.prefix(Int(ai1_readline_cursor())), as: UTF8.self)
            eraseDown(from: InputLayout.row(behind: shown + before, columns: columns))
            fitPainter()
            eraseLive()
            // Rows made for more columns are not shown again: others come.
            if live.contains(where: { RowOctets.columns($0.utf8) >= columns }) { live = [] }
            paintLive()
        } else {
            ai1_readline_erase()
        }
        ai1_readline_set_prompt(question.map { PromptText.marked($0.text) } ?? prompt)
        ai1_readline_draw()
        fitPainter()
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
        paintLive()
        ai1_readline_draw()
        fitPainter()
    }

    /// Stops the process as Ctrl-Z does; returns when it goes on.
    func stop() {
        giveBack()
        // To this thread: a signal to the process may stop it only when the terminal has been taken again.
        raise(SIGSTOP)
        takeBack()
    }
}
