import AI1Core
import Testing

@testable import AI1Safety

@Suite("Secrets")
struct SecretScannerTests {
    private let scanner = SecretScanner()

    @Test("Each secret is found as what it is, alone, in prose, in JSON and in a shell's assignment")
    func each() {
        for sample in Samples.all {
            for text in [
                sample.text, "see \(sample.text), please", "{\"x\":\"\(sample.text)\"}", "export X=\(sample.text)\n",
                "<a>\(sample.text)</a>", "ü\(sample.text)ü",
            ] {
                let found = scanner.found(text)
                #expect(found.map(\.kind) == [sample.kind], "\(text): \(found)")
                #expect(found.first?.text == sample.text, "\(text): \(found)")
            }
        }
    }

    @Test("A secret that misses a character, has one too many of a fixed length, or begins inside a word is none")
    func nearMisses() {
        for text in [
            "AKIA" + "IOSFODNN7EXAMPL", "AKIA" + "IOSFODNN7EXAMPLE2", "XAKIA" + "IOSFODNN7EXAMPLE",
            "AKIA" + "iosfodnn7example", "ghp_" + "16C7e42F292c6912E7710c838347Ae", "npm_short",
            "ghp_" + String(repeating: "x", count: 36), "sk-fading-circle-animation-delay-9-seconds-long",
            "AIza" + "SyDaGmWKa4JsXZ-HjGw7ISLn_3namBGew", "hf_hub_download_with_retries", "sk-learn",
            "task-" + "1234abcd5678efgh9012ijkl3456mnop", "eyJhbGciOiJIUzI1NiJ9.payload",
        ] {
            #expect(scanner.kinds(text).isEmpty, "\(text)")
        }
    }

    @Test("Hashes, UUIDs, base64, telephone numbers, versions and ordinary code are no secrets")
    func falsePositives() {
        for text in [
            "commit 3f786850e387550fdab836ed7e6dc881de23001b", "index 83db48f..bf2a3a1 100644",
            "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "550e8400-e29b-41d4-a716-446655440000", "4111-1111-1111-1111-1111", "call +49 30 1234567 or 4155550132",
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA",
            "max_tokens: 4096, token_count = 123456789012345678", "password: required", "token: string;",
            "password = getPassword(user1)", "secret = os.environ['SECRET_1_NAME']", "api_key=${API_KEY_2024}",
            "password=<your-password-1>", "api_key = \"YOUR_API_KEY_HERE\"", "https://host:8080/path@2",
            "postgres://user:password@localhost/db", "let token = tokens.next2Values", "token: abc123",
            "password: ********", "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----",
            "secret: /run/secrets/db-password-2024", "key: value1234567890abcdef", "1.4111111111111111",
            "order 41111111111111112222", "id_4111111111111111", "DE00 3704 0044 0532 0130 00",
        ] {
            #expect(scanner.kinds(text).isEmpty, "\(text): \(scanner.found(text))")
        }
    }

    @Test("The value of a name that calls it secret is found, in the forms of many languages")
    func assignments() {
        let value = "Tr0ub4dor-" + "9xQz7"
        for text in [
            "password=\(value)", "DB_PASSWORD = '\(value)'", "\"dbPassword\": \"\(value)\"", "password: \(value)\n",
            "{\\\"password\\\":\\\"\(value)\\\"}", "<password>\(value)</password>", ":password => \"\(value)\"",
            "pwd := \"\(value)\"", "?user=x&password=\(value)&y=1", "Passwort: \(value)",
            "config['password'] = '\(value)'",
        ] {
            let found = scanner.found(text)
            #expect(found.map(\.kind) == [.password] && found.first?.text == value, "\(text): \(found)")
        }
        let key = "9f8e7d6c5b4a" + "39281706f5e4"
        for text in [
            "api_key: \(key)", "X-Api-Key: \(key)", "CLIENT_SECRET=\(key)", "Authorization: Bearer \(key)",
            "\"accessToken\":\"\(key)\"", "AccountKey=\(key);",
        ] {
            let found = scanner.found(text)
            #expect(found.map(\.kind) == [.credential] && found.first?.text == key, "\(text): \(found)")
        }
    }

    @Test("A value that tells its own kind is told as that kind")
    func knownValues() {
        #expect(scanner.kinds("token=\(Samples.github)") == [.githubToken])
        #expect(scanner.kinds("Authorization: Bearer \(Samples.jwt)") == [.jwt])
        #expect(scanner.kinds("password: \"\(Samples.awsID)\"") == [.awsAccessKey])
    }

    @Test("An AWS secret access key is found by its name and behind its id, and not alone")
    func awsSecret() {
        #expect(scanner.kinds("aws_secret_access_key = \(Samples.awsSecret)") == [.awsSecretKey])
        #expect(scanner.kinds("\(Samples.awsID),\(Samples.awsSecret)\n") == [.awsAccessKey, .awsSecretKey])
        #expect(scanner.kinds("a sum of \(Samples.awsSecret)").isEmpty)
    }

    @Test(
        "A private key is found with its body, also broken off and inside a JSON string; the first line alone is none")
    func privateKeys() {
        let found = scanner.found("x\n\(Samples.pem)\ny")
        #expect(found.map(\.kind) == [.privateKey] && found.first?.line == 2)
        #expect(found.first?.text.hasPrefix("BEGIN RSA") == true && found.first?.text.hasSuffix("PRIVATE KEY") == true)
        #expect(scanner.kinds(String(Samples.pem.dropLast(40))) == [.privateKey])
        #expect(scanner.kinds(Samples.pem.split(separator: "\n").joined(separator: "\\n")) == [.privateKey])
        #expect(scanner.kinds("starts with -----BEGIN PRIVATE KEY----- and so on").isEmpty)
        #expect(scanner.kinds("-----BEGIN CERTIFICATE-----\n\(String(repeating: "MIIE", count: 40))").isEmpty)
    }

    @Test("The password of a URL is found, its user and host are left")
    func urls() {
        let found = scanner.found("git clone https://me:s3cr3t-Pa55@git.example.com/x.git")
        #expect(found.map(\.kind) == [.urlPassword] && found.first?.text == "s3cr3t-Pa55")
        #expect(scanner.kinds("https://me@host/x ssh://git@host:22/x").isEmpty)
    }

    @Test("The user's own keys are found wherever they stand; placeholders in key variables are none")
    func ownKeys() {
        let scanner = SecretScanner(ownKeys: ["myservice9876", "not-needed", "x"].map { Secret($0, fingerprint: "") })
        #expect(scanner.kinds("a=myservice9876") == [.ownKey])
        #expect(scanner.kinds("xxmyservice9876yy myservice9876") == [.ownKey, .ownKey])
        #expect(scanner.kinds("not-needed x myservice987").isEmpty)
    }

    @Test("The line of each finding is told")
    func lines() {
        let text = "a\n\n\(Samples.awsID)\nb \(Samples.card)\n\(Samples.awsID)"
        #expect(scanner.found(text).map(\.line) == [3, 4, 5])
    }

    @Test("Luhn's sum and the remainder of an IBAN hold for published examples and for no single changed digit")
    func checkDigits() {
        let card = Array("4539578763621486".utf8).map { $0 - 0x30 }
        #expect(Luhn.isValid(card))
        for place in card.indices {
            var wrong = card
            wrong[place] = (wrong[place] + 1) % 10
            #expect(!Luhn.isValid(wrong))
        }
        for iban in ["DE89370400440532013000", "FR1420041010050500013M02606", "MT84MALT011000012345MTLCAST001S"] {
            #expect(IBANMatcher.isValid(Array(iban.utf8)))
            #expect(!IBANMatcher.isValid(Array((iban.dropLast() + (iban.last == "0" ? "1" : "0")).utf8)))
        }
    }

    @Test("The risk is that of the kinds together: each counts once, and all remain below or at one")
    func risk() {
        #expect(RiskScore.risk(of: []) == 0)
        #expect(RiskScore.risk(of: [.awsAccessKey]) == 0.5 && RiskScore.risk(of: [.iban, .iban]) == 0.3)
        #expect(RiskScore.risk(of: [.awsAccessKey, .iban]) == 0.65)
        #expect(RiskScore.risk(of: FindingKind.allCases) <= 1)
    }
}

@Suite("Linear time")
struct LinearTimeTests {
    /// Texts that make careless matchers follow the same run again and again.
    private static let hostile = [
        "sk-", "sk-a", "eyJ.", "eyJa.", "eyJaaaaaaaaaaaaaaaa.", "password=", "password: ", "token:token=", "://",
        "a://b:",
        "https://a:b", "-----BEGIN PRIVATE KEY-----", "-----BEGIN ", "4111 ", "4111-", "4", "DE89 3704 ", "DE89",
        "xoxb-",
        "xoxb-.", "SG.", "ghp_", "glpat-.", "AKIA", "AKIAIOSFODNN7EXAMPLE ", "hooks.slack.com/services/", "\"\"\"\":",
        "\\\\\\\\\"=", "secret=secret:", "authorization: bearer ", "=", ":=>", "a=", "password='", "AQ.AQ", "ya29.",
    ]

    @Test("What matchers look at stays within a fixed multiple of the text, whatever it is", arguments: hostile)
    func steps(_ unit: String) {
        let scanner = SecretScanner(ownKeys: [Secret("sk-aaaaaaaa1-sk-aaaaaaaa1", fingerprint: "")])
        let text = Array(String(repeating: unit, count: 200_000 / unit.utf8.count).utf8)
        var state = ScanState()
        text.withUnsafeBufferPointer { bytes in
            _ = scanner.scan(bytes, from: 0, isEnd: true, &state) { _, _ in }
        }
        #expect(state.steps <= 64 * text.count, "\(Double(state.steps) / Double(text.count)) a byte")
        // Octet by octet a filter looks at each again as its run grows by one, and not at the whole run.
        var filter = SecretFilter(scanner)
        var placeholders = Placeholders()
        var output: [UInt8] = []
        for byte in text.prefix(50_000) { _ = filter.feed([byte], &placeholders, into: &output) }
        #expect(filter.steps <= 50_000 * 512, "\(filter.steps / 50_000) a byte")
    }
}
