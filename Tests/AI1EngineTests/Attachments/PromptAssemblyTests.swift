import AI1Core
import AI1Engine
import Testing

@Suite struct PromptAssemblyTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x01]
    private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]

    private func text(_ prompt: String?, _ input: String?, _ files: [(String, String)] = []) throws -> String {
        let attachments = files.map { Attachment(name: $0.0, bytes: Array($0.1.utf8)) }
        let message = try PromptAssembly(prompt: prompt, input: input.map { Array($0.utf8) }, attachments: attachments)
            .message()
        #expect(message.role == .user)
        return message.text
    }

    @Test("prompt, input and text files are joined in the documented form")
    func joined() throws {
        #expect(try text("explain", nil) == "explain")
        #expect(try text(" explain\n", "") == " explain\n")
        #expect(try text(nil, "piped\n") == "piped\n")
        #expect(try text("explain", "a\nb\n") == "explain\n\na\nb\n")
        #expect(try text("explain\n", "a") == "explain\n\na")
        #expect(try text("explain", " \n") == "explain")
        #expect(
            try text("p", "in\n", [("src/a.swift", "A\n"), ("b.txt", "B")])
                == "p\n\nin\n\n--- src/a.swift ---\nA\n\n--- b.txt ---\nB")
        #expect(try text(nil, nil, [("a", "A")]) == "--- a ---\nA")
        #expect(try text("p", nil, [("empty", "")]) == "p\n\n--- empty ---\n")
        #expect(try text("p", nil, [("x\n--- y ---\u{1B}[31m", "A")]) == "p\n\n--- x --- y --- ---\nA")
    }

    @Test("images become parts before the text, also from standard input")
    func images() throws {
        let assembly = PromptAssembly(
            prompt: "what is this?", input: Self.png,
            attachments: [
                Attachment(name: "n.txt", bytes: Array("note".utf8)), Attachment(name: "b", bytes: Self.jpeg),
            ])
        #expect(
            try assembly.message().parts == [
                .image(ImagePart(mediaType: "image/png", bytes: Self.png)),
                .image(ImagePart(mediaType: "image/jpeg", bytes: Self.jpeg)),
                .text("what is this?\n\n--- n.txt ---\nnote"),
            ])
        #expect(
            try PromptAssembly(input: Self.png).message().parts == [
                .image(ImagePart(mediaType: "image/png", bytes: Self.png))
            ])
    }

    @Test(
        "nothing to ask is a usage error",
        arguments: [(nil, nil), ("", nil), (" \n", ""), (nil, "\n\n")] as [(String?, String?)])
    func empty(prompt: String?, input: String?) {
        let error = #expect(throws: AttachmentError.self) { try text(prompt, input) }
        #expect(error?.code == .emptyPrompt)
        #expect(error?.kind == .usage)
    }

    @Test("what is above a limit is refused and named")
    func limits() throws {
        var limits = AttachmentLimits()
        limits.textBytes = 10
        limits.imageBytes = 9
        limits.allImageBytes = 20
        limits.images = 2
        limits.attachments = 3
        func code(_ prompt: String, _ files: [[UInt8]]) -> AttachmentError.Code? {
            let attachments = files.map { Attachment(name: "f", bytes: $0) }
            do throws(AttachmentError) {
                _ = try PromptAssembly(prompt: prompt, attachments: attachments, limits: limits).message()
                return nil
            } catch { return error.code }
        }
        #expect(code("0123456789", []) == nil)
        #expect(code("01234567890", []) == .tooLarge)
        #expect(code("012345678", [Array("ab".utf8)]) == .tooLarge)
        #expect(code("p", [Self.png, Self.png]) == nil)
        #expect(code("p", [Self.png + [0]]) == .tooLarge)
        #expect(code("p", [Self.jpeg, Self.jpeg, Self.jpeg]) == .tooMany)
        #expect(code("p", [[], [], [], []]) == .tooMany)
        limits.allImageBytes = 17
        #expect(code("p", [Self.png, Self.png]) == .tooLarge)
    }

    @Test("what cannot be sent says what it is")
    func unsupported() {
        for (bytes, word) in [
            (Array("%PDF-1.4".utf8), "PDF"), ([0x61, 0x00], "neither text"), (Array("OggS\0".utf8), "audio/ogg"),
        ] {
            let error = #expect(throws: AttachmentError.self) {
                try PromptAssembly(prompt: "p", attachments: [Attachment(name: "f\u{7}.x", bytes: bytes)]).message()
            }
            #expect(error?.code == .unsupported)
            #expect(error?.message.hasPrefix("f.x is ") == true)
            #expect(error?.message.contains(word) == true)
        }
        let input = #expect(throws: AttachmentError.self) {
            try PromptAssembly(prompt: "p", input: [0xFF, 0x00]).message()
        }
        #expect(input?.message.hasPrefix("standard input is ") == true)
    }

    @Test(
        "amounts are shown in the unit that a person would use",
        arguments: [
            (0, "0 bytes"), (1, "1 byte"), (1023, "1023 bytes"), (1024, "1 KiB"), (1537, "1.6 KiB"),
            (20 << 20, "20 MiB"), (5 << 30, "5 GiB"),
        ])
    func amounts(bytes: Int, text: String) { #expect(AttachmentLimits.shown(bytes) == text) }
}
