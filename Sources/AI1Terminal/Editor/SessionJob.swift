/// What the rest of the program asks of the terminal's thread.
enum SessionJob: Sendable {
    /// A question with its own prompt.
    struct Question: Sendable {
        let id: UInt64
        let text: String
        let answer: CheckedContinuation<String?, Never>
    }

    case show(RowUpdate)
    /// Rows above the live ones, which stay.
    case print([String])
    /// A sequence that moves nothing on the screen.
    case send(String)
    case prompt(String)
    case text(String)
    case ask(Question)
    case withdraw(UInt64)
    case suspend(CheckedContinuation<Void, Never>)
    case resume
    case interrupt
    case stop
    case windowChanged
    case remember(String)
    case acceptedLines(AcceptedLines)

    /// Releases whoever waits for a job that will not be done.
    func abandon() {
        switch self {
        case .ask(let question): question.answer.resume(returning: nil)
        case .suspend(let done): done.resume()
        default: break
        }
    }
}
