internal import AI1Core
internal import AI1Wallet

/// Reads a node's answer strictly: quantities, data, hashes and addresses as Ethereum's JSON-RPC writes them, else an error
/// that names the endpoint, the call and the member.
struct AnswerReader {
    private let value: JSONValue
    private let reply: RPCReply
    private let path: String

    /// The result of a reply.
    /// - Throws: `ChainError` of code `refusedByNode` when it is an error
    init(_ reply: RPCReply) throws(ChainError) {
        value = try reply.result()
        self.reply = reply
        path = reply.method
    }

    private init(_ value: JSONValue, _ reply: RPCReply, _ path: String) {
        self.value = value
        self.reply = reply
        self.path = path
    }

    var isNull: Bool { value.isNull }

    func malformed(_ expected: String) -> ChainError {
        ChainError(.malformed, "\(reply.endpoint.shown) answered \(path) with something that is not \(expected)")
    }

    /// A member that must be there and not null.
    func member(_ name: String) throws(ChainError) -> AnswerReader {
        guard let found = optional(name) else {
            throw AnswerReader(.null, reply, "\(path).\(name)").malformed("there")
        }
        return found
    }

    /// A member that may be missing or null.
    func optional(_ name: String) -> AnswerReader? {
        guard let found = value[name], !found.isNull else { return nil }
        return AnswerReader(found, reply, "\(path).\(name)")
    }

    /// An array of at most that many elements.
    func array(limit: Int) throws(ChainError) -> [AnswerReader] {
        guard let elements = value.array, elements.count <= limit else {
            throw malformed("an array of at most \(limit) elements")
        }
        return elements.map { AnswerReader($0, reply, path + "[]") }
    }

    func quantity() throws(ChainError) -> UInt256 {
        guard let number = value.string.flatMap({ UInt256(hex: $0) }) else { throw malformed("a quantity") }
        return number
    }

    func uint64() throws(ChainError) -> UInt64 {
        guard let number = try quantity().uint64 else { throw malformed("a quantity of 64 bits") }
        return number
    }

    /// `0x` and octets, at most that many.
    func data(limit: Int = 4 * 1_048_576) throws(ChainError) -> [UInt8] {
        guard let text = value.string, text.hasPrefix("0x"), let bytes = HexText.decode(text), bytes.count <= limit
        else { throw malformed("octets in hexadecimal") }
        return bytes
    }

    func hash() throws(ChainError) -> Hash32 {
        guard let hash = value.string.flatMap({ Hash32(hex: $0) }) else { throw malformed("a hash of 32 octets") }
        return hash
    }

    func address() throws(ChainError) -> Address {
        guard let address = value.string.flatMap({ try? Address($0) }) else { throw malformed("an address") }
        return address
    }
}
