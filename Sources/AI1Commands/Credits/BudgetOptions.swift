internal import AI1Catalog
internal import AI1Core
package import AI1Ledger
package import ArgumentParser

/// Which budget is meant.
package struct BudgetOptions: ParsableArguments {
    @Option(help: "The window: day, month or total.")
    package var per: Budget.Period

    @Option(help: "Only requests under this job.", transform: LedgerName.job)
    package var job: String?

    @Option(
        help: "Only this model: provider/model, or a model's name at every provider.",
        completion: .shellCommand("ai1 route models --names 2>/dev/null"))
    package var model: String?

    package init() {}

    package func validate() throws {
        if job != nil && model != nil { throw ValidationError("--job and --model exclude each other") }
    }

    /// The budget's scope.
    /// - Throws: `CommandError` of code `usage` for a model that nobody knows
    func scope(_ books: CreditsBooks) throws -> Budget.Scope {
        if let job { return .job(job) }
        guard let model else { return .account }
        return .model(try ModelScope.name(model, books.live))
    }
}

extension Budget.Period: ExpressibleByArgument {}

/// The name under which a model's spending is counted.
enum ModelScope {
    /// - Throws: `CommandError` of code `usage` with what is near
    static func name(_ typed: String, _ live: Composition) throws -> String {
        let lower = typed.lowercased()
        let rows = try RoutePlanner(live: live, routing: .init()).rows(named: typed)
        if let row = rows.first(where: { $0.name.description.lowercased() == lower }) { return row.name.description }
        if let row = rows.first(where: { $0.name.model.lowercased() == lower }) { return row.name.model }
        guard live.catalog.provider(lower) == nil else {
            throw CommandError(
                .usage, message: "\(lower) is a provider, and a budget is for one model",
                hint: "ai1 route models \(lower) lists its models")
        }
        // An alias or a part of a name: the first is what a request would go to.
        return rows.first?.name.model ?? typed
    }
}
