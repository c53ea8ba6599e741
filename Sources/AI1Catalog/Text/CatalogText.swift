package import AI1Core

/// A catalogue as text: one line a row, fields separated by spaces, the title last.
///
/// `!source date` says where the following rows come from, `@id dialect base keys bases quirks documentation title`
/// opens a provider, every other line is a model of the provider above it, `#` begins a comment line. A line that is
/// wrong is left out and reported; the others hold.
package enum CatalogText {
    /// What a text says.
    package struct Contents: Sendable {
        package var providers: [ProviderRow] = []
        package var models: [ModelRow] = []
        package var problems: [CatalogProblem] = []
    }

    /// Reads a text.
    package static func parse(_ text: String) -> Contents {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    /// - Parameter provider: whose models stand before the first provider that is named; nil for nobody's
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>, of provider: ProviderRow? = nil) -> Contents {
        var contents = Contents()
        contents.models.reserveCapacity(bytes.count / 80)
        var origin = Origin()
        if let provider {
            contents.providers = [provider]
            origin.provider = 0
        }
        var start = 0
        var number = 0
        while start < bytes.count {
            number += 1
            var end = start
            while end < bytes.count, bytes[end] != Ascii.newline { end += 1 }
            do throws(CatalogProblem) {
                try read(LineFields(bytes, from: start, to: end, line: number), origin: &origin, into: &contents)
            } catch {
                contents.problems.append(error)
            }
            start = end + 1
        }
        return contents
    }

    /// What holds for the lines that follow.
    struct Origin {
        var source = ""
        var asOf = ""
        /// Index of the provider whose models follow; nil before the first and after a wrong one.
        var provider: Int?
    }

    private static func read(
        _ line: LineFields, origin: inout Origin, into contents: inout Contents
    ) throws(CatalogProblem) {
        var fields = line
        guard let first = try? fields.next("name") else { return }
        switch fields.bytes[first.lowerBound] {
        case UInt8(ascii: "#"):
            return
        case UInt8(ascii: "!"):
            origin.source = fields.text(first.dropFirst())
            origin.asOf = fields.text(try fields.next("date"))
        case UInt8(ascii: "@"):
            origin.provider = nil
            contents.providers.append(try provider(named: fields.text(first.dropFirst()), fields))
            origin.provider = contents.providers.count - 1
        default:
            guard let index = origin.provider else {
                throw CatalogProblem(.noProvider, line: fields.line, message: "a model stands before any provider")
            }
            contents.models.append(try model(first, fields, of: contents.providers[index], origin))
        }
    }

    private static func provider(named id: String, _ line: LineFields) throws(CatalogProblem) -> ProviderRow {
        var fields = line
        guard let dialect = DialectName(rawValue: fields.text(try fields.next("dialect"))) else {
            throw CatalogProblem(.badDialect, line: fields.line, message: "the dialect of \(id) is not known")
        }
        let base = fields.optionalText(try fields.next("base URL"))
        let keys = fields.names(try fields.next("key variables"))
        let bases = fields.names(try fields.next("base variables"))
        var row = ProviderRow(
            id: id, title: "", dialect: dialect, baseURL: base, keyVariables: keys, baseURLVariables: bases)
        for index in try fields.next("quirks") {
            switch fields.bytes[index] {
            case Ascii.dash: break
            case UInt8(ascii: "c"): row.quirks.outputLimitField = .maxCompletionTokens
            case UInt8(ascii: "u"): row.quirks.streamUsage = false
            case UInt8(ascii: "o"): row.quirks.schemaMode = .jsonObject
            case UInt8(ascii: "p"): row.quirks.schemaMode = .prompt
            case UInt8(ascii: "l"): row.isLocal = true
            default: throw CatalogProblem(.badFlag, line: fields.line, message: "a quirk of \(id) is not known")
            }
        }
        row.documentation = fields.optionalText(try fields.next("documentation"))
        row.title = fields.text(try fields.rest("title"))
        if let problem = row.problem(line: fields.line) { throw problem }
        return row
    }
}
