internal import AI1Core

extension JSONCursor.Content {
    /// Appends the string's value.
    /// - Returns: false, with `output` untouched, for bad escapes and bad UTF-8
    @inline(__always)
    func append(to output: inout [UInt8]) -> Bool {
        if !isASCII, !UTF8Check.isValid(bytes) { return false }
        if !hasEscapes {
            output.append(contentsOf: bytes)
            return true
        }
        let before = output.count
        if JSONText.unescape(UnsafeRawBufferPointer(bytes), into: &output) { return true }
        output.removeLast(output.count - before)
        return false
    }
}
