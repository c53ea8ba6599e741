internal import AI1Core

struct ReplRun: Sendable {
    let desk: ReplDesk
    func run(_ command: String, _ state: ReplState) async throws { desk.note("not yet") }
}
