internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// `-o FILE`.
@Suite struct AnswerFileTests {
    @Test("The answer goes into the file and nowhere else")
    func written() async throws {
        try await asUser { user in
            let direct = try await user.ai1("ask", "-m", "sandbox", "hello")
            let result = try await user.ai1("ask", "-m", "sandbox", "-o", "answer.txt", "hello")
            #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty, "\(result.told)")
            #expect(
                user.home.text("answer.txt")?.split(separator: "\n").first
                    == direct.outputText.split(separator: "\n").first)
            #expect(user.home.text("answer.txt")?.hasSuffix("\n") == true)
            #expect(!user.files.contains { $0.hasSuffix(".part") })
        }
    }

    @Test("A failure leaves the old file as it was")
    func oldFileStays() async throws {
        try await asUser { user in
            try await withFaultServer("401") { server in
                try user.configure(servers([("lab", server)]))
                try user.home.write("answer.txt", "old")
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "-o", "answer.txt", "hello")
                expectFailure(result, 77)
                #expect(user.home.text("answer.txt") == "old" && !user.files.contains("answer.txt.part"))
            }
        }
    }

    @Test("The part of a cut answer lies beside the old file")
    func partBeside() async throws {
        try await asUser { user in
            try await withFaultServer("events=20,event-bytes=8,cut=1500") { server in
                try user.configure(servers([("lab", server)]))
                try user.home.write("answer.txt", "old", mode: 0o640)
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "-o", "answer.txt", "hello")
                expectFailure(result, 76)
                #expect(result.errorText.contains("answer.txt.part"), "\(result.told)")
                #expect(user.home.text("answer.txt") == "old")
                #expect((user.home.text("answer.txt.part") ?? "").count > 4)
            }
        }
    }

    @Test("A link stays a link, and a mode stays")
    func linkStays() async throws {
        try await asUser { user in
            try user.home.write("real.txt", "old", mode: 0o640)
            _ = try await user.shell("ln -s real.txt link.txt")
            let result = try await user.ai1("ask", "-m", "sandbox", "-o", "link.txt", "hello")
            #expect(result.status == 0 && user.home.text("real.txt")?.contains("simulated") == true, "\(result.told)")
            let target = try await user.shell("readlink link.txt")
            #expect(target.outputText == "real.txt\n" && user.home.mode("real.txt") == 0o640)
        }
    }

    @Test(
        "A place that cannot be written to costs nothing",
        arguments: [
            "missing/answer.txt", "folder", "/dev/null/answer.txt", "/proc/answer.txt",
        ])
    func noPlace(_ path: String) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                try user.home.makeFolder("folder")
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "-o", path, "hello")
                expectFailure(result, 73, naming: [path])
                #expect(server.statistics.requests == 0)
            }
        }
    }

    @Test("A full device is an error, on standard output as in a file")
    func full() async throws {
        try await asUser { user in
            expectFailure(
                try await user.ai1("ask", "-m", "sandbox", "-o", "/dev/full", "hello"), 74, naming: ["no space left"])
            let output = try await user.ai1("ask", "-m", "sandbox", "hello") { $0.output = .file("/dev/full") }
            expectFailure(output, 74, naming: ["no space left"])
            let json = try await user.ai1("ask", "-m", "sandbox", "--json", "hello") { $0.output = .file("/dev/full") }
            expectFailure(json, 74, naming: ["no space left"])
            for words in [
                ["route", "models"], ["route", "providers"], ["--help"], ["--version"], ["route", "explain", "hi"],
            ] {
                let result = try await user.ai1(words) { $0.output = .file("/dev/full") }
                #expect(result.status == 74, "\(words): \(result.told)")
            }
            let errors = try await user.ai1("ask", "-m", "sandbox", "-v", "hello") { $0.errors = .file("/dev/full") }
            #expect(errors.status == 0, "\(errors.told)")
        }
    }

    @Test("-o and --json write the object into the file")
    func jsonFile() async throws {
        try await asUser { user in
            let result = try await user.ai1("ask", "-m", "sandbox", "--json", "-o", "answer.json", "hello")
            #expect(result.status == 0 && result.output.isEmpty, "\(result.told)")
            let object = try JSONParser.parse(user.home.read("answer.json") ?? [])
            #expect(object["v"]?.number?.int64 == 1)
        }
    }
}
