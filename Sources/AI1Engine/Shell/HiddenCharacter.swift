/// A character that a terminal does not show, shows as another, or lets change its neighbours.
///
/// Refused are, by their general category (Unicode Standard, section 4.5): controls but newline and tab (Cc), format
/// characters (Cf: bidirectional controls, zero-width characters, tags), line and paragraph separators (Zl, Zp), spaces but
/// the blank (Zs), private and unassigned characters (Co, Cn), enclosing marks (Me); marks that stand on anything but a
/// letter; what Unicode lets programs leave out (Default_Ignorable_Code_Point: variation selectors, fillers); the empty
/// braille pattern; and the replacement character, which stands for something unknown.
package struct HiddenCharacter: Sendable, Hashable, CustomStringConvertible {
    /// Shown as nothing although its category says that it is a symbol.
    private static let emptyBraille: Unicode.Scalar = "\u{2800}"
    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    package let scalar: Unicode.Scalar
    /// The line that it stands in, from 1.
    package let line: Int

    /// The first one in a text.
    package static func first(in text: String) -> HiddenCharacter? {
        var line = 1
        var canBearMark = false
        for scalar in text.unicodeScalars {
            if scalar.isASCII, scalar.value >= 0x20, scalar.value < 0x7F {
                canBearMark = scalar.properties.isAlphabetic
                continue
            }
            if isRefused(scalar, canBearMark: canBearMark) { return HiddenCharacter(scalar: scalar, line: line) }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark: break
            default: canBearMark = scalar.properties.isAlphabetic
            }
            if scalar == "\n" { line += 1 }
        }
        return nil
    }

    /// A text in which every such character stands as its number: `<U+202E>`.
    package static func revealed(in text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isRefused(scalar, canBearMark: true) {
                result.append(contentsOf: "<\(number(scalar))>".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isRefused(_ scalar: Unicode.Scalar, canBearMark: Bool) -> Bool {
        if scalar == "\n" || scalar == "\t" || scalar == " " { return false }
        if scalar == emptyBraille || scalar == replacement { return true }
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .surrogate,
            .unassigned, .enclosingMark:
            return true
        case .nonspacingMark, .spacingMark: return !canBearMark
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
            .otherSymbol:
            return false
        @unknown default: return true
        }
    }

    /// Such as `line 2 has U+202E (RIGHT-TO-LEFT OVERRIDE)`.
    package var description: String {
        let name = scalar.properties.name ?? scalar.properties.nameAlias
        return "line \(line) has \(Self.number(scalar))" + (name.map { " (\($0))" } ?? "")
    }

    /// Such as `U+202E`.
    static func number(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
