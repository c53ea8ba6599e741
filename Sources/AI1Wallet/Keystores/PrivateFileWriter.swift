internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Writes files for the user alone: a temporary one beside it, locked while it is written, fsync, then its name in one
/// step, then fsync of the folder.
enum PrivateFileWriter {
    /// write(2), so that a test can break off in the middle.
    typealias Write = @Sendable (Int32, UnsafeRawBufferPointer) -> Int

    /// What temporary files are called; a listing leaves out names that begin with a full stop.
    static let temporaryPrefix = ".keystore-tmp-"

    static let system: Write = { descriptor, bytes in Self.writeOnce(descriptor, bytes) }

    /// - Parameter replacing: whether a file of that name is replaced; if not, it is an error
    /// - Throws: `WalletError` of code `exists` or `cannotCreate`; the temporary file is then removed
    static func write(_ bytes: [UInt8], to path: String, replacing: Bool, using write: Write) throws {
        let folder = Paths.parent(of: path)
        let temporary = folder + "/" + temporaryPrefix + String(UInt64.random(in: .min ... .max), radix: 36)
        do throws(FileFailure) {
            let descriptor = try check(open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600))
            // Held until the file has its name: nobody sweeps it away meanwhile.
            flock(descriptor, LOCK_EX | LOCK_NB)
            defer { close(descriptor) }
            do throws(FileFailure) {
                // The umask may have taken bits away from the mode.
                _ = try check(fchmod(descriptor, 0o600))
                try writeAll(bytes, to: descriptor, using: write)
                _ = try check(fsync(descriptor))
                _ = try check(replacing ? rename(temporary, path) : renameExclusively(temporary, path))
            } catch {
                unlink(temporary)
                throw error
            }
        } catch {
            throw error.writing(path)
        }
        sync(folder)
    }

    /// Removes a temporary file whose writer is gone.
    /// - Parameter limit: seconds since 1970; a file changed later stays
    static func removeAbandoned(_ path: String, before limit: Int64) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.modifiedSeconds < limit, flock(descriptor, LOCK_EX | LOCK_NB) == 0
        else { return }
        unlink(path)
    }

    private static func check(_ result: Int32) throws(FileFailure) -> Int32 {
        guard result >= 0 else { throw FileFailure(errno) }
        return result
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, using write: Write) throws(FileFailure) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { write(descriptor, UnsafeRawBufferPointer(rebasing: $0[offset...])) }
            if written > 0 {
                offset += written
            } else if written == 0 {
                throw FileFailure(ENOSPC)
            } else if errno != EINTR {
                throw FileFailure(errno)
            }
        }
    }

    private static func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }

    /// Gives a file its name where there is none yet: a second name, if it is free, then the first is taken away. A
    /// process that is killed between leaves a whole keystore, and a name that is swept later.
    private static func renameExclusively(_ source: String, _ target: String) -> Int32 {
        guard link(source, target) == 0 else { return -1 }
        unlink(source)
        return 0
    }

    /// Makes new names in a folder durable. Some file systems cannot do it for folders; the content is safe all the same.
    static func sync(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

extension stat {
    /// When the content was changed last, in seconds since 1970.
    fileprivate var modifiedSeconds: Int64 {
        #if canImport(Darwin)
            Int64(st_mtimespec.tv_sec)
        #else
            Int64(st_mtim.tv_sec)
        #endif
    }
}
