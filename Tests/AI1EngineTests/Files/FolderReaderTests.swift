import AI1TestSupport
import Testing

@testable import AI1Engine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Folders that are read")
struct FolderReaderTests {
    private func read(
        _ folder: TemporaryFolder, _ glob: String? = nil, _ change: (inout FolderLimits) -> Void = { _ in }
    ) throws -> FolderContent {
        var limits = FolderLimits()
        change(&limits)
        guard let glob else { return try FolderReader(folder: folder.path, limits: limits).read() }
        return try FolderReader(try #require(FileGlob("\(folder.path)/\(glob)")), limits: limits).read()
    }

    private func names(_ content: FolderContent, in folder: TemporaryFolder) -> [String] {
        content.files.map { String($0.attachment.name.dropFirst(folder.path.utf8.count + 1)) }
    }

    @Test("Texts are read in the order of their names, and everything else is counted")
    func folder() throws {
        let folder = try TemporaryFolder()
        for name in ["b.txt", "a/z.txt", "a/b/c.txt", "a b.txt", "-x.txt", "new\nline.txt", "B.txt"] {
            try folder.write(name, "text of \(name)\n")
        }
        try folder.write(".hidden", "x")
        try folder.write(".git/config", "x")
        try folder.write("empty", "")
        try folder.write("binary", [0x61, 0])
        try folder.write("late", [UInt8](repeating: 0x61, count: 10_000) + [0xFF])
        try folder.write("x.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        try folder.write("x.pdf", "%PDF-1.4\n")
        try folder.write("utf16.txt", [0xFF, 0xFE, 0x41, 0])
        #expect(symlink("a", folder.path("loop")) == 0 && symlink("b.txt", folder.path("link")) == 0)
        #expect(mkfifo(folder.path("fifo"), 0o600) == 0)
        #expect(mkdir(folder.path("bad\u{1}"), 0o700) == 0)
        var bad = Array(folder.path("x").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
        let descriptor = open(&bad, O_WRONLY | O_CREAT, 0o600)
        #expect(descriptor >= 0 && write(descriptor, "x", 1) == 1 && close(descriptor) == 0)

        let content = try read(folder)
        #expect(
            names(content, in: folder)
                == ["-x.txt", "B.txt", "a/b/c.txt", "a/z.txt", "a b.txt", "b.txt", "new\nline.txt", "utf16.txt"])
        #expect(
            content.skipped.counts == [
                .hidden: 1, .empty: 1, .binary: 2, .image: 1, .pdf: 1, .link: 2, .special: 1, .badName: 1,
            ])
        #expect(content.unreadable.isEmpty)
        #expect(content.files.first?.attachment.bytes == Array("text of -x.txt\n".utf8))
        #expect(try read(folder) == content)
    }

    @Test("A pattern also gives images and PDF files, and hidden ones when it has their dot")
    func pattern() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/x.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        try folder.write("a/x.pdf", "%PDF-1.4\n")
        try folder.write("a/.x.txt", "x")
        try folder.write(".ci/x.txt", "x")
        #expect(names(try read(folder, "**/x.*"), in: folder) == ["a/x.pdf", "a/x.png"])
        #expect(names(try read(folder, "**/.x.*"), in: folder) == ["a/.x.txt"])
        #expect(names(try read(folder, ".ci*/*"), in: folder) == [".ci/x.txt"])
        #expect(try read(folder, "*.zip") == FolderContent())
    }

    @Test("What is above a limit is an error or counted, never cut")
    func limits() throws {
        let folder = try TemporaryFolder()
        for number in 1...5 { try folder.write("f\(number)", "0123456789") }
        try folder.write("d/e/f/deep", "x")
        func code(_ change: (inout FolderLimits) -> Void) -> AttachmentError.Code? {
            do { _ = try read(folder, nil, change) } catch let error as AttachmentError { return error.code } catch {}
            return nil
        }
        #expect(code { $0.files = 6 } == nil && code { $0.files = 5 } == .tooMany)
        #expect(code { $0.allBytes = 51 } == nil && code { $0.allBytes = 50 } == .tooMany)
        #expect(code { $0.names = 9 } == nil && code { $0.names = 8 } == .tooMany)
        #expect(try read(folder) { $0.depth = 2 }.skipped.counts == [.tooDeep: 1])
        #expect(try read(folder) { $0.fileBytes = 9 }.skipped.counts == [.tooLarge: 5])
        try folder.write(".gitignore", "f1\n")
        #expect(code { $0.ruleBytes = 2 } == .tooLarge)
    }

    @Test("A folder that is not there is an error that names it")
    func missing() {
        let error = #expect(throws: AttachmentError.self) { try FolderReader(folder: "/nowhere/at all").read() }
        #expect(error?.code == .unreadable && error?.message.contains("/nowhere/at all: no such file") == true)
    }

    @Test("The rules above a folder hold in it, up to the top of the working tree, and .git/info/exclude with them")
    func rulesAbove() throws {
        let folder = try TemporaryFolder()
        try folder.write("repo/.git/info/exclude", "private.txt\n")
        try folder.write(".gitignore", "kept.txt\n")
        try folder.write("repo/.gitignore", "*.log\n/a/b/x.txt\n")
        try folder.write("repo/a/.gitignore", "!b/y.log\n")
        for name in ["private.txt", "x.log", "y.log", "x.txt", "kept.txt"] { try folder.write("repo/a/b/\(name)", "x") }
        let content = try FolderReader(folder: folder.path("repo/a/b")).read()
        #expect(content.files.map { $0.attachment.name.split(separator: "/").last } == ["kept.txt", "y.log"])
        #expect(content.skipped.counts == [.ignored: 3])
    }
}
