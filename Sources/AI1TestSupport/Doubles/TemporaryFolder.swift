#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A folder of a test's own, removed with everything in it when it goes out of use.
package final class TemporaryFolder: Sendable {
    /// Its absolute path without a trailing slash.
    package let path: String

    /// - Parameter inMemory: on a file system in memory where there is one, for what need not outlive the machine
    package init(inMemory: Bool = false) throws(ProgramError) {
        let place = inMemory && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array("\(place)/ai1-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ProgramError("no temporary folder can be made") }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The absolute path of something in it.
    package func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, with the folders it needs.
    /// - Returns: its absolute path
    @discardableResult
    package func write(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(ProgramError) -> String {
        let path = path(name)
        if let slash = name.lastIndex(of: "/") { try makeFolder(String(name[..<slash])) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(mode))
        guard descriptor >= 0 else { throw ProgramError("\(path) cannot be written") }
        defer { _ = close(descriptor) }
        fchmod(descriptor, mode_t(mode))
        guard Self.writeAll(bytes, to: descriptor) else { throw ProgramError("\(path) cannot be written") }
        return path
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let base = buffer.baseAddress {
                #if canImport(Glibc)
                    let count = Glibc.write(descriptor, base + done, buffer.count - done)
                #else
                    let count = Darwin.write(descriptor, base + done, buffer.count - done)
                #endif
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }

    /// Writes a text file.
    @discardableResult
    package func write(_ name: String, _ text: String, mode: UInt32 = 0o600) throws(ProgramError) -> String {
        try write(name, Array(text.utf8), mode: mode)
    }

    /// Makes a folder, with those above it.
    package func makeFolder(_ name: String) throws(ProgramError) {
        do {
            try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
        } catch { throw ProgramError("\(path(name)) cannot be made") }
    }

    /// The content of a file; nil when it cannot be read.
    package func read(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: path(name)).map { Array($0) } }

    /// The content of a file as text; nil when it cannot be read.
    package func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }

    /// Names of everything in it, at every depth, sorted.
    package var names: [String] { ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted() }

    /// Whether anything is at an absolute path.
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The permission bits of a file; nil when it is not there.
    package func mode(_ name: String) -> UInt32? {
        var status = stat()
        return stat(path(name), &status) == 0 ? UInt32(status.st_mode) & 0o7777 : nil
    }
}
