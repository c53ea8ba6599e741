package import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Keeps the answers that were cut, each in a file of its own, so that `--resume` can go on with them.
package struct CutAnswerStore: HistoryStore {
    /// Answers kept; the oldest go first.
    package static let limit = 20
    /// Larger records (images, very long texts) are not kept.
    package static let recordLimitBytes = 64 * 1_048_576

    private let folder: String
    private let writeFile: @Sendable (_ bytes: [UInt8], _ path: String) throws -> Void

    /// - Parameters:
    ///   - folder: a folder of its own inside the state folder
    ///   - writeFile: writes a file atomically with mode 0600, making its folder with mode 0700
    package init(
        folder: String, writeFile: @escaping @Sendable (_ bytes: [UInt8], _ path: String) throws -> Void
    ) {
        self.folder = folder
        self.writeFile = writeFile
    }

    package func finish(_ record: AnswerRecord) async {
        guard record.state != .complete else { return }
        let bytes = Self.encode(record).encoded()
        guard bytes.count <= Self.recordLimitBytes else { return }
        try? writeFile(bytes, "\(folder)/\(record.request.id).json")
        for name in names().dropLast(Self.limit) { unlink("\(folder)/\(name)") }
    }

    package func find(_ id: String?) async throws -> AnswerRecord? {
        let names = names()
        let name = id.map { id in names.last { $0.dropLast(5).hasSuffix(id.lowercased()) } } ?? names.last
        guard let name else { return nil }
        let path = "\(folder)/\(name)"
        guard let bytes = read(path), let value = try? JSONParser.parse(bytes), let record = Self.decode(value) else {
            throw EngineError(
                .nothingToResume, message: "the kept answer \(path) cannot be read", hint: "ask again from the start")
        }
        return record
    }

    /// Drops the answer of that id, which has been gone on with.
    package func forget(_ id: RequestID) { unlink("\(folder)/\(id).json") }

    /// The files' names in the order of their time: ids of version 7 sort by it.
    private func names() -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".json"), RequestID(String(name.dropLast(5))) != nil { names.append(name) }
        }
        return names.sorted()
    }

    private func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_size <= Self.recordLimitBytes else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
        var have = 0
        while have < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                systemRead(file, $0.baseAddress.map { $0 + have }, $0.count - have)
            }
            guard count > 0 else { return nil }
            have += count
        }
        return bytes
    }

    static func encode(_ record: AnswerRecord) -> JSONValue {
        [
            "v": 1, "provider": .string(record.target.provider), "model": .string(record.target.model),
            "time": .integer(record.time.millisecondsSinceEpoch), "state": .string(record.state.rawValue),
            "text": .string(record.text), "request": RequestCodec.encode(record.request),
        ]
    }

    static func decode(_ value: JSONValue) -> AnswerRecord? {
        guard let request = value["request"].flatMap(RequestCodec.decode), let text = value["text"]?.string,
            let provider = value["provider"]?.string, let model = value["model"]?.string,
            let state = value["state"]?.string.flatMap(AnswerRecord.State.init),
            let time = value["time"]?.number?.int64
        else { return nil }
        return AnswerRecord(
            request: request, target: TargetName(provider: provider, model: model),
            time: Timestamp(millisecondsSinceEpoch: time), state: state, text: text,
            usage: TokenUsage(source: .estimated))
    }
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(file, buffer, count)
}
