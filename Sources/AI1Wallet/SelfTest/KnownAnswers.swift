/// What the self-test must find, in hexadecimal digits.
struct KnownAnswers: Sendable {
    var keccak: String
    var sha256: String
    var hmac: String
    var pbkdf2SHA512: String
    var pbkdf2SHA256: String
    var scrypt: String
    var cipher: String
    var signature: String

    /// Of FIPS 180-4, RFC 4231, RFC 7914, SP 800-38A and RFC 6979.
    static let published = KnownAnswers(
        keccak: "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45",
        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        hmac: "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
            + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
        pbkdf2SHA512: "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53c"
            + "f76cab2868a39b9f7840edce4fef5a82be67335c77a6068e04112754f27ccf4e",
        pbkdf2SHA256: "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
            + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
        scrypt: "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
            + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
        cipher: "874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff",
        signature: "934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8"
            + "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5" + "01")
}
