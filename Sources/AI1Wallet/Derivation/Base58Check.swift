/// Base58 with a checksum, as extended keys are written, between buffers of the caller's: a private key's text never
/// leaves memory for secrets.
enum Base58Check {
    private static let alphabet: StaticString = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    private static let checksumCount = 4
    /// Of the longest text and of its octets.
    static let maximumCount = 128

    /// Writes the text of octets and their checksum.
    /// - Parameters:
    ///   - payload: at most 80 octets
    ///   - scratch: `maximumCount` octets, to be overwritten by the caller
    ///   - output: `maximumCount` octets
    /// - Returns: how many characters there are
    static func encode(
        _ payload: UnsafeRawBufferPointer, scratch: UnsafeMutableRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) -> Int {
        precondition(payload.count <= 80 && scratch.count >= maximumCount && output.count >= maximumCount)
        scratch.copyMemory(from: payload)
        SHA256.doubleHash(payload).withBytes { hash in
            for index in 0..<checksumCount { scratch[payload.count + index] = hash[index] }
        }
        let source = UnsafeRawBufferPointer(
            rebasing: UnsafeRawBufferPointer(scratch)[..<(payload.count + checksumCount)])
        let zeros = source.prefix { $0 == 0 }.count
        let digits = convert(source.dropFirst(zeros).lazy.map { $0 }, from: 256, to: 58, into: output)
        for index in 0..<zeros { output[digits + index] = 0 }
        let count = digits + zeros
        reverse(output, count)
        for index in 0..<count { output[index] = alphabet.utf8Start[Int(output[index])] }
        return count
    }

    /// Reads the octets of a text and checks their checksum.
    /// - Parameter output: `maximumCount` octets; those of the checksum stay behind the others
    /// - Returns: how many octets there are without the checksum; nil when the text is not such a text
    static func decode(_ text: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int? {
        guard text.count <= maximumCount, output.count >= maximumCount, text.allSatisfy({ value($0) != nil }) else {
            return nil
        }
        let zeros = text.prefix { $0 == alphabet.utf8Start[0] }.count
        let octets = convert(text.dropFirst(zeros).lazy.map { value($0) ?? 0 }, from: 58, to: 256, into: output)
        guard zeros + octets <= maximumCount, zeros + octets > checksumCount else { return nil }
        for index in 0..<zeros { output[octets + index] = 0 }
        let count = zeros + octets - checksumCount
        reverse(output, zeros + octets)
        let isRight = SHA256.doubleHash(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(output)[..<count]))
            .withBytes { hash in (0..<checksumCount).allSatisfy { output[count + $0] == hash[$0] } }
        return isRight ? count : nil
    }

    /// Digits of one base as digits of another, the lowest first.
    private static func convert(
        _ source: some Sequence<UInt8>, from base: Int, to other: Int, into output: UnsafeMutableRawBufferPointer
    ) -> Int {
        var count = 0
        for digit in source {
            var carry = Int(digit)
            for index in 0..<count {
                carry += Int(output[index]) * base
                output[index] = UInt8(carry % other)
                carry /= other
            }
            while carry > 0, count < output.count {
                output[count] = UInt8(carry % other)
                count += 1
                carry /= other
            }
        }
        return count
    }

    private static func reverse(_ buffer: UnsafeMutableRawBufferPointer, _ count: Int) {
        for index in 0..<count / 2 { buffer.swapAt(index, count - 1 - index) }
    }

    private static func value(_ character: UInt8) -> UInt8? {
        (0..<UInt8(58)).first { alphabet.utf8Start[Int($0)] == character }
    }
}
