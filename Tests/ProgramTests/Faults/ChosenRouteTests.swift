internal import AI1Core
internal import AI1Providers
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Faults on a route that ai1 chose itself.
@Suite struct ChosenRouteTests {
    @Test("When every provider is down only a few candidates are tried, and each is told once")
    func bounded() async throws {
        try await asUser { user in
            try await withFaultServer("503,retry-after=60") { server in
                let result = try await user.withAllProviders(at: server).ai1("ask", "--deadline", "20s", "hello")
                expectFailure(result, 69, naming: ["every candidate failed"])
                #expect((2...5).contains(server.statistics.requests), "\(server.statistics)")
                let notices = result.errorLines.filter { !$0.hasPrefix("ai1: ") && !$0.hasPrefix("hint: ") }
                #expect(
                    notices.count == server.statistics.requests && Set(notices).count == notices.count, "\(result.told)"
                )
                // Not one provider's whole list.
                #expect(server.statistics.requestsByPath.count >= 2, "\(server.statistics)")
            }
        }
    }

    @Test("A provider's name asks a few of its models at most")
    func namedProvider() async throws {
        try await asUser { user in
            try await withFaultServer("503,retry-after=60") { server in
                let result = try await user.withAllProviders(at: server).ai1(
                    "ask", "-m", "openai", "--deadline", "20s", "hello")
                #expect(result.status == 69 && server.statistics.requests <= 2, "\(server.statistics) \(result.told)")
            }
        }
    }

    @Test("One provider that fails is replaced by another")
    func replaced() async throws {
        try await asUser { user in
            var refusal = FaultPlan()
            refusal.status = 401
            let plan = refusal
            try await withFaultServer(configure: { configuration in
                for dialect in DialectName.networked where dialect != .anthropic {
                    configuration.plansByDialect[dialect] = plan
                }
            }) { server in
                let result = try await user.withAllProviders(at: server).ai1("ask", "--cheapest", "--json", "hello")
                #expect(result.status == 0, "\(result.told)")
                #expect(try result.json()["provider"]?.string == "anthropic", "\(result.told)")
                // A key that was refused once is not tried with the provider's other models.
                #expect(server.statistics.requests <= 3 && !result.errorLines.isEmpty, "\(result.told)")
            }
        }
    }

    @Test("Models that were named to take over come before those that rank next")
    func namedFallback() async throws {
        try await asUser { user in
            try await withFaultServer("503,retry-after=60") { server in
                try await withFaultServer { spare in
                    try user.configure("fallback: [spare/spare-1]\n" + servers([("spare", spare)]))
                    let user = user.with(WireCase.all[0].variables(server))
                    let result = try await user.ai1("ask", "--best", "hello")
                    #expect(result.status == 0 && spare.statistics.requests == 1, "\(result.told)")
                    #expect(server.statistics.requests <= 1, "\(result.told)")
                }
            }
        }
    }

    @Test("A key command that fails is a reason to go on, and told")
    func failingKeyCommand() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                for command in ["exit 3", "true", "echo two; echo lines", "kill -9 $$"] {
                    try user.configure(
                        servers([("spare", server)]) + "  openai: {key_command: \"\(command)\"}\n")
                    let alone = try await user.ai1("ask", "-m", "gpt", "hello")
                    expectFailure(alone, 77, naming: ["openai"])
                    let helped = try await user.ai1("ask", "-m", "gpt", "--fallback", "spare/spare-1", "hello")
                    #expect(
                        helped.status == 0 && helped.errorText.contains("openai/gpt-5.5"), "\(command): \(helped.told)")
                }
            }
        }
    }
}
