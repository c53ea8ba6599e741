internal import AI1Core
internal import AI1Engine

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads what `-a` names: files and URLs, bounded.
struct AttachmentReader {
    let transport: any HTTPTransport
    let limits: AttachmentLimits
    let deadlineMilliseconds: Int64
    private static let pollMilliseconds: Int32 = 100

    init(transport: any HTTPTransport, limits: AttachmentLimits, deadlineMilliseconds: Int64) {
        self.transport = transport
        self.limits = limits
        self.deadlineMilliseconds = deadlineMilliseconds
    }

    /// - Throws: `CommandError` of code `inputMissing` or `badInput`
    func read(_ name: String) async throws -> Attachment {
        if name.hasPrefix("http://") || name.hasPrefix("https://") { return try await fetch(name) }
        if name.contains("://") {
            throw CommandError(
                .badInput, message: "cannot attach \(name): only http and https URLs",
                hint: "download it, and attach the file")
        }
        return Attachment(name: name, bytes: try readFile(name))
    }

    /// The octets of a file.
    /// - Throws: `CommandError` of code `inputMissing` or `badInput`
    func readFile(_ path: String) throws -> [UInt8] {
        // Not blocking: a pipe that nobody writes to must not hold the request up.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw missing(path, errno) }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw missing(path, errno) }
        if facts.st_mode & S_IFMT == S_IFDIR {
            throw CommandError(.inputMissing, message: "\(path) is a folder", hint: "name a file after -a")
        }
        // Told from its size alone: nothing of a file that is too large is read.
        guard facts.st_size <= limits.readBytes else { throw tooLarge(path, Int(facts.st_size)) }
        var waited: Int64 = 0
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(facts.st_size) + 1)
        var piece = [UInt8](repeating: 0, count: 256 * 1_024)
        while true {
            let count = piece.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                var wait = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
                poll(&wait, 1, Self.pollMilliseconds)
                try Task.checkCancellation()
                waited += Int64(Self.pollMilliseconds)
                guard waited <= deadlineMilliseconds else {
                    throw CommandError(
                        .answer(.tryLater), message: "\(path) sends nothing",
                        hint: "attach a file, or end what writes to it")
                }
                continue
            }
            guard count >= 0 else { throw missing(path, errno) }
            if count == 0 {
                guard !bytes.isEmpty else {
                    throw CommandError(
                        .badInput, message: "\(path) is empty", hint: "leave it out, or attach another file")
                }
                return bytes
            }
            bytes.append(contentsOf: piece[..<count])
            guard bytes.count <= limits.readBytes else { throw tooLarge(path, nil) }
        }
    }

    private func fetch(_ url: String) async throws -> Attachment {
        var request = HTTPRequest(method: .get, url: url, headers: [HTTPHeader("Accept", "*/*")], policy: .publicFetch)
        request.limits.bodyBytes = limits.readBytes
        request.limits.deadlineMilliseconds = deadlineMilliseconds
        do {
            let response = try await transport.send(request)
            guard response.head.status == 200 else {
                response.body.cancel()
                throw CommandError(
                    .inputMissing, message: "cannot fetch \(url): status \(response.head.status)",
                    hint: "check the URL, or download the file and attach that")
            }
            return Attachment(name: url, bytes: try await response.body.collect(limit: limits.readBytes))
        } catch let fault as ProviderFault {
            throw CommandError(
                fault.kind == .refusedLocally ? .badInput : .inputMissing,
                message: "cannot fetch \(url): \(fault.message)",
                hint: "download the file and attach that", underlying: fault.underlying)
        }
    }

    private func missing(_ path: String, _ number: Int32) -> CommandError {
        CommandError(
            .inputMissing, message: "cannot read \(path): \(systemMessage(number))", hint: "check the name and its mode"
        )
    }

    private func tooLarge(_ path: String, _ size: Int?) -> CommandError {
        let has = size.map { "has \(AttachmentLimits.shown($0))" } ?? "is too large"
        return CommandError(
            .badInput, message: "\(path) \(has), at most \(AttachmentLimits.shown(limits.readBytes)) can be attached",
            hint: "attach a part of it, such as: head -c 1M \(path) | ai1 ask …")
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
