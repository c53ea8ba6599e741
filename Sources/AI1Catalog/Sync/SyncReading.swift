package import AI1Core

/// What was read from a catalogue's document: the rows that can be used, and what became of the others.
package struct SyncReading: Sendable {
    /// Why a row was refused.
    package enum Refusal: String, Sendable, Hashable, CaseIterable {
        case name, price, duplicate, provider
    }

    /// Why a row is of no use here.
    package enum Surplus: String, Sendable, Hashable, CaseIterable {
        /// It answers with something else than text, or not at all.
        case otherOutput
        /// Its provider speaks a protocol that ai1 does not.
        case otherProtocol
        /// Its provider is a server on the user's own machine, of which no catalogue can know.
        case local
    }

    /// A count with a few names.
    package struct Tally: Sendable, Hashable {
        package private(set) var count = 0
        package private(set) var examples: [String] = []
        static let examples = 3

        mutating func add(_ name: @autoclosure () -> String) {
            count += 1
            if examples.count < Self.examples { examples.append(TerminalCleaner.cleanLine(name(), limit: 60)) }
        }
    }

    /// One provider and its models, in the document's order.
    package struct Section: Sendable {
        package var provider: SyncedProvider
        package var models: [ModelRow]

        package init(provider: SyncedProvider, models: [ModelRow] = []) {
            self.provider = provider
            self.models = models
        }
    }

    package let form: SyncForm
    package internal(set) var sections: [Section] = []
    package private(set) var refused: [Refusal: Tally] = [:]
    /// Models whose price cannot be right: what is known of them stays.
    private(set) var mispriced: Set<TargetName> = []
    package private(set) var surplus: [Surplus: Tally] = [:]

    package init(form: SyncForm) { self.form = form }

    package var modelCount: Int { sections.reduce(0) { $0 + $1.models.count } }
    /// Rows that were refused, of every kind.
    package var refusedCount: Int { refused.values.reduce(0) { $0 + $1.count } }

    mutating func refuse(_ name: @autoclosure () -> String, _ why: Refusal) {
        refused[why, default: Tally()].add(name())
    }

    mutating func refusePrice(of name: TargetName) {
        refuse(name.description, .price)
        mispriced.insert(name)
    }

    mutating func leaveOut(_ name: @autoclosure () -> String, _ why: Surplus) {
        surplus[why, default: Tally()].add(name())
    }

    /// Adds a provider with its models; of models with the same id the first is kept.
    package mutating func add(_ section: Section) {
        var section = section
        var seen: Set<String> = []
        section.models = section.models.filter { row in
            if row.problem() != nil {
                refuse(row.name.description, .name)
                return false
            }
            if seen.insert(row.name.model).inserted { return true }
            refuse(row.name.description, .duplicate)
            return false
        }
        guard !sections.contains(where: { $0.provider.id == section.provider.id }) else {
            return refuse(section.provider.id, .duplicate)
        }
        sections.append(section)
    }
}
