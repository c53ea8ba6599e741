internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Many at once, and no room left.
@Suite struct ManyAtOnceTests {
    /// What may stay in a home after any number of answers.
    private static let stable: Set<String> = [
        ".config", ".config/ai1", ".config/ai1/config.yaml", ".local", ".local/state", ".local/state/ai1",
        ".local/state/ai1/health.lock", ".local/state/ai1/health.json", ".local/state/ai1/audit.head",
        ".local/state/ai1/credits.granted", ".local/share", ".local/share/ai1", ".local/share/ai1/inflight",
        ".local/share/ai1/ledger.db", ".local/share/ai1/ledger.db-wal", ".local/share/ai1/ledger.db-shm",
        ".local/share/ai1/ledger.db-gate", ".local/share/ai1/history.db", ".local/share/ai1/history.db-wal",
        ".local/share/ai1/history.db-shm", ".local/share/ai1/history.db-gate",
    ]

    @Test("64 at once by xargs all succeed and leave nothing behind")
    func xargs() async throws {
        try await asUser { user in
            try await withFaultServer("first=200") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.shell(
                    "seq 64 | xargs -P 64 -I{} \"$AI1\" ask -m lab/lab-1 --no-stdin -o answer.{} 'number {}'")
                #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
                for number in 1...64 {
                    #expect(user.home.text("answer.\(number)")?.contains("“number \(number)”") == true, "\(number)")
                }
                let left = user.files.filter { !$0.hasPrefix("answer.") || $0.hasSuffix(".part") }
                #expect(Set(left).isSubset(of: Self.stable), "\(left)")
                #expect(server.statistics.requests == 64)
                #expect(try await server.waits { $0.connections == 0 && $0.aborted == 0 })
            }
        }
    }

    @Test("64 at once that all meet a limited target share what they learn, and all succeed")
    func sharedHealth() async throws {
        try await asUser { user in
            try await withFaultServer("429,retry-after=60") { limited in
                try await withFaultServer { spare in
                    try user.configure(servers([("lab", limited), ("spare", spare)]))
                    let result = try await user.shell(
                        "seq 64 | xargs -P 64 -I{} \"$AI1\" ask -q -m lab/lab-1 --fallback spare/spare-1 --no-stdin {} | wc -c"
                    )
                    #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
                    #expect(spare.statistics.requests == 64 && limited.statistics.requests <= 64)
                    let health = try JSONParser.parse(user.home.read(".local/state/ai1/health.json") ?? [])
                    #expect(health.text.contains("lab-1"), "\(health.text)")
                    #expect(Set(user.files).isSubset(of: Self.stable), "\(user.files)")
                }
            }
        }
    }

    @Test("64 tasks of one program's tests at once all succeed")
    func tasks() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                let statuses = try await withThrowingTaskGroup(of: ProgramResult.self) { group in
                    for number in 0..<64 {
                        group.addTask { try await user.ai1("ask", "-m", "lab/lab-1", "--json", "number \(number)") }
                    }
                    return try await group.reduce(into: [Int32: Int]()) { $0[$1.shellStatus, default: 0] += 1 }
                }
                #expect(statuses == [0: 64])
                #expect(Set(user.files).isSubset(of: Self.stable), "\(user.files)")
            }
        }
    }

    @Test("64 changes of the settings at once lose none")
    func settings() async throws {
        try await asUser { user in
            let result = try await user.shell(
                """
                seq 64 | xargs -P 64 -I{} "$AI1" route add lab{} --base-url http://127.0.0.1:1/v1 --no-key --no-check \
                    --model m{} 2>/dev/null
                """)
            #expect(result.status == 0, "\(result.told)")
            let names = try await user.ai1("route", "providers", "--names").outputText.split(separator: "\n")
            #expect(names.filter { $0.hasPrefix("lab") }.count == 64, "\(names)")
            #expect(!user.files.contains { $0.hasSuffix(".tmp") || $0.hasSuffix(".new") || $0.contains(".part") })
        }
    }

    @Test("On a full disk the sandbox answers, what costs credits is refused, and nothing is spoilt")
    func fullDisk() async throws {
        try await asUser { user in
            try await withFaultServer("429,retry-after=30") { limited in
                try await withFaultServer { spare in
                    try user.configure(servers([("lab", limited), ("spare", spare)]))
                    let result = try await user.shell(
                        """
                        mkdir disk
                        unshare -m sh -c '
                          mount -t tmpfs -o size=64k tmpfs disk 2>/dev/null || exit 99
                          mkdir -p disk/.config/ai1 && cp .config/ai1/config.yaml disk/.config/ai1/
                          echo old > disk/answer.txt
                          cat /dev/zero > disk/filler 2>/dev/null
                          export HOME=$PWD/disk; cd disk
                          "$AI1" ask -m sandbox hello >/dev/null 2>&1; echo "sandbox $?"
                          "$AI1" ask -m lab/lab-1 --fallback spare/spare-1 hello >/dev/null; echo "ask $?"
                          "$AI1" ask -m spare/spare-1 -o answer.txt hello; echo "file $?"
                          cat answer.txt
                          echo sk-some-key-0123456 | "$AI1" route add openai --no-check; echo "add $?"
                          cmp .config/ai1/config.yaml ../.config/ai1/config.yaml && echo same
                          find . -type f | sort
                        ' || echo "no mount $?"
                        """)
                    if result.outputText.contains("no mount") {
                        // Only root may mount; without it there is no small disk to fill.
                        return print("skipped: a small file system cannot be mounted here")
                    }
                    let lines = result.outputText.split(separator: "\n").map(String.init)
                    #expect(lines.prefix(4) == ["sandbox 0", "ask 74", "file 74", "old"], "\(result.told)")
                    #expect(
                        lines.dropFirst(4).first.map { ["add 73", "add 74"].contains($0) } == true, "\(result.told)")
                    #expect(lines.contains("same"), "\(result.told)")
                    #expect(result.errorText.contains("AI1_HOME"), "\(result.told)")
                    #expect(spare.statistics.requests == 0 && limited.statistics.requests == 0)
                    let files = lines.drop { $0 != "same" }.dropFirst().filter {
                        $0 != "./filler" && $0 != "./answer.txt"
                    }
                    #expect(
                        files.allSatisfy {
                            $0.contains("config.yaml") || $0.contains("health") || $0.contains(".lock")
                                || $0.contains("ai1/ledger.db") || $0.contains("ai1/history.db")
                        }, "\(files)")
                }
            }
        }
    }
}
