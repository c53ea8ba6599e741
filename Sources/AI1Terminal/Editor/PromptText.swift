/// A prompt as readline wants it.
enum PromptText {
    /// On one line, with every escape sequence between the marks that say that it takes no columns (RL_PROMPT_START_IGNORE
    /// and RL_PROMPT_END_IGNORE).
    /// - Parameter text: styled by SGR; other controls are dropped
    static func marked(_ text: String) -> String {
        var out = ""
        var isEscape = false
        for scalar in text.unicodeScalars {
            if isEscape {
                out.unicodeScalars.append(scalar)
                // The final character of a control sequence (ECMA-48); `[` begins it.
                if (0x40...0x7E).contains(scalar.value), scalar != "[" {
                    out.unicodeScalars.append("\u{02}")
                    isEscape = false
                }
            } else if scalar == "\u{1B}" {
                out += "\u{01}\u{1B}"
                isEscape = true
            } else if scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value) {
                out.unicodeScalars.append(scalar)
            } else if scalar == "\n" {
                out += " "
            }
        }
        return isEscape ? out + "\u{02}" : out
    }

    /// What is seen of a marked prompt.
    static func visible(_ marked: String) -> String {
        var out = ""
        var isHidden = false
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "\u{01}": isHidden = true
            case "\u{02}": isHidden = false
            default: if !isHidden { out.unicodeScalars.append(scalar) }
            }
        }
        return out
    }
}
