package import ArgumentParser

/// Several models beside each other.
package struct CompareOptions: ParsableArguments {
    /// The most models that one request is put to.
    private static let most = 6

    @Option(
        help: ArgumentHelp(
            "Ask these models at once and show their answers beside each other; each is paid for.",
            valueName: "a,b,c"),
        completion: .shellCommand("ai1 route models --names 2>/dev/null"))
    package var compare: String?

    package init() {}

    /// The models in the user's order; empty when nothing is compared.
    var models: [String] {
        compare.map { list in list.split(separator: ",").map { $0.split(separator: " ").joined() } } ?? []
    }

    package mutating func validate() throws {
        guard compare != nil else { return }
        let models = models
        guard models.count >= 2, models.count <= Self.most, Set(models).count == models.count,
            !models.contains("")
        else {
            throw ValidationError("--compare takes 2 to \(Self.most) different models, separated by commas")
        }
    }
}
