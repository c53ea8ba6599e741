package import AI1Core

/// JSON as a person can check it: whatever a terminal would obey or hide is shown as the escape that means the same.
package enum VisibleJSON {
    /// The compact text of a value, with escapes for controls, characters without width or place, and private ones.
    package static func text(_ value: JSONValue) -> String {
        var output = ""
        for scalar in value.text.unicodeScalars {
            if isVisible(scalar) {
                output.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 { output += "\\u" + hexadecimal(UInt64(unit), width: 4) }
            }
        }
        return output
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector
        }
    }
}
