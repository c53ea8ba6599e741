internal import AI1Core
internal import CReadline

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Lines that are accepted, questions, pastes.
extension LineEditor {
    /// A line was accepted; nil at the end of input.
    func take(_ text: String?) {
        drawnBytes = 0
        if let question {
            self.question = nil
            if text == nil { ai1_readline_erase() }
            question.answer.resume(returning: text)
            askNext()
        } else if let text {
            submit(text)
        } else {
            ai1_readline_erase()
            _ = events.yield(.endOfInput)
        }
        paintLive()
    }

    private func submit(_ text: String) {
        let content = shelf.expand(QuotedBlock.content(text))
        if case .dropped = events.yield(.line(content)) {
            // Nobody has taken so many lines: this one is not lost.
            nextLine = (text, text.utf8.count)
            return ai1_readline_bell()
        }
        if let busy = options.busyPrompt {
            prompt = PromptText.marked(busy)
            ai1_readline_set_prompt(prompt)
        }
        let isBlank = content.allSatisfy(\.isWhitespace)
        if options.remembersLines, !isBlank, content.first != " " { remember(content) }
    }

    func remember(_ entry: String) {
        let entry = TerminalCleaner.clean(entry)
        ai1_readline_add_history(entry)
        history?.append(entry, seconds: Int64(time(nil)))
    }

    // MARK: - Questions

    func ask(_ next: SessionJob.Question) {
        guard question == nil else { return questions.append(next) }
        ai1_readline_settle()
        aside = (line, Int(ai1_readline_cursor()))
        aboveInput {
            begin(next)
            ai1_readline_drop_line()
        }
    }

    /// Ends the question, for Ctrl-C and for one that is no longer wanted.
    func dismissQuestion() {
        guard let question else { return }
        self.question = nil
        question.answer.resume(returning: nil)
        ai1_readline_settle()
        aboveInput {
            ai1_readline_drop_line()
            askNext()
        }
    }

    func withdraw(_ id: UInt64) {
        if question?.id == id { return dismissQuestion() }
        guard let index = questions.firstIndex(where: { $0.id == id }) else { return }
        questions.remove(at: index).answer.resume(returning: nil)
    }

    /// The question that waits next, or the line that was put aside.
    private func askNext() {
        if questions.isEmpty {
            ai1_readline_set_prompt(prompt)
            nextLine = aside
            aside = nil
        } else {
            begin(questions.removeFirst())
        }
        ai1_readline_end_history()
    }

    private func begin(_ next: SessionJob.Question) {
        question = next
        ai1_readline_set_prompt(PromptText.marked(next.text))
        ai1_readline_end_history()
    }

    // MARK: - Text from elsewhere

    func paste(_ bytes: [UInt8]) {
        var text = PasteText.cleaned(bytes)
        if ai1_readline_is_searching() != 0 {
            // A search goes on with the first line; any other command has ended.
            keys.append(text.prefix { $0 != "\n" }.utf8)
            return
        }
        if question != nil { text = String(text.map { $0 == "\n" ? " " : $0 }) }
        if PasteShelf.isLong(text) || isTooTall(line + text) { text = shelf.fold(text, kind: "paste") }
        ai1_readline_insert(text)
        drawnBytes = Int(ai1_readline_length())
        ai1_readline_redraw()
    }

    func refusePaste() {
        add(["the paste is larger than \(PasteText.maximumBytes >> 20) MiB: attach it as a file"])
        ai1_readline_bell()
    }

    func setText(_ text: String) {
        let text = TerminalCleaner.clean(text)
        let shown = PasteShelf.isLong(text) || isTooTall(text) ? shelf.fold(text, kind: "text") : text
        if question != nil {
            aside = (shown, shown.utf8.count)
            return
        }
        ai1_readline_settle()
        ai1_readline_set_line(shown, Int32(shown.utf8.count))
        drawnBytes = Int(ai1_readline_length())
        ai1_readline_redraw()
    }

    func setPrompt(_ text: String) {
        prompt = PromptText.marked(text)
        guard question == nil else { return }
        aboveInput { ai1_readline_set_prompt(prompt) }
    }

    // MARK: - Completion

    /// Candidates that are handed to readline at most.
    private static let maximumCandidates = 1_000

    func complete(from start: Int) {
        guard question == nil else { return }
        let request = CompletionRequest(line: line, cursor: Int(ai1_readline_cursor()))
        guard request.before.utf8.count == start else { return }
        for candidate in options.complete(request).prefix(Self.maximumCandidates) {
            let clean = TerminalCleaner.clean(candidate)
            if clean == candidate, !clean.contains("\n") { ai1_readline_match(clean) }
        }
    }

    func showCandidates(_ start: UnsafeMutablePointer<UnsafeMutablePointer<CChar>>, _ count: Int) {
        let candidates = (0..<count).map { String(cString: start[$0]) }
        add(CompletionList.rows(candidates, columns: columns))
    }
}
