package import AI1Core
internal import Crypto

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The folder of answers that are kept for a repetition of their request under its key, also when no history is kept. A file
/// is named by the SHA-256 of its content, which the ledger holds as the key's result: a changed file is noticed.
package struct KeptAnswerFolder: Sendable {
    /// Files that one pass looks at.
    private static let sweepLimit = 1_000
    /// Octets at the beginning of a file that tell until when it is kept.
    private static let headOctets = 64

    package let path: String

    package init(_ path: String) { self.path = path }

    /// Keeps an answer, durably, and removes those whose time is over.
    /// - Parameters:
    ///   - expires: until when it is kept: microseconds since 1970
    ///   - now: microseconds since 1970
    /// - Returns: the SHA-256 under which it can be read
    /// - Throws: `LedgerError`
    package func write(_ answer: KeptAnswer, expires: Int64, now: Int64) throws -> [UInt8] {
        removeExpired(now: now)
        guard let text = String(validating: answer.text, as: UTF8.self) else {
            throw LedgerError(.invalid, message: "the answer is not UTF-8, and cannot be kept")
        }
        let content = Self.content(answer, text, expires: expires).encoded()
        let hash = Array(SHA256.hash(data: content))
        _ = try AuditFile.make(file(hash), content)
        return hash
    }

    /// Reads an answer.
    /// - Throws: `LedgerError` when it is not there, or is not what was written
    package func read(_ hash: [UInt8]) throws -> KeptAnswer {
        guard let content = try AuditFile.read(file(hash)) else {
            throw LedgerError(
                .notFound, message: "the stored answer is gone: \(file(hash))",
                hint: "to ask again, and pay again: --resend")
        }
        guard Array(SHA256.hash(data: content)) == hash, let value = try? JSONParser.parse(content),
            let answer = KeptAnswer(value)
        else {
            throw LedgerError(
                .audit, message: "the stored answer was changed: \(file(hash))",
                hint: "to ask again, and pay again: --resend")
        }
        return answer
    }

    /// Removes answers whose keys are free again.
    private func removeExpired(now: Int64) {
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        var count = 0
        while let entry = readdir(folder), count < Self.sweepLimit {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.utf8.count == 64, name.utf8.allSatisfy({ hexValue($0) != nil }) else { continue }
            count += 1
            if let expires = expiry(path + "/" + name), expires <= now { unlink(path + "/" + name) }
        }
    }

    /// Until when a file is kept; nil when it does not say.
    private func expiry(_ name: String) -> Int64? {
        let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: Self.headOctets)
        let count = pread(descriptor, &head, head.count, 0)
        let start = Array(Self.head.utf8)
        guard count > start.count, head.starts(with: start) else { return nil }
        let digits = head[start.count..<count].prefix { (0x30...0x39).contains($0) }
        return Int64(String(decoding: digits, as: UTF8.self))
    }

    private static let head = "{\"v\":1,\"expires\":"

    private static func content(_ answer: KeptAnswer, _ text: String, expires: Int64) -> JSONValue {
        let usage = answer.usage
        let counts = [
            usage.uncachedInput, usage.cacheRead, usage.cacheWrite5m, usage.cacheWrite1h, usage.visibleOutput,
            usage.reasoning, usage.audioInput, usage.audioOutput,
        ]
        return [
            "v": 1, "expires": .integer(expires), "request": .string(answer.request.description),
            "provider": .string(answer.target.provider), "model": .string(answer.target.model),
            "served_model": answer.servedModel.map { .string($0) } ?? .null,
            "finish": answer.finish.map { .string($0.rawValue) } ?? .null,
            "usage": .array(counts.map { .integer($0) }), "source": .string(usage.source.rawValue),
            "text": .string(text),
            "media": .array(
                answer.media.map { ["type": .string($0.mediaType), "data": .string(Base64.encode($0.bytes))] }),
        ]
    }

    private func file(_ hash: [UInt8]) -> String {
        path + "/" + hash.map { hexadecimal(UInt64($0), width: 2) }.joined()
    }
}

extension KeptAnswer {
    /// Reads what `KeptAnswerFolder` wrote; nil for anything else.
    fileprivate init?(_ value: JSONValue) {
        guard let request = value["request"]?.string.flatMap(RequestID.init), let provider = value["provider"]?.string,
            let model = value["model"]?.string, let text = value["text"]?.string,
            let counts = value["usage"]?.array?.compactMap({ $0.number?.int64 }), counts.count == 8,
            let source = value["source"]?.string.flatMap(TokenUsage.Source.init)
        else { return nil }
        self.init(
            request: request, target: TargetName(provider: provider, model: model),
            servedModel: value["served_model"]?.string, finish: value["finish"]?.string.flatMap(FinishReason.init),
            text: Array(text.utf8), media: (value["media"]?.array ?? []).compactMap(MediaPart.init),
            usage: TokenUsage(
                uncachedInput: counts[0], cacheRead: counts[1], cacheWrite5m: counts[2], cacheWrite1h: counts[3],
                visibleOutput: counts[4], reasoning: counts[5], audioInput: counts[6], audioOutput: counts[7],
                source: source))
    }
}

extension MediaPart {
    /// Reads what `KeptAnswerFolder` wrote; nil for anything else.
    fileprivate init?(_ value: JSONValue) {
        guard let type = value["type"]?.string, let bytes = value["data"]?.string.flatMap(Base64.decode) else {
            return nil
        }
        self.init(mediaType: type, bytes: bytes)
    }
}
