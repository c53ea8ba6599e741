internal import AI1TestSupport

/// Lets a few tests run programs at a time: all tests start at once, and a machine has only so many processors.
actor ProgramGate {
    static let shared = ProgramGate(places: 6)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { free = places }

    func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// Runs a test as a person with an empty home and nothing in the environment, when its turn has come.
func asUser(_ body: (User) async throws -> Void) async throws {
    await ProgramGate.shared.enter()
    do {
        try await body(try User())
        await ProgramGate.shared.leave()
    } catch {
        await ProgramGate.shared.leave()
        throw error
    }
}
