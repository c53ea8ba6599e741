import AI1Core
import AI1Process
import AI1TestSupport
import Testing

@testable import AI1Commands
@testable import AI1Engine
@testable import AI1HTTP

/// Pages from a server on this machine, which for these tests counts as the public Internet.
@Suite("URLs that are attached", .timeLimit(.minutes(1)))
struct WebPageTests {
    private func read(_ server: DocumentServer, limit: Int? = nil) async throws -> AttachmentHaul {
        var settings = TransportSettings(userAgent: "test")
        settings.isPublic = { $0 == IPAddress("127.0.0.1") }
        var limits = AttachmentLimits()
        if let limit { (limits.textBytes, limits.imageBytes) = (limit, limit) }
        let reader = AttachmentReader(
            transport: CurlTransport(settings: settings), runner: ProcessRunner(environment: [:]), limits: limits,
            deadlineMilliseconds: 30_000)
        return try await reader.read([server.url("/page")])
    }

    private func text(_ haul: AttachmentHaul) -> String? {
        haul.attachments.first.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test("A page is fetched as text, without credentials, and told")
    func page() async throws {
        let page = "<html><head><script>x()</script></head><body><h1>Title</h1><p>Some words.</p></body></html>"
        try await withDocumentServer(.init(Array(page.utf8), headers: ["Content-Type: text/html; charset=utf-8"])) {
            server in
            let haul = try await read(server)
            #expect(text(haul) == "# Title\n\nSome words.\n")
            #expect(haul.attachments.first?.name == server.url("/page"))
            #expect(haul.notes.count == 1)
            #expect(
                haul.notes[0].hasPrefix("fetched \(server.url("/page")) 91 bytes text/html (as 21 bytes of text), "))
            let head = server.requests.first?.lowercased() ?? ""
            #expect(!head.contains("authorization") && !head.contains("cookie"))
        }
    }

    @Test("Text of another character set becomes UTF-8, by what the server says or for want of that")
    func charset() async throws {
        let latin: [UInt8] = [0x6E, 0x61, 0xEF, 0x76, 0x65]
        for type in ["text/plain; charset=ISO-8859-1", "text/plain; Charset=\"latin1\"", "text/plain"] {
            try await withDocumentServer(.init(latin, headers: ["Content-Type: \(type)"])) { server in
                let sent = try await text(read(server))
                #expect(sent == "naïve", "\(type)")
            }
        }
        let html = Array("<p>".utf8) + latin
        try await withDocumentServer(.init(html, headers: ["Content-Type: text/html; charset=iso-8859-1"])) { server in
            let sent = try await text(read(server))
            #expect(sent == "naïve\n")
        }
        try await withDocumentServer(.init(Array("{}".utf8), headers: ["Content-Type: application/json"])) { server in
            let sent = try await text(read(server))
            #expect(sent == "{}")
        }
    }

    @Test("Images stay what they are, whatever the server calls them")
    func image() async throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]
        try await withDocumentServer(.init(png, headers: ["Content-Type: text/html"])) { server in
            let sent = try await read(server).attachments.first?.bytes
            #expect(sent == png)
        }
    }

    @Test(
        "What cannot be sent says why",
        arguments: [
            ("text/html", "<script>x()</script>", 200, "no text without its scripts"),
            ("text/plain; charset=utf-7", "a", 200, "unknown character set: utf-7"),
            ("text/plain; charset=utf-16be", "abc", 200, "is not the UTF-16BE"), ("text/plain", "", 200, "is empty"),
            ("text/plain", "gone", 404, "status 404"),
        ])
    func refused(type: String, body: String, status: Int, words: String) async throws {
        let answer = DocumentServer.Answer(Array(body.utf8), status: status, headers: ["Content-Type: \(type)"])
        try await withDocumentServer(answer) { server in
            let error = await #expect(throws: CommandError.self) { try await read(server) }
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        }
    }

    @Test("A page above the limit is refused")
    func large() async throws {
        try await withDocumentServer(.init([UInt8](repeating: 0x61, count: 300_000))) { server in
            let error = await #expect(throws: CommandError.self) { try await read(server, limit: 200_000) }
            #expect(error?.message.contains("cannot fetch") == true)
        }
    }

    @Test("A redirect is followed")
    func redirect() async throws {
        try await withDocumentServer(.init(Array("there".utf8))) { there in
            let answer = DocumentServer.Answer([], status: 302, headers: ["Location: \(there.url("/x"))"])
            try await withDocumentServer(answer) { here in
                let sent = try await text(read(here))
                #expect(sent == "there")
            }
        }
    }
}
