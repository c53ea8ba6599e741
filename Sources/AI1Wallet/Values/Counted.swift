/// Numbers of things in words: `1 octet`, `2 octets`.
enum Counted {
    /// - Parameter noun: in the singular; its plural ends in s
    static func text(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
