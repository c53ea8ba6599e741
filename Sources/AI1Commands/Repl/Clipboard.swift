internal import AI1Core
internal import AI1Process
internal import AI1Terminal

/// Puts a text on the clipboard: through the terminal itself (OSC 52), which also works over SSH.
struct Clipboard: Sendable {
    /// What terminals take at most in one sequence.
    private static let limitBytes = 74_994

    let desk: ReplDesk

    /// - Returns: what was done, in words
    /// - Throws: `CommandError` when the text is too long
    func copy(_ text: String) async throws -> String {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.limitBytes else {
            throw CommandError(
                .badInput, message: "\(bytes.count) octets are more than a terminal takes into its clipboard",
                hint: "write them to a file: /code 1 FILE, or /export FILE.md")
        }
        guard desk.live.outputFacts.canRedraw else {
            throw CommandError(
                .unavailable, message: "this terminal has no clipboard", hint: "write it to a file: /code 1 FILE")
        }
        let encoded = Base64.encode(bytes)
        // Inside tmux the sequence is for tmux itself, which hands it on if set-clipboard says so.
        desk.screen.send("\u{1B}]52;c;\(encoded)\u{07}")
        return "\(grouped(Int64(text.count))) characters sent to the terminal's clipboard"
    }
}
