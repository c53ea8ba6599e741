/// Answers that are much too long, each of one kind.
enum MarkdownGiants {
    static let all: [(String, String)] = [
        ("code", "```swift\n" + repeated("let value = \"text\" // note\n", 1_333)),
        ("list", repeated("- an item with a few words\n", 1_333)),
        ("nested list", "- top\n" + repeated("  - below\n    - deeper\n", 666)),
        ("paragraph", repeated("words that go on ", 2_000)),
        ("lines", repeated("lines that go on\n", 2_000)),
        ("word", repeated("x", 33_333)),
        ("table", "| a | b |\n|---|--:|\n" + repeated("| cell | 1 |\n", 2_000)),
        ("quote", repeated("> words of another\n>\n", 1_000)),
        ("code in an item", "1. step\n   ```c\n" + repeated("   int x = 1;\n", 2_000)),
        ("line of code", "```json\n" + repeated("{\"a\": 1}, ", 3_333)),
        ("html", "<div>\n" + repeated("<p>text</p>\n", 2_000)),
        ("brackets", repeated("[", 33_333)),
        ("stars", repeated("*a **b ", 5_000)),
        ("quotes within quotes", repeated(">", 20_000) + "\n"),
        ("bullets within bullets", repeated("- ", 20_000)),
        ("tags", repeated("<a href='", 3_333)),
    ]

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
}
