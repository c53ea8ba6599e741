internal import AI1Core

/// Turns a JSON Schema into nodes once, so that mistakes in it are found before anything is sent, and checking is
/// cheap.
struct SchemaCompiler {
    /// A schema of more parts is refused.
    static let maximumNodes = 20_000

    private let root: JSONValue
    private(set) var nodes: [SchemaNode] = []
    private var indexOfPointer: [String: Int] = [:]
    /// The members of objects that references lead through, by the objects' places: definitions may be thousands.
    private var membersOfPlace: [String: [String: JSONValue]] = [:]
    /// Targets of references that still have to be compiled; kept in a list so that chains of them need no stack.
    private var pending: [(index: Int, schema: JSONValue, pointer: String)] = []

    private init(root: JSONValue) { self.root = root }

    /// The nodes of a schema; the first is the schema as a whole.
    static func compile(_ root: JSONValue) throws(SchemaError) -> [SchemaNode] {
        var compiler = SchemaCompiler(root: root)
        _ = try compiler.node(root, at: "")
        while let next = compiler.pending.popLast() { try compiler.fill(next.index, next.schema, at: next.pointer) }
        try compiler.refuseEndlessReferences()
        return compiler.nodes
    }

    /// The index of the schema at a place, compiling it if that has not been done.
    mutating func node(_ schema: JSONValue, at pointer: String) throws(SchemaError) -> Int {
        if let known = indexOfPointer[pointer] {
            // A reference may have come before the place itself.
            if let waiting = pending.firstIndex(where: { $0.index == known }) {
                pending.remove(at: waiting)
                try fill(known, schema, at: pointer)
            }
            return known
        }
        let index = try reserve(pointer)
        try fill(index, schema, at: pointer)
        return index
    }

    private mutating func reserve(_ pointer: String) throws(SchemaError) -> Int {
        guard nodes.count < Self.maximumNodes else {
            throw SchemaError(.notASchema, message: "the schema has more than \(Self.maximumNodes) parts")
        }
        nodes.append(SchemaNode())
        indexOfPointer[pointer] = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func fill(_ index: Int, _ schema: JSONValue, at pointer: String) throws(SchemaError) {
        switch schema {
        case .bool(let allowed): if !allowed { nodes[index].rules = [.never] }
        case .object(let object): nodes[index] = try rules(of: object, at: pointer)
        default: throw Self.mistake(pointer, "a schema is an object, true or false")
        }
    }

    /// The index of what `$ref` names; it may still be empty.
    mutating func reference(_ text: String, at pointer: String) throws(SchemaError) -> Int {
        guard text.hasPrefix("#"), text == "#" || text.hasPrefix("#/") else {
            throw Self.mistake(pointer, "only references within the schema (\"#\", \"#/$defs/NAME\") can be used")
        }
        var target = root
        var place = ""
        for token in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name = JSONPointer.unescape(percentDecoded(token))
            guard let next = part(name, of: target, at: place) else {
                throw Self.mistake(pointer, "nothing is at \(text)")
            }
            target = next
            place += "/" + JSONPointer.escape(name)
        }
        if let known = indexOfPointer[place] { return known }
        let index = try reserve(place)
        pending.append((index, target, place))
        return index
    }

    private mutating func part(_ name: String, of value: JSONValue, at place: String) -> JSONValue? {
        switch value {
        case .array(let elements): return Int(name).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
        case .object(let object):
            let members =
                membersOfPlace[place]
                ?? Dictionary(object.members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            membersOfPlace[place] = members
            return members[name]
        default: return nil
        }
    }

    private func percentDecoded(_ token: Substring) -> String {
        let bytes = Array(token.utf8)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
                let low = hexValue(bytes[index + 2])
            {
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// A schema that applies itself to the very same value again can never come to an end.
    private func refuseEndlessReferences() throws(SchemaError) {
        let edges = nodes.map { $0.rules.flatMap(\.inPlace) }
        var state = [UInt8](repeating: 0, count: nodes.count)
        for start in nodes.indices where state[start] == 0 {
            var path: [(node: Int, next: Int)] = [(start, 0)]
            state[start] = 1
            while let (node, next) = path.last {
                guard next < edges[node].count else {
                    state[node] = 2
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let target = edges[node][next]
                if state[target] == 1 {
                    let place = indexOfPointer.first { $0.value == target }?.key ?? ""
                    throw Self.mistake(place, "the schema refers to itself without end")
                }
                if state[target] == 0 {
                    state[target] = 1
                    path.append((target, 0))
                }
            }
        }
    }

    /// A mistake in the schema, with its place.
    static func mistake(_ pointer: String, _ what: String) -> SchemaError {
        let place = TerminalCleaner.cleanLine("#" + pointer, limit: 120)
        return SchemaError(.notASchema, message: "the schema is wrong at \(place): \(TerminalCleaner.cleanLine(what))")
    }
}
