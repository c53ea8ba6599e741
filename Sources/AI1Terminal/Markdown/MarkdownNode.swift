internal import CMarkdown

/// A parsed text; its nodes live as long as it does.
struct MarkdownTree: ~Copyable {
    let root: MarkdownNode?

    init(_ source: [UInt8]) {
        root = source.withUnsafeBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                // An empty array has no address.
                guard let start = text.baseAddress else { return nil }
                return ai1_markdown_parse(start, text.count).map { MarkdownNode(pointer: $0) }
            }
        }
    }

    deinit { if let root { cmark_node_free(root.pointer) } }
}

/// A node of cmark's tree.
struct MarkdownNode: Equatable {
    let pointer: OpaquePointer

    var kind: ai1_markdown_kind { ai1_markdown_node_kind(pointer) }
    var next: MarkdownNode? { cmark_node_next(pointer).map { MarkdownNode(pointer: $0) } }
    var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map { MarkdownNode(pointer: $0) } }
    var lastChild: MarkdownNode? { cmark_node_last_child(pointer).map { MarkdownNode(pointer: $0) } }

    /// The line it begins on, from 1; 0 for the paragraph that a table's first row was taken from.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    /// The line it begins on, or at the latest begins on.
    var firstLine: Int { line > 0 ? line : next?.line ?? 0 }
    /// The octet of its line that it begins on, from 1.
    var column: Int { Int(cmark_node_get_start_column(pointer)) }

    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    var fenceInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
    var isFenced: Bool {
        var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
        return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
    }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var hasParenthesis: Bool { cmark_node_get_list_delim(pointer) == CMARK_PAREN_DELIM }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isChecked: Bool { ai1_markdown_is_checked(pointer) }

    func alignment(of column: Int) -> MarkdownTable.Alignment {
        switch ai1_markdown_alignment(pointer, column) {
        case UInt8(ascii: "r"): .right
        case UInt8(ascii: "c"): .center
        default: .left
        }
    }

    /// All nodes below this one and itself, in reading order, without recursion.
    func walk(_ visit: (_ node: MarkdownNode, _ isEntered: Bool) -> Void) {
        guard let iterator = cmark_iter_new(pointer) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            visit(MarkdownNode(pointer: node), event == CMARK_EVENT_ENTER)
        }
    }
}
