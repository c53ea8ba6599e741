internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// PDF files as a user attaches them. `pdftotext` must be installed.
@Suite struct PDFProgramTests {
    /// The text of the message that a server got.
    private func sent(_ words: [String], input: ProgramOptions.Input = .none, prepare: (User) throws -> Void)
        async throws
        -> String
    {
        var text = ""
        try await asUser { user in
            try await withFaultServer { server in
                try prepare(user)
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1(["ask", "-m", "lab/lab-1"] + words, input: input)
                #expect(result.status == 0, "\(result.told)")
                #expect(result.errorText.isEmpty, "\(result.told)")
                text = try #require(server.requests.first).json()["messages"]?[0]?["content"]?.string ?? ""
            }
        }
        return text
    }

    @Test("A PDF file is sent as the text of its pages")
    func pages() async throws {
        let text = try await sent(["-a", "a report.pdf", "what is in it?"]) { user in
            try user.home.write("a report.pdf", SmallPDF.file(["First page words", "Second page words"]))
        }
        #expect(
            text == "what is in it?\n\n--- a report.pdf page 1 ---\nFirst page words\n\n\n"
                + "--- a report.pdf page 2 ---\nSecond page words\n\n")
    }

    @Test("So is one on standard input", arguments: [[], ["-a", "-"]])
    func input(words: [String]) async throws {
        let text = try await sent(words + ["sum up"], input: .bytes(SmallPDF.file(["Piped words"]))) { _ in }
        #expect(text == "sum up\n\n--- standard input page 1 ---\nPiped words\n\n")
    }

    @Test("One that is protected, damaged or without text is refused with what to do")
    func refused() async throws {
        try await asUser { user in
            try user.home.write("locked.pdf", SmallPDF.protected)
            try user.home.write("broken.pdf", "%PDF-1.7\nnothing more")
            try user.home.write("scan.pdf", SmallPDF.file(["", ""]))
            for (name, words, hint) in [
                ("locked.pdf", "password", "qpdf"), ("broken.pdf", "cannot be read", "save it anew"),
                ("scan.pdf", "no text", "pdftoppm"),
            ] {
                let result = try await user.ai1("ask", "-m", "sandbox", "-a", name, "what?")
                expectFailure(result, 65, naming: [name, words])
                #expect(result.errorLines.last?.contains(hint) == true, "\(result.told)")
            }
        }
    }

    @Test("Without pdftotext the package is named")
    func missing() async throws {
        try await asUser { user in
            try user.home.write("a.pdf", SmallPDF.file(["x"]))
            let result = try await user.with(["PATH": user.home.path]).ai1(
                "ask", "-m", "sandbox", "-a", "a.pdf", "what?")
            expectFailure(result, 78, naming: ["a.pdf", "pdftotext", "not installed"])
            #expect(result.errorLines.last?.contains("poppler-utils") == true, "\(result.told)")
        }
    }

    @Test("A pdftotext that hangs is killed at the deadline, and no file is left")
    func hangs() async throws {
        try await asUser { user in
            try user.home.write("a.pdf", SmallPDF.file(["x"]))
            try user.home.write("bin/pdftotext", "#!/bin/sh\nsleep 300\n", mode: 0o755)
            let result = try await user.with(["PATH": "\(user.home.path)/bin:/usr/bin:/bin"])
                .ai1("ask", "-m", "sandbox", "--deadline", "1s", "-a", "a.pdf", "what?")
            expectFailure(result, 75, naming: ["a.pdf", "pdftotext"])
        }
    }
}
