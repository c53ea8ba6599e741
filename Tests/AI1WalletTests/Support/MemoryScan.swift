#if os(Linux)
    import Glibc

    @testable import AI1Wallet

    /// Looks for octets in all memory of this process that can be written: what a dump of it would hold.
    struct MemoryScan {
        /// What is read at a time: as much as a pipe takes.
        private static let chunk = 64 << 10

        private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
        private var ends: [Int32] = [0, 0]

        private init() { pipe(&ends) }

        /// How often the octets are found beside the place where they are given.
        static func count(of needle: SecretBytes) -> Int {
            let scan = MemoryScan()
            defer { scan.end() }
            return needle.withBytes { needle in
                regions().reduce(0) { $0 + scan.count(of: needle, in: $1) }
            }
        }

        private func end() {
            buffer.deallocate()
            for descriptor in ends { close(descriptor) }
        }

        /// The ranges of /proc/self/maps that are readable and writable.
        private static func regions() -> [Range<UInt>] {
            guard let file = fopen("/proc/self/maps", "r") else { return [] }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 4_096)
            var found: [Range<UInt>] = []
            while fgets(&line, Int32(line.count), file) != nil {
                let text = line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
                let words = text.split(separator: " ")
                let bounds = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
                if words[1].hasPrefix("rw"), bounds.count == 2 { found.append(bounds[0]..<bounds[1]) }
            }
            return found
        }

        private func count(of needle: UnsafeRawBufferPointer, in region: Range<UInt>) -> Int {
            var found = 0
            var start = region.lowerBound
            while start + UInt(needle.count) <= region.upperBound {
                let size = min(Self.chunk, Int(region.upperBound - start))
                let base = UnsafeRawPointer(bitPattern: start)!
                // The system says where nothing can be read, instead of ending the process.
                let copied = write(ends[1], base, size)
                if copied > 0 { found += count(of: needle, copied: copied, from: base) }
                start += UInt(max(copied - needle.count + 1, 4_096))
            }
            return found
        }

        private func count(of needle: UnsafeRawBufferPointer, copied: Int, from base: UnsafeRawPointer) -> Int {
            var filled = 0
            while filled < copied {
                let got = read(ends[0], buffer.baseAddress! + filled, copied - filled)
                guard got > 0 else { return 0 }
                filled += got
            }
            var found = 0
            var offset = 0
            while offset + needle.count <= filled,
                let hit = memchr(buffer.baseAddress! + offset, Int32(needle[0]), filled - needle.count + 1 - offset)
            {
                let place = UnsafeRawPointer(hit) - UnsafeRawPointer(buffer.baseAddress!)
                offset = place + 1
                guard memcmp(hit, needle.baseAddress!, needle.count) == 0 else { continue }
                let original = base + place
                if original != needle.baseAddress!, !isBuffer(original) { found += 1 }
            }
            return found
        }

        private func isBuffer(_ address: UnsafeRawPointer) -> Bool {
            address >= UnsafeRawPointer(buffer.baseAddress!)
                && address < UnsafeRawPointer(buffer.baseAddress! + buffer.count)
        }
    }
#endif
