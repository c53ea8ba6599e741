/// Why Solidity's checks stopped a contract: the codes of `Panic(uint256)`.
enum PanicCode {
    /// What a code means, in words.
    static func words(_ code: UInt256) -> String {
        switch code.uint64 {
        case 0x00: "a panic that the compiler put in"
        case 0x01: "an assertion failed"
        case 0x11: "arithmetic overflow or underflow"
        case 0x12: "division by zero"
        case 0x21: "a number is no value of the enum"
        case 0x22: "a byte array in storage is wrongly encoded"
        case 0x31: "pop of an empty array"
        case 0x32: "array index out of bounds"
        case 0x41: "too much memory, or an array that is too large"
        case 0x51: "call of a function pointer that is not set"
        default: "a panic of an unknown code"
        }
    }
}
