internal import AI1Core
internal import AI1Engine

/// What is done about one line.
struct ReplWork: Sendable {
    let desk: ReplDesk

    /// Never throws: whatever goes wrong is told, and the session goes on.
    func handle(_ line: String, _ state: inout ReplState) async {
        do {
            switch ReplLine(line) {
            case .nothing: break
            case .prompt("quit"), .prompt("exit"): state.exitCode = 0
            case .prompt(let prompt): try await ReplTurn(desk: desk).ask(prompt, &state)
            case .command(let name, let argument):
                guard let command = SlashCommands.named(name) else { throw unknown(name) }
                try await command.run(desk, argument, &state)
            }
        } catch is CancellationError {
            desk.note("stopped")
        } catch let error as any AI1Error {
            desk.tell(error)
        } catch let fault as ProviderFault {
            desk.tell(
                CommandError(
                    .answer(fault.kind.rule.errorKind), message: fault.text, hint: fault.hint,
                    underlying: fault.underlying))
        } catch {
            desk.note("unexpected failure: \(error)")
        }
    }

    private func unknown(_ name: String) -> CommandError {
        let near = Suggestions.near(name, among: SlashCommands.all.flatMap { [$0.name] + $0.aliases })
        return CommandError(
            .usage, message: "no command is called /\(name)",
            hint: near.isEmpty
                ? "/help lists them; a prompt that begins with a slash gets a second one: //\(name)"
                : "did you mean \(near.map { "/\($0)" }.joined(separator: ", "))?")
    }
}
