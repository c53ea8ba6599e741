internal import AI1Core

/// The quality class of a model that no benchmark of ours has measured: a guess from its price and its age.
///
/// By the output price in US dollars per million tokens: from 10 C, from 2 D, from 0.5 E, below or unknown F. A model that
/// reasons stands one class higher, but never above C; one that was released more than two years before the day of the
/// catalogue, or is deprecated, one lower. So no guess reaches the classes of models that are known to be strong (S, A, B).
enum QualityEstimate {
    private static let classes = Array("CDEFG".utf8)

    static func letter(of row: ModelRow) -> UInt8 {
        var place = 3
        if row.prices.known {
            switch row.prices.base.output.picoUSD {
            case 10_000_000...: place = 0
            case 2_000_000...: place = 1
            case 500_000...: place = 2
            default: place = 3
            }
        }
        if row.capabilities.reasoning { place -= 1 }
        if row.status == .deprecated || isOld(row) { place += 1 }
        return classes[min(max(place, 0), classes.count - 1)]
    }

    private static func isOld(_ row: ModelRow) -> Bool {
        guard let released = Int(row.releaseDate.prefix(4)), let now = Int(row.asOf.prefix(4)) else { return false }
        let month = { (date: String) in String(date.dropFirst(5)) }
        return now - released > 2 || (now - released == 2 && month(row.releaseDate) < month(row.asOf))
    }
}
