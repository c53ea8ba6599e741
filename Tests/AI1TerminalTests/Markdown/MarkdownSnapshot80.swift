enum MarkdownSnapshot80 { static let rows = ""; static let coloured = "" }
enum MarkdownSnapshot40 { static let rows = "" }
