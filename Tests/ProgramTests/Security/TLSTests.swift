internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// TLS that fails: the code, the reason, and curl's own words for who wants to know more.
@Suite struct TLSTests {
    private static let hasOpenSSL = access("/usr/bin/openssl", X_OK) == 0

    @Test("A server that speaks no TLS is unavailable, with curl's own words under --verbose")
    func noTLS() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.with(["OPENAI_API_KEY": "k", "OPENAI_BASE_URL": "https://127.0.0.1:\(server.port)/v1"])
                let brief = try await user.ai1("ask", "-m", "gpt", "hello")
                expectFailure(brief, 69, naming: ["openai/gpt-5.5"])
                #expect(!brief.errorText.contains("cause: "), "\(brief.told)")
                let verbose = try await user.ai1("ask", "-v", "-m", "gpt", "hello")
                expectFailure(verbose, 69, naming: ["openai/gpt-5.5"])
                #expect(verbose.errorText.contains("cause: ") && verbose.errorText.contains("SSL"), "\(verbose.told)")
            }
        }
    }

    @Test("A refused connection shows curl's own words under --verbose")
    func refused() async throws {
        try await asUser { user in
            let user = user.with(["OPENAI_API_KEY": "k", "OPENAI_BASE_URL": "http://127.0.0.1:1/v1"])
            let result = try await user.ai1("ask", "-v", "-m", "gpt", "hello")
            expectFailure(result, 69, naming: ["openai/gpt-5.5"])
            #expect(
                result.errorText.contains("cause: ") && result.errorText.contains("Failed to connect"), "\(result.told)"
            )
        }
    }

    @Test(
        "A certificate that nobody signed is refused, and trusted when SSL_CERT_FILE names it", .enabled(if: hasOpenSSL)
    )
    func selfSigned() async throws {
        try await asUser { user in
            let result = try await user.shell(
                """
                openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost \
                    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 2>/dev/null || exit 99
                openssl s_server -accept 127.0.0.1:0 -key key.pem -cert cert.pem -www >log 2>&1 &
                server=$!
                until grep -q ACCEPT log; do kill -0 $server || exit 98; done
                export OPENAI_API_KEY=k OPENAI_BASE_URL="https://$(sed -n 's/^ACCEPT //p' log | head -n 1)/v1"
                "$AI1" ask -v -m gpt hello; echo "status $?"
                SSL_CERT_FILE=cert.pem "$AI1" ask -v -m gpt --deadline 2s hello 2>trusted; echo "status $?"
                kill $server
                """)
            let statuses = result.outputText.split(separator: "\n")
            #expect(statuses.first == "status 69", "\(result.told)")
            #expect(
                result.errorText.contains("openai/gpt-5.5: ") && result.errorText.contains("certificate"),
                "\(result.told)")
            // The server is no provider, but its certificate is not what is wrong any more.
            let trusted = user.home.text("trusted") ?? ""
            #expect(statuses.last != "status 0" && !trusted.contains("certificate problem"), "\(trusted)")
            #expect(trusted.contains("openai/gpt-5.5: "), "\(trusted)")
        }
    }
}
