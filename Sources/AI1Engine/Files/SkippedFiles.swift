internal import AI1Core

/// What was left out of a folder, counted by the reason, with a few names each.
package struct SkippedFiles: Sendable, Hashable {
    package enum Reason: String, Sendable, Hashable, CaseIterable {
        /// A `.gitignore` leaves it out.
        case ignored
        case hidden
        case binary
        case image
        case pdf
        case empty
        case tooLarge = "too_large"
        /// A symbolic link.
        case link
        /// A socket, a pipe or a device.
        case special
        /// Its name is not UTF-8.
        case badName = "bad_name"
        case tooDeep = "too_deep"
        /// It is attached already.
        case repeated

        /// With a number before it.
        var words: String {
            switch self {
            case .ignored: "ignored by git"
            case .hidden: "hidden"
            case .binary: "binary"
            case .image: "images"
            case .pdf: "PDF"
            case .empty: "empty"
            case .tooLarge: "too large"
            case .link: "links"
            case .special: "no regular files"
            case .badName: "with a name that is not UTF-8"
            case .tooDeep: "too deep"
            case .repeated: "attached already"
            }
        }
    }

    /// The most names that are kept of a reason.
    package static let namesPerReason = 5

    /// How many there are of each reason; a folder that was left out counts once.
    package private(set) var counts: [Reason: Int] = [:]
    private var names: [Reason: [String]] = [:]

    package init() {}

    package var isEmpty: Bool { counts.isEmpty }
    package var total: Int { counts.values.reduce(0, +) }

    package mutating func add(_ reason: Reason, _ name: String) {
        counts[reason, default: 0] += 1
        if names[reason, default: []].count < Self.namesPerReason {
            names[reason, default: []].append(TerminalCleaner.cleanLine(name, limit: 120))
        }
    }

    package mutating func add(_ other: SkippedFiles) {
        counts.merge(other.counts, uniquingKeysWith: +)
        names.merge(other.names) { Array(($0 + $1).prefix(Self.namesPerReason)) }
    }

    /// `14 skipped: 8 ignored by git, 3 hidden, 3 binary`
    package var line: String {
        "\(total) skipped: "
            + Reason.allCases.compactMap { reason in counts[reason].map { "\($0) \(reason.words)" } }
            .joined(separator: ", ")
    }

    /// A line a reason, with a few names.
    package var details: [String] {
        Reason.allCases.compactMap { reason in
            guard let count = counts[reason], let names = names[reason] else { return nil }
            let more = count > names.count ? " and \(count - names.count) more" : ""
            return "skipped, \(reason.words): \(names.joined(separator: ", "))\(more)"
        }
    }
}
