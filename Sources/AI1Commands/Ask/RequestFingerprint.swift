internal import AI1Core
internal import AI1Ledger

/// The hash of what is asked, whoever answers it. Two runs of one command have the same.
enum RequestFingerprint {
    /// Thirty-two octets.
    static func hash(_ request: ChatRequest) -> [UInt8] {
        var digest = RequestDigest()
        digest.add(request)
        return digest.hash
    }
}
