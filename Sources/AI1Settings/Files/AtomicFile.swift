#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Files that are replaced as a whole: a reader sees the old content or the new one, also after a crash.
package enum AtomicFile {
    /// Writes a file by way of a temporary one beside it: create, write, fsync, rename, fsync of the folder. A link is
    /// followed, so that a settings file kept elsewhere stays there.
    /// - Parameters:
    ///   - bytes: the whole content
    ///   - path: the file to make or replace
    ///   - mode: the mode that the file is created with, less the process's umask
    /// - Throws: `SettingsError` of code `cannotCreate` or `inputOutput`; the temporary file is then removed
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(SettingsError) {
        let target = SystemCall.realPath(path) ?? path
        do throws(SystemFailure) {
            try replace(target, with: bytes, mode: mode)
        } catch {
            throw error.writing(path)
        }
    }

    private static func replace(_ target: String, with bytes: [UInt8], mode: UInt32) throws(SystemFailure) {
        var generator = SystemRandomNumberGenerator()
        let temporary = target + ".tmp-" + String(generator.next(), radix: 36)
        let descriptor = try SystemCall.retrying {
            open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(mode))
        }.get()
        do throws(SystemFailure) {
            do throws(SystemFailure) {
                try writeAll(bytes, to: descriptor)
                _ = try SystemCall.retrying { fsync(descriptor) }.get()
            } catch {
                close(descriptor)
                throw error
            }
            // Network file systems report a full disk only now.
            if close(descriptor) != 0, errno != EINTR { throw SystemFailure(number: errno) }
            _ = try SystemCall.retrying { rename(temporary, target) }.get()
        } catch {
            unlink(temporary)
            throw error
        }
        syncFolder(Paths.parent(of: target))
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFailure) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                writeOnce(descriptor, buffer, from: offset)
            }
            if written > 0 {
                offset += written
            } else if written < 0, errno != EINTR {
                throw SystemFailure(number: errno)
            }
        }
    }

    /// Makes the renaming itself durable. Some file systems cannot do it for folders; the content is safe all the same.
    private static func syncFolder(_ folder: String) {
        guard case .success(let descriptor) = SystemCall.retrying({ open(folder, O_RDONLY | O_CLOEXEC) }) else {
            return
        }
        fsync(descriptor)
        close(descriptor)
    }
}

/// write(2), named apart from `AtomicFile.write`.
private func writeOnce(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, from offset: Int) -> Int {
    write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
}
