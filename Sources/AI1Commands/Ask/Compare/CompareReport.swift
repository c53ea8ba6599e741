internal import AI1Core
internal import AI1Engine
internal import AI1Terminal

/// Compared answers for a person, a pipe and a script.
struct CompareReport {
    let answers: [ComparedAnswer]
    let job: String?

    /// In columns on a terminal that is wide enough, one after the other elsewhere.
    /// - Throws: as `OutputStream.write`
    func show(on stream: OutputStream, _ facts: StreamFacts) throws {
        let style = Style(hasColor: facts.hasColor)
        if stream.isTerminal, let columns = SideBySide.render(columns, width: facts.columns ?? 80, style: style) {
            return try stream.write(text: columns)
        }
        for (index, answer) in answers.enumerated() {
            if index > 0 { try stream.line("") }
            try stream.line(style.bold("\(index + 1) \(title(answer)) · \(answer.facts)"))
            if stream.isTerminal {
                for line in WrappedText.lines(answer.cleanText, width: facts.columns ?? 80) { try stream.line(line) }
            } else {
                try stream.write(answer.text.last == 0x0A ? answer.text : answer.text + [0x0A])
            }
        }
    }

    private var columns: [SideBySide.Column] {
        answers.enumerated().map { index, answer in
            SideBySide.Column(
                head: ["\(index + 1) \(title(answer))"], text: answer.cleanText,
                foot: answer.outcome.target == nil ? [] : [answer.facts])
        }
    }

    private func title(_ answer: ComparedAnswer) -> String { TerminalCleaner.cleanLine(answer.title, limit: 80) }

    /// One object: the answers as `--json` prints each, in the order that was asked for.
    var json: JSONValue {
        [
            "v": 1,
            "answers": .array(
                answers.map {
                    OutcomeJSON.object(
                        $0.outcome, job: job, safety: $0.safety, text: $0.text, reasoning: [], data: nil,
                        error: $0.error)
                }),
        ]
    }
}
