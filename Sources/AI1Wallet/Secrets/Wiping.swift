internal import CSodium

/// Overwriting memory that is not a `SecretBytes`, in a way that the optimiser keeps.
package enum Wiping {
    /// Overwrites a buffer.
    package static func wipe(_ buffer: UnsafeMutableRawBufferPointer) {
        guard let base = buffer.baseAddress else { return }
        sodium_memzero(base, buffer.count)
    }

    /// Overwrites the part of the stack that calls before this one may have left something on.
    package static func wipeStack() { sodium_stackzero(32 << 10) }
}
