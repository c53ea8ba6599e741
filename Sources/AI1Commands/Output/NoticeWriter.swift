internal import AI1Core
internal import AI1Engine
internal import AI1Terminal

/// Tells on stderr what happens on a request's way.
struct NoticeWriter: Sendable {
    let errors: OutputStream
    let style: Style
    let isQuiet: Bool
    let isVerbose: Bool
    let spinner: Spinner?
    /// Takes every line in the place of standard error: where a screen is kept, nothing else may write to it.
    var screen: (@Sendable (String) -> Void)?
    /// Told of an answer that is being painted on the same terminal.
    var route: NoticeRoute?

    /// Shows or hides what belongs to a piece of news.
    func show(_ notice: AskNotice) {
        if case .started(let target) = notice {
            spinner?.start("waiting for \(TerminalCleaner.cleanLine(target.description, limit: 60))")
            if isVerbose { line("asking \(target)") }
            return
        }
        guard !isQuiet else { return }
        line(Self.text(notice))
        if isVerbose, let cause = Self.cause(notice) { line("cause: \(cause)") }
    }

    /// The first text has come, or everything is over.
    func settle() { spinner?.stop() }

    /// A dim line that interrupts nothing.
    func line(_ text: String) {
        spinner?.stop()
        let line = style.dim(TerminalCleaner.cleanLine(text, limit: 500))
        if let screen { screen(line) } else { try? errors.line(line) }
    }

    static func text(_ notice: AskNotice) -> String {
        switch notice {
        case .started(let target): "asking \(target)"
        case .fallingBack(let from, let fault, let to): "\(from): \(fault.text), trying \(to)"
        case .failed(let target, let fault): "\(target): \(fault.text)"
        case .retrying(let target, let fault, let wait, let attempt, let of):
            "\(target): \(fault.text), retrying in \(DurationLabel.text(milliseconds: Double(wait))) (\(attempt)/\(of))"
        case .waiting(let target, let wait):
            "\(target): cooling down, waiting \(DurationLabel.text(milliseconds: Double(wait)))"
        case .hedging(let slow, let with): "\(slow): no answer yet, also asking \(with)"
        case .limited(let limit):
            "the model's largest answer is \(grouped(Int64(limit))) tokens: --max-tokens lowered to it"
        case .limitedByCredits(let limit):
            "credits and budgets pay for an answer of at most \(grouped(Int64(limit))) tokens: limited to that"
        case .skipped(let target, let reason, let next): "\(target): \(reason), trying \(next)"
        }
    }

    private static func cause(_ notice: AskNotice) -> String? {
        switch notice {
        case .fallingBack(_, let fault, _), .failed(_, let fault), .retrying(_, let fault, _, _, _): fault.underlying
        case .started, .waiting, .hedging, .limited, .limitedByCredits, .skipped: nil
        }
    }
}
