internal import AI1Core

/// Text that others wrote, so that a person sees all of it on one line: nothing is hidden, nothing acts on a terminal.
package enum VisibleText {
    /// In quotation marks, with every character that a terminal does not show written as its number.
    /// - Parameter limit: characters that are shown; how many more there are is said behind them
    package static func quoted(_ text: String, limit: Int = 2_000) -> String {
        var output = "\""
        var shown = 0
        var scalars = text.unicodeScalars.makeIterator()
        while shown < limit, let scalar = scalars.next() {
            output += escaped(scalar)
            shown += 1
        }
        output += "\""
        var rest = 0
        while scalars.next() != nil { rest += 1 }
        if rest > 0 { output += "… \(rest) more characters" }
        return TerminalCleaner.clean(output)
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\t": "\\t"
        case "\r": "\\r"
        case "\"": "\\\""
        case "\\": "\\\\"
        default: isHidden(scalar) ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
        }
    }

    /// Whether a terminal shows nothing for a character, or something else than the character, spaces but the ordinary
    /// one among them.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        case .spaceSeparator: scalar != " "
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
