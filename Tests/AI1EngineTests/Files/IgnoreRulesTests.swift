import Testing

@testable import AI1Engine

/// The rules of gitignore(5), one pattern at a time.
@Suite("Rules of what git ignores")
struct IgnoreRulesTests {
    private func ignores(_ rules: String, _ path: String, depth: Int = 0) -> Bool {
        var all = IgnoreRules()
        all.add(Array(rules.utf8), depth: depth)
        let isFolder = path.hasSuffix("/")
        return all.ignores(path.split(separator: "/").map { Array($0.utf8) }, isFolder: isFolder)
    }

    @Test(
        "What a line leaves out",
        arguments: [
            ("*.log", "a.log"), ("*.log", "b/c/a.log"), ("*.log", "dir.log/"), ("build/", "build/"),
            ("build/", "a/build/"), ("/build", "build"), ("a/b", "a/b"), ("a/b/", "a/b/"), ("a/*", "a/b"),
            ("**/foo", "foo"), ("**/foo", "a/b/foo"), ("foo/**", "foo/a"), ("foo/**", "foo/a/b"), ("a/**/b", "a/b"),
            ("a/**/b", "a/x/b"), ("a/**/b", "a/x/y/b"), ("/**", "x"), ("**", "x/y"), ("*", "x"), ("a**/b", "axx/b"),
            ("?.txt", "a.txt"), ("[a-c].txt", "b.txt"), ("[!a].txt", "b.txt"), ("[^a].txt", "b.txt"),
            ("[]a].txt", "].txt"), ("[a-].txt", "-.txt"), ("[[:digit:]]", "7"), ("[[:alpha:]_]x", "_x"),
            ("\\#a", "#a"), ("\\!a", "!a"), ("a\\ ", "a "), ("a   ", "a"), ("a\r", "a"), ("\u{FEFF}a", "a"),
            ("\\*", "*"), ("a\\b", "ab"), ("foo*bar", "foobar"), ("*a*a*b", "aaaab"), ("x\n!y", "x"),
            ("[\\]]", "]"), ("[a\\-c]", "-"), ("a/[b/]", "a/b"), ("***/x", "a/x"), ("a/**/**/b", "a/b"),
            ("naïve*", "naïveté"), ("a\\/b", "a/b"), ("a\\/**", "a/b/c"),
        ])
    func leavesOut(rule: String, path: String) { #expect(ignores(rule, path), "\(rule) on \(path)") }

    @Test(
        "What a line lets be",
        arguments: [
            ("*.log", "a.logs"), ("build/", "build"), ("/build", "a/build"), ("a/b", "x/a/b"), ("a/*", "a/b/c"),
            ("foo/**", "foo/"), ("a/**/b", "a/xb"), ("# a", "# a"), ("#a", "#a"), ("", "a"), ("/", "a"), ("!", "!"),
            ("[a", "[a"), ("[a", "a"), ("a\\", "a"), ("a\\", "a\\"), ("[[:nope:]]", "n"), ("?", "ab"), ("a?b", "a/b"),
            ("a[/]b", "a/b"), ("*a*a*b", "aaaac"), ("x\n!x", "x"), ("a ", "a "), ("[b-a]", "a"), ("a//b", "a/b"),
            ("\\a/", "a"), ("a*", "ba"), ("x/y", "y"),
        ])
    func letsBe(rule: String, path: String) { #expect(!ignores(rule, path), "\(rule) on \(path)") }

    @Test("The last line that fits decides, and a file nearer than another decides before it")
    func precedence() {
        var rules = IgnoreRules()
        rules.add(Array("*.txt\n!keep.txt\n/a/x".utf8), depth: 0)
        rules.add(Array("!b.txt\nkeep.txt\n/x".utf8), depth: 1)
        func ignores(_ path: String) -> Bool {
            rules.ignores(path.split(separator: "/").map { Array($0.utf8) }, isFolder: false)
        }
        #expect(ignores("a.txt") && !ignores("keep.txt"))
        #expect(ignores("a/keep.txt") && !ignores("a/b.txt") && ignores("a/c.txt"))
        #expect(ignores("a/x") && !ignores("x"))
    }

    @Test("A pattern that could take for ever does not")
    func bounded() {
        let stars = String(repeating: "*a", count: 2_000) + "b"
        #expect(!ignores(stars, String(repeating: "a", count: 4_000)))
        let folders = String(repeating: "**/a/", count: 200) + "b"
        #expect(!ignores(folders, String(repeating: "a/", count: 400) + "c"))
    }
}
