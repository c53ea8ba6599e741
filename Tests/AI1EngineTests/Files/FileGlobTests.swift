import Testing

@testable import AI1Engine

@Suite("Patterns of file names")
struct FileGlobTests {
    private func names(_ path: String) -> [[UInt8]] { path.split(separator: "/").map { Array($0.utf8) } }

    @Test("A pattern begins in the folder that it names without a wildcard")
    func folders() {
        for (text, folder) in [
            ("*.swift", "."), ("src/*.swift", "src"), ("src/**/*.swift", "src"), ("/a/b/*", "/a/b"), ("/*", "/"),
            ("../x/?.c", "../x"), ("./[ab]", "."), ("a b/*", "a b"),
        ] { #expect(FileGlob(text)?.folder == folder, "\(text)") }
        #expect(FileGlob("plain.txt") == nil)
        #expect(FileGlob("a[b") == nil)
    }

    @Test(
        "A file fits",
        arguments: [
            ("*.c", "a.c"), ("src/**/*.c", "a.c"), ("src/**/*.c", "x/y/a.c"), ("**/*.c", "a.c"), ("a/**", "x/y"),
            ("f?r", "für"), ("[äö]*", "öl"), ("\\[a\\]*", "[a]b"), ("*/x/*.c", "q/x/a.c"), ("日?", "日本"),
        ])
    func fits(text: String, path: String) throws {
        let glob = try #require(FileGlob(text))
        #expect(glob.matches(names(path)))
        for depth in 1..<max(2, names(path).count) where names(path).count > 1 {
            #expect(glob.mayHold(Array(names(path)[..<depth])))
        }
    }

    @Test(
        "A file does not fit",
        arguments: [("*.c", "x/a.c"), ("src/*.c", "x/a.c"), ("**/*.c", "a.cc"), ("?", "ab"), ("*/x/*.c", "q/y/a.c")])
    func differs(text: String, path: String) throws {
        #expect(try !#require(FileGlob(text)).matches(names(path)))
    }

    @Test("A folder that can hold nothing is not visited")
    func pruned() throws {
        let glob = try #require(FileGlob("src/a*/b/*.c"))
        #expect(glob.mayHold(names("ax")) && glob.mayHold(names("ax/b")))
        #expect(!glob.mayHold(names("x")) && !glob.mayHold(names("ax/c")) && !glob.mayHold(names("ax/b/c")))
    }

    @Test("A hidden name needs its dot in the pattern")
    func hidden() throws {
        #expect(try !#require(FileGlob("**/*.yml")).allowsHidden(Array(".a.yml".utf8)))
        #expect(try #require(FileGlob("**/.*.yml")).allowsHidden(Array(".a.yml".utf8)))
        #expect(try #require(FileGlob("*/.github/*.yml")).allowsHidden(Array(".github".utf8)))
    }
}
