/// A credential that is known by how it begins: a prefix and a run of characters of one set.
struct TokenRule: Sendable {
    /// What keeps ordinary words and placeholders out.
    enum Demand: Sendable {
        /// Six different characters at least: `ghp_xxxxxxxx…` is a placeholder.
        case varied
        /// A stretch of sixteen letters and digits without a hyphen, a digit in it: `sk-fading-circle-9` is a CSS class.
        case solid
    }

    let prefix: [UInt8]
    let set: UInt8
    /// Octets after the prefix.
    let length: ClosedRange<Int>
    let kind: FindingKind
    var demand = Demand.varied

    init(_ prefix: String, _ set: UInt8, _ length: ClosedRange<Int>, _ kind: FindingKind, _ demand: Demand = .varied) {
        self.prefix = Array(prefix.utf8)
        self.set = set
        self.length = length
        self.kind = kind
        self.demand = demand
    }

    /// The longest run that is followed: what is longer is no token.
    static let longest = 512

    /// Longer prefixes stand before shorter ones that they begin with.
    static let all: [TokenRule] =
        ["AKIA", "ASIA", "ABIA", "ACCA"].map { TokenRule($0, ByteClass.upper, 16...16, .awsAccessKey) }
        + ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map {
            TokenRule($0, ByteClass.word, 36...longest, .githubToken)
        }
        + ["glpat-", "gldt-", "glrt-", "glptt-", "glcbt-", "glsoat-"].map {
            TokenRule($0, ByteClass.dotted, 20...longest, .gitlabToken)
        }
        + ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xapp-", "xoxe.", "xoxe-"].map {
            TokenRule($0, ByteClass.dotted, 20...longest, .slackToken)
        }
        + ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "whsec_"].map {
            TokenRule($0, ByteClass.word, 16...longest, .stripeKey)
        }
        + others

    private static let others = [
        TokenRule("github_pat_", ByteClass.word, 40...longest, .githubToken),
        TokenRule("hooks.slack.com/services/", ByteClass.path, 30...longest, .slackToken),
        TokenRule("AIza", ByteClass.word, 35...35, .googleKey),
        TokenRule("GOCSPX-", ByteClass.word, 20...longest, .googleKey),
        TokenRule("ya29.", ByteClass.dotted, 30...longest, .googleKey),
        TokenRule("AQ.", ByteClass.dotted, 30...longest, .googleKey, .solid),
        TokenRule("sk-ant-", ByteClass.word, 20...longest, .anthropicKey, .solid),
        TokenRule("sk-", ByteClass.word, 20...longest, .openAIKey, .solid),
        TokenRule("hf_", ByteClass.word, 30...longest, .huggingFaceToken),
        TokenRule("npm_", ByteClass.word, 36...36, .npmToken),
        TokenRule("pypi-", ByteClass.word, 50...longest, .pypiToken),
        TokenRule("gsk_", ByteClass.word, 40...longest, .serviceToken),
        TokenRule("xai-", ByteClass.word, 40...longest, .serviceToken, .solid),
        TokenRule("r8_", ByteClass.word, 30...longest, .serviceToken),
        TokenRule("nvapi-", ByteClass.word, 40...longest, .serviceToken),
        TokenRule("pplx-", ByteClass.word, 40...longest, .serviceToken),
        TokenRule("csk-", ByteClass.word, 40...longest, .serviceToken),
        TokenRule("tgp_v1_", ByteClass.word, 30...longest, .serviceToken),
        TokenRule("fw_", ByteClass.word, 20...longest, .serviceToken, .solid),
        TokenRule("SG.", ByteClass.dotted, 50...longest, .serviceToken),
        TokenRule("dop_v1_", ByteClass.word, 64...64, .serviceToken),
        TokenRule("shpat_", ByteClass.word, 32...32, .serviceToken),
        TokenRule("dapi", ByteClass.word, 32...34, .serviceToken),
        TokenRule("AGE-SECRET-KEY-1", ByteClass.upper, 58...58, .privateKey),
    ]

    /// Looks at the place where its prefix may stand.
    func match(_ window: Window, _ start: Int, known: Int) -> Match {
        // Inside a longer run of its own characters it is a part of something else, and every run is followed once.
        if start > 0, window.isIn(set | ByteClass.alphanumeric, start - 1) { return .none }
        switch window.has(prefix, at: start) {
        case false?: return .none
        case nil: return .unfinished(known: 0)
        case true?: break
        }
        let body = start + prefix.count
        var end = window.run(of: set, from: body, known: known, limit: length.upperBound + 1)
        if end == window.count, !window.isEnd, end - body <= length.upperBound { return .unfinished(known: end - body) }
        if set == ByteClass.dotted { while end > body, window[end - 1] == UInt8(ascii: ".") { end -= 1 } }
        guard length.contains(end - body), isLikely(window, body..<end) else { return .none }
        return .found(kind, start..<end)
    }

    private func isLikely(_ window: Window, _ body: Range<Int>) -> Bool {
        switch demand {
        case .varied: return CharacterCount(window, body).distinct >= 6
        case .solid:
            var length = 0
            var digits = 0
            for index in body {
                if window.isIn(ByteClass.alphanumeric, index) {
                    length += 1
                    digits += Octets.isDigit(window[index]) ? 1 : 0
                    if length >= 16, digits > 0 { return CharacterCount(window, body).distinct >= 6 }
                } else {
                    length = 0
                    digits = 0
                }
            }
            return false
        }
    }
}
