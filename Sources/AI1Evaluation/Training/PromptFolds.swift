/// Divides prompts into parts that are alike. Prompts of the same text stay together, so that nothing is tested on
/// what it
/// was fitted to, and the division depends on the texts alone, not on their order.
struct PromptFolds: Sendable {
    /// The part of each prompt.
    let fold: [Int]

    init(_ table: OutcomeTable, count: Int) {
        let hashes = Set(table.prompts.map(\.textHash)).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: hashes.enumerated().map { ($0.element, $0.offset) })
        fold = table.prompts.map { (ranks[$0.textHash] ?? 0) % count }
    }
}
