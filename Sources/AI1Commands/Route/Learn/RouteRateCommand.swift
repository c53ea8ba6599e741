internal import AI1Core
internal import AI1History
internal import AI1Settings
package import ArgumentParser

/// `ai1 route rate`: the user's word about an answer.
package struct RouteRateCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "rate",
        abstract: "Rate an answer, so that the router learns which model serves you best.",
        discussion: """
            +1 is good, -1 is bad, and 0 to 1 (such as 0.7) is in between. Without an id the newest answer is rated; another \
            rating of the same answer takes the place of the first. It counts for the kind of task that the answer was to.

            Examples:
              ai1 route rate +1
              ai1 route rate -1
              ai1 route rate 3fa2c801 0.5
            """)

    @Argument(parsing: .allUnrecognized, help: "The rating, after the id of the request if it is not the newest.")
    package var words: [String] = []

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func validate() throws {
        guard let rating = words.last, words.count <= 2, Self.reward(rating) != nil else {
            throw ValidationError("a rating is +1, -1, or a number from 0 to 1, after the id if there is one")
        }
        if let id = words.dropLast().first, id.hasPrefix("-") {
            throw ValidationError("'\(id)' is no id of a request: ai1 route log lists them")
        }
    }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let reward = words.last.flatMap(Self.reward) ?? 0
        let history = try live.openHistory()
        let id = try words.count == 2 ? history.resolve(words[0]) : nil
        let learns = live.settings.routing.learns.value
        let rated = try history.rate(
            id, reward: reward, at: context.clock.now, day: live.day(of: context.clock.now), learns: learns)
        if json {
            return try context.output.line(
                JSONValue.object([
                    "v": 1, "id": .string(rated.request.description), "target": .string(rated.target.description),
                    "rating": JSONNumber(reward.description).map { .number($0) } ?? .null, "learned": .bool(learns),
                ]).text)
        }
        let note = learns ? "" : " (noted only: learning is off)"
        try context.errors.line(
            "rated \(TerminalCleaner.cleanLine(rated.target.description)) \(words.last ?? "")\(note)")
    }

    /// A rating from 0 to 1.
    static func reward(_ word: String) -> Double? {
        switch word {
        case "+1", "good": return 1
        case "-1", "bad": return 0
        default:
            guard word.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }), let value = Double(word) else {
                return nil
            }
            return (0...1).contains(value) ? value : nil
        }
    }
}
