internal import CSodium

/// Octets that must not be found in memory later: a private key, a seed, a mnemonic, a password.
///
/// They live in memory of libsodium's: locked where the system allows it, between guard pages, left out of core dumps,
/// overwritten when the last owner lets go. They have no description and cannot be encoded.
package final class SecretBytes: @unchecked Sendable {
    // SAFETY: the memory is written in the initialiser only and read afterwards; it is freed when nobody refers to it.
    private let base: UnsafeMutableRawPointer

    /// How many octets there are.
    package let count: Int

    /// Memory of `capacity` octets that `fill` puts octets into; it says how many.
    /// - Throws: `WalletError` of code `system` without memory; what `fill` throws
    package init(capacity: Int, filling fill: (UnsafeMutableRawBufferPointer) throws -> Int) throws {
        precondition(capacity >= 0)
        try SodiumLibrary.start()
        guard let memory = sodium_malloc(max(1, capacity)) else {
            throw WalletError(.system, "no memory for a secret")
        }
        do {
            count = try fill(UnsafeMutableRawBufferPointer(start: memory, count: capacity))
            precondition(count >= 0 && count <= capacity)
            base = memory
        } catch {
            sodium_free(memory)
            throw error
        }
    }

    /// Copies octets. The source is the caller's to overwrite.
    /// - Throws: `WalletError` of code `system`
    package convenience init(copying source: UnsafeRawBufferPointer) throws {
        try self.init(capacity: source.count) { memory in
            memory.copyMemory(from: source)
            return source.count
        }
    }

    /// Octets from the system's generator of random numbers.
    /// - Throws: `WalletError` of code `system`
    package static func random(count: Int) throws -> SecretBytes {
        try SecretBytes(capacity: count) { memory in
            randombytes_buf(memory.baseAddress!, count)
            return count
        }
    }

    deinit { sodium_free(base) }

    /// The octets, for as long as `body` runs. They must not be copied to memory of another kind.
    package func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        defer { withExtendedLifetime(self) {} }
        return try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// Whether both hold the same octets, in a time that tells nothing about where they differ.
    package func matches(_ other: SecretBytes) -> Bool {
        guard count == other.count else { return false }
        return sodium_memcmp(base, other.base, count) == 0
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
