internal import AI1Terminal

/// A length of time for a person: `380 ms`, `2.1 s`.
enum DurationLabel {
    static func text(milliseconds: Double) -> String {
        DurationText.render(milliseconds: Int64(milliseconds.rounded()))
    }
}
