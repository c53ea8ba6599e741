import AI1Core
import Testing

@testable import AI1Settings

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite("Files")
struct FilesTests {
    @Test("Folders are made with mode 0700 and present ones stay as they are")
    func folders() throws {
        let scratch = Scratch()
        scratch.makeFolder("present")
        chmod(scratch.file("present"), 0o755)
        try Directory.ensure(scratch.file("present/a/b"))
        #expect(scratch.mode("present") == 0o755)
        #expect(scratch.mode("present/a") == 0o700)
        #expect(scratch.mode("present/a/b") == 0o700)
    }

    @Test("A folder that cannot be made is an error of its own kind")
    func unwritable() {
        let scratch = Scratch()
        scratch.write("x", to: "file")
        let error = failure { try Directory.ensure(scratch.file("file/below")) }
        #expect(error?.kind == .cannotCreate)
        #expect(error?.message == "cannot create the folder \(scratch.file("file")): not a directory")
    }

    @Test("A written file has the asked mode and content, and nothing is left beside it")
    func atomicWrite() throws {
        let scratch = Scratch()
        try AtomicFile.write(Array("one".utf8), to: scratch.file("f"))
        #expect(scratch.mode("f") == 0o600)
        try AtomicFile.write(Array("two".utf8), to: scratch.file("f"), mode: 0o640)
        #expect(scratch.text("f") == "two")
        #expect(scratch.mode("f") == 0o640)
        #expect(scratch.names(in: ".") == ["f"])
    }

    @Test("A failed write leaves no temporary file and says what the system said")
    func failedWrite() {
        let scratch = Scratch()
        scratch.makeFolder("target/inside")
        let error = failure { try AtomicFile.write([1], to: scratch.file("target")) }
        #expect(error?.kind == .cannotCreate)
        #expect(error?.message == "cannot write \(scratch.file("target")): is a directory")
        #expect(scratch.names(in: ".") == ["target"])
        let missing = failure { try AtomicFile.write([1], to: scratch.file("none/f")) }
        #expect(missing?.kind == .cannotCreate)
    }

    @Test("A link is written through, so that a settings file kept elsewhere stays there")
    func link() throws {
        let scratch = Scratch()
        scratch.write("old", to: "dotfiles/config.yaml")
        scratch.link("config.yaml", to: "dotfiles/config.yaml")
        try AtomicFile.write(Array("new".utf8), to: scratch.file("config.yaml"))
        #expect(scratch.text("dotfiles/config.yaml") == "new")
        var status = stat()
        #expect(lstat(scratch.file("config.yaml"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test(
        "Error numbers become kinds",
        arguments: [
            (ENOSPC, ErrorKind.inputOutput), (EIO, .inputOutput), (EROFS, .cannotCreate), (EACCES, .cannotCreate),
            (ENOENT, .cannotCreate),
        ])
    func kinds(number: Int32, kind: ErrorKind) {
        #expect(SystemFailure(number: number).writing("/f").kind == kind)
    }

    @Test("A pipe or folder in the place of a file is refused at once")
    func notAFile() {
        let scratch = Scratch()
        mkfifo(scratch.file("pipe"), 0o600)
        let pipe = failure { try FileContent.read(scratch.file("pipe"), limitBytes: 10) }
        #expect(pipe?.message == "\(scratch.file("pipe")) is not a file")
        scratch.makeFolder("folder")
        #expect(failure { try FileContent.read(scratch.file("folder"), limitBytes: 10) }?.code == .malformed)
        scratch.write("0123456789ab", to: "large")
        #expect(failure { try FileContent.read(scratch.file("large"), limitBytes: 10) }?.code == .malformed)
    }

    @Test("A lock that another holds for too long is an error to try again")
    func lockTimeout() throws {
        let scratch = Scratch()
        try FileLock.hold(scratch.file("lock")) { () throws(SettingsError) in
            let error = failure { try FileLock.hold(scratch.file("lock"), timeoutMilliseconds: 20) {} }
            #expect(error?.kind == .tryLater)
        }
        try FileLock.hold(scratch.file("lock"), timeoutMilliseconds: 0) {}
    }

    @Test("Words for a shell are quoted when they must be")
    func shellWords() {
        #expect(Display.shellWord("/a/b.yaml") == "/a/b.yaml")
        #expect(Display.shellWord("/a b/it's") == "'/a b/it'\\''s'")
        #expect(Display.shellWord("$(x)") == "'$(x)'")
    }
}
