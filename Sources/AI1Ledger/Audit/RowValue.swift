internal import AI1Core
internal import AI1Storage

/// A value of a column with its storage class.
enum RowValue: Sendable, Hashable {
    case null
    case integer(Int64)
    /// No column of a ledger holds one.
    case real
    case text(String)
    /// A text that is not UTF-8.
    case brokenText([UInt8])
    case blob([UInt8])

    init(_ value: Int64?) { self = value.map { .integer($0) } ?? .null }

    init(_ value: String?) { self = value.map { .text($0) } ?? .null }

    init(_ value: [UInt8]?) { self = value.map { .blob($0) } ?? .null }

    init(_ row: Statement, _ column: Int32) {
        switch row.storageClass(column) {
        case 1: self = .integer(row.integer(column))
        case 2: self = .real
        case 3:
            self = row.withBytes(column) { bytes in
                String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .brokenText(Array(bytes))
            }
        case 4: self = .blob(row.bytes(column))
        default: self = .null
        }
    }

    /// Texts are compared by their octets: canonically equivalent ones are not the same.
    static func == (left: RowValue, right: RowValue) -> Bool {
        switch (left, right) {
        case (.null, .null), (.real, .real): true
        case (.integer(let left), .integer(let right)): left == right
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.blob(let left), .blob(let right)), (.brokenText(let left), .brokenText(let right)): left == right
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .null, .real: break
        case .integer(let value): hasher.combine(value)
        case .text(let text): hasher.combine(text)
        case .blob(let octets), .brokenText(let octets): hasher.combine(octets)
        }
    }

    var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
}

extension RowValue: CustomStringConvertible {
    private static let longest = 60

    /// For a finding: texts are cleaned and cut, octets are hexadecimal.
    var description: String {
        switch self {
        case .null: "nothing"
        case .integer(let value): String(value)
        case .real: "a fractional number"
        case .text(let text): Self.cut("“\(Self.cleaned(text))”")
        case .brokenText(let octets): "a broken text of \(octets.count) octets"
        case .blob(let octets): Self.cut(octets.isEmpty ? "no octets" : octets.map(Self.pair).joined())
        }
    }

    private static func pair(_ octet: UInt8) -> String { hexadecimal(UInt64(octet), width: 2) }

    private static func cleaned(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isControl ? "\u{FFFD}" : $0 }))
    }

    private static func cut(_ text: String) -> String {
        text.count <= longest ? text : "\(text.prefix(longest))…"
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isControl: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
