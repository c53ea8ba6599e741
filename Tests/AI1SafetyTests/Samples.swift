import AI1Core

@testable import AI1Safety

/// Made-up secrets, put together here so that no scanner of repositories takes them for leaked ones.
enum Samples {
    static let awsID = "AKIA" + "IOSFODNN7EXAMPLE"
    static let awsSecret = "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY"
    static let github = "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a"
    static let jwt =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0."
        + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"
    static let card = "4111 1111 1111 1111"
    static let iban = "DE89 3704 0044 0532 0130 00"
    static let pem =
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA75GsNoNSUnNkUpzR4oIRMb4DGC9HDq5l2vHMGX5a1i8N1Xkq\n"
        + "pQIDAQABAoIBAQC7x2lq\n-----END RSA PRIVATE KEY-----"

    /// Each with what it is.
    static let all: [(text: String, kind: FindingKind)] = [
        (awsID, .awsAccessKey),
        ("ASIA" + "Y34FZKBOKMUTVV7A", .awsAccessKey),
        (github, .githubToken),
        ("gho_" + "16C7e42F292c6912E7710c838347Ae178B4a", .githubToken),
        ("github_pat_" + "11ABCDEFG0a1b2c3d4e5f6_g7h8i9j0k1l2m3n4o5p6q7r8s9t0", .githubToken),
        ("glpat-" + "x7Yz9Q2wErTyUiOpAsDf", .gitlabToken),
        ("xoxb-" + "17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy", .slackToken),
        ("sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc", .stripeKey),
        ("rk_test_" + "51H8abcDEFghiJKLmnoPQRst", .stripeKey),
        ("AIza" + "SyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe", .googleKey),
        ("GOCSPX-" + "a1B2c3D4e5F6g7H8i9J0k1L2m3", .googleKey),
        ("sk-proj-" + "Ab12Cd34Ef56Gh78Ij90Kl12Mn34Op56Qr78St90", .openAIKey),
        ("sk-" + "1234abcd5678efgh9012ijkl3456mnop7890qrst1234uvwx", .openAIKey),
        ("sk-ant-api03-" + "Ab12Cd34Ef56Gh78Ij90Kl12Mn34Op56Qr78St90_x-AA", .anthropicKey),
        ("hf_" + "aBcDeFgHiJkLmNoPqRsTuVwXyZ012345", .huggingFaceToken),
        ("npm_" + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7aB3dE6gH9", .npmToken),
        ("pypi-" + "AgEIcHlwaS5vcmcCJGE1YjJjM2Q0LWU1ZjYtNzg5MC1hYmNkLWVmMTIzNDU2Nzg5MA", .pypiToken),
        ("gsk_" + "Ab12Cd34Ef56Gh78Ij90Kl12Mn34Op56Qr78St90Uv12Wx34Yz", .serviceToken),
        ("SG." + "ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc-1s5cr", .serviceToken),
        (jwt, .jwt),
        (card, .cardNumber),
        ("5555-5555-5555-4444", .cardNumber),
        ("378282246310005", .cardNumber),
        ("3782 822463 10005", .cardNumber),
        ("6011111111111117", .cardNumber),
        (iban, .iban),
        ("GB82WEST12345698765432", .iban),
        ("NO93 8601 1117 947", .iban),
    ]
}

extension SecretScanner {
    /// What is found in a text, and as which text.
    func found(_ text: String) -> [(kind: FindingKind, text: String, line: Int)] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { secrets(in: $0) }.map {
            ($0.kind, String(decoding: bytes[$0.range], as: UTF8.self), $0.line)
        }
    }

    func kinds(_ text: String) -> [FindingKind] { found(text).map(\.kind) }
}

extension InjectionScanner {
    func kinds(_ text: String) -> [FindingKind] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { marks(in: $0, range: 0..<bytes.count) }.map(\.kind)
    }
}
