/// Makes text of a page that goes by: a state machine fed with elements and texts.
struct HTMLTextBuilder {
    private var text = ""
    /// The paragraph under way, with its spaces joined.
    private var paragraph = ""
    /// What stands before the next paragraph's first word, such as `- ` or `## `.
    private var mark = ""
    private var lists: [List] = []
    /// Where a link's words begin in the paragraph, and where it leads.
    private var link: (start: Int, target: String)?
    private var dropped = 0
    private var preformatted = 0
    private var isFirstCell = true

    private struct List {
        let isNumbered: Bool
        var count = 0
    }

    /// The longest address of a link that is kept, in characters.
    private static let longestTarget = 300

    private static let left: Set<String> = [
        "script", "style", "noscript", "template", "nav", "svg", "iframe", "object", "embed", "canvas", "audio",
        "video",
        "button", "select", "input", "textarea", "datalist", "meta", "link",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "section", "article", "main", "aside", "header", "footer", "blockquote", "figure", "figcaption",
        "address", "dl", "dt", "dd", "table", "caption", "tr", "form", "fieldset", "details", "summary", "title",
        "body",
        "center",
    ]

    mutating func open(_ name: String, _ value: String?) {
        if Self.left.contains(name) { dropped += 1 }
        guard dropped == 0 else { return }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            end()
            mark = String(repeating: "#", count: Int(name.utf8.last ?? 0x31) - 0x30) + " "
        case "ul", "ol":
            end()
            lists.append(List(isNumbered: name == "ol"))
        case "li": item()
        case "pre":
            end()
            if preformatted == 0 { text += "```\n" }
            preformatted += 1
        case "br": lineBreak()
        case "hr": end()
        case "td", "th":
            if !isFirstCell { paragraph += " | " }
            isFirstCell = false
        case "a":
            if let value, let target = Self.target(value) { link = (paragraph.utf8.count, target) }
        case "img":
            if let value, !value.allSatisfy(\.isWhitespace) { add("[image: \(value)]") }
        case let block where Self.blocks.contains(block):
            end()
            isFirstCell = true
        default: break
        }
    }

    mutating func close(_ name: String) {
        if Self.left.contains(name) {
            dropped -= 1
            return
        }
        guard dropped == 0 else { return }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6", "li": end()
        case "ul", "ol":
            end()
            if !lists.isEmpty { lists.removeLast() }
            if lists.isEmpty, !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
        case "pre":
            preformatted -= 1
            guard preformatted == 0 else { return }
            text += text.hasSuffix("\n") ? "```\n\n" : "\n```\n\n"
        case "a": endLink()
        case let block where Self.blocks.contains(block): end()
        default: break
        }
    }

    mutating func add(_ words: String) {
        guard dropped == 0 else { return }
        if preformatted > 0 {
            text += words
            return
        }
        for scalar in words.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !paragraph.isEmpty, paragraph.utf8.last != 0x20, paragraph.utf8.last != 0x0A { paragraph += " " }
            } else {
                paragraph.unicodeScalars.append(scalar)
            }
        }
    }

    /// The whole text.
    mutating func finish() -> String {
        end()
        while text.hasSuffix("\n\n") { text.removeLast() }
        return text
    }

    private mutating func lineBreak() {
        guard preformatted == 0 else {
            text += "\n"
            return
        }
        while paragraph.utf8.last == 0x20 { paragraph.removeLast() }
        if !paragraph.isEmpty { paragraph += "\n" }
    }

    private mutating func item() {
        end()
        guard let last = lists.indices.last else {
            mark = "- "
            return
        }
        lists[last].count += 1
        let indent = String(repeating: "  ", count: last)
        mark = indent + (lists[last].isNumbered ? "\(lists[last].count). " : "- ")
    }

    /// Ends the paragraph under way.
    private mutating func end() {
        link = nil
        defer { paragraph = "" }
        guard paragraph.contains(where: { !$0.isWhitespace && $0 != "|" }) else { return }
        while let last = paragraph.utf8.last, last == 0x20 || last == 0x0A { paragraph.removeLast() }
        text += mark + paragraph + (lists.isEmpty ? "\n\n" : "\n")
        mark = lists.isEmpty ? "" : String(repeating: "  ", count: lists.count)
    }

    private mutating func endLink() {
        guard let (start, target) = link else { return }
        link = nil
        guard start <= paragraph.utf8.count else { return }
        let index = paragraph.utf8.index(paragraph.startIndex, offsetBy: start)
        let words = String(paragraph[index...])
        guard !words.allSatisfy(\.isWhitespace), words != target else { return }
        let space = words.utf8.first == 0x20 ? " " : ""
        let trimmed = words.drop(while: \.isWhitespace)
        let hasSpaceAfter = trimmed.utf8.last == 0x20
        paragraph.removeSubrange(index...)
        paragraph += "\(space)[\(hasSpaceAfter ? trimmed.dropLast() : trimmed)](\(target))\(hasSpaceAfter ? " " : "")"
    }

    /// Where a link leads, when that is worth telling: no place in the same page, no script.
    private static func target(_ value: String) -> String? {
        let value = value.filter { !$0.isWhitespace }
        guard !value.isEmpty, value.first != "#", value.count <= longestTarget else { return nil }
        let scheme = value.prefix { $0 != ":" && $0 != "/" }.lowercased()
        if value.dropFirst(scheme.count).first == ":", !["http", "https", "mailto"].contains(scheme) { return nil }
        return value
    }
}
