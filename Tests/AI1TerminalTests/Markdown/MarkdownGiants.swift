/// Answers that are much too long, each of one kind.
enum MarkdownGiants {
    static let all: [(String, String)] = [
        ("code", "```swift\n" + repeated("let value = \"text\" // note\n", 4_000)),
        ("list", repeated("- an item with a few words\n", 4_000)),
        ("nested list", "- top\n" + repeated("  - below\n    - deeper\n", 2_000)),
        ("paragraph", repeated("words that go on ", 6_000)),
        ("lines", repeated("lines that go on\n", 6_000)),
        ("word", repeated("x", 100_000)),
        ("table", "| a | b |\n|---|--:|\n" + repeated("| cell | 1 |\n", 6_000)),
        ("quote", repeated("> words of another\n>\n", 3_000)),
        ("code in an item", "1. step\n   ```c\n" + repeated("   int x = 1;\n", 6_000)),
        ("line of code", "```json\n" + repeated("{\"a\": 1}, ", 10_000)),
        ("html", "<div>\n" + repeated("<p>text</p>\n", 6_000)),
        ("brackets", repeated("[", 100_000)),
        ("stars", repeated("*a **b ", 15_000)),
        ("quotes within quotes", repeated(">", 60_000) + "\n"),
        ("bullets within bullets", repeated("- ", 60_000)),
        ("tags", repeated("<a href='", 10_000)),
    ]

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
}
