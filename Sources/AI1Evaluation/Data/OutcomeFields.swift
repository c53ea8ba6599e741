internal import AI1Core

/// The fields of the row that was just read, checked.
struct OutcomeFields {
    let csv: CSVReader
    let columns: OutcomeColumns

    /// - Throws: `EvaluationError` of code `row` when the octets are not UTF-8
    static func text(_ csv: CSVReader, _ index: Int, _ name: String) throws(EvaluationError) -> String {
        guard let text = csv.withField(index, { String(validating: $0, as: UTF8.self) }) else {
            throw EvaluationError(
                .row, "line \(csv.line): \(name) is not UTF-8", hint: "convert the file: iconv -f LATIN1 -t UTF-8")
        }
        return text
    }

    /// A score from 0 to 1.
    func score() throws(EvaluationError) -> Double {
        let text = try number(columns.score, "score")
        guard let value = Double(text), value >= 0, value <= 1 else {
            throw wrong("the score is '\(shown(text))'", "write a number from 0 to 1")
        }
        return value
    }

    /// A cost in pico-US-dollars. What is finer is rounded up: programs print binary fractions with more digits than
    /// they
    /// mean.
    func costPicoUSD() throws(EvaluationError) -> Int64 {
        let text = try number(columns.cost, "cost_usd")
        guard let value = DecimalText.scaled(text, by: 12, rounding: .up), value >= 0 else {
            throw wrong(
                "the cost is '\(shown(text))'", "write US dollars as a plain number that is not negative: 0.0021")
        }
        guard value <= OutcomeReader.maximumCostPicoUSD else {
            throw wrong("the cost is $\(shown(text))", "the unit is one US dollar for one answer")
        }
        return value
    }

    /// Token counts are not used, but a number that makes no sense means that columns are mixed up.
    func checkTokens() throws(EvaluationError) {
        for column in [columns.inputTokens, columns.outputTokens] {
            guard let column else { continue }
            let text = try Self.text(csv, column, "a number of tokens")
            guard text.isEmpty || (DecimalText.scaled(text, by: 0) ?? -1) >= 0 else {
                throw wrong("the number of tokens is '\(shown(text))'", "write a whole number or nothing")
            }
        }
    }

    /// Text that looks like a decimal number, as `Double` and `DecimalText` take other things too.
    private func number(_ column: Int, _ name: String) throws(EvaluationError) -> String {
        let text = String(try Self.text(csv, column, name).trimmingSpaces)
        let isNumber =
            !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
                    UInt8(ascii: "e"), UInt8(ascii: "E"):
                    true
                default: false
                }
            }
        guard isNumber else { throw wrong("\(name) is '\(shown(text))'", "write a number with a point: 0.25") }
        return text
    }

    private func wrong(_ what: String, _ hint: String) -> EvaluationError {
        EvaluationError(.row, "line \(csv.line): \(what)", hint: hint)
    }

    private func shown(_ text: String) -> String { TerminalCleaner.cleanLine(text, limit: 40) }
}

extension String {
    /// Without spaces and tabs at both ends.
    var trimmingSpaces: Substring {
        var text = self[...]
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
