internal import AI1Core
internal import CCurl

/// The opened libcurl.
/// SAFETY: the table behind the pointer is written once, before anybody sees it, and never freed.
struct CurlLibrary: @unchecked Sendable {
    let functions: OpaquePointer

    #if canImport(Darwin)
        static let names = ["/usr/lib/libcurl.4.dylib"]
    #else
        static let names = ["libcurl.so.4"]
    #endif

    /// Opens the first of the named libraries that is there.
    /// - Throws: `ProviderFault` of kind `refusedLocally` that says what to install
    static func open(names: [String] = names) throws(ProviderFault) -> CurlLibrary {
        var reasons: [String] = []
        for name in names {
            var reason = [CChar](repeating: 0, count: 512)
            if let functions = ai1_curl_open(name, &reason, reason.count) { return CurlLibrary(functions: functions) }
            reasons.append(String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
        }
        throw ProviderFault(
            .refusedLocally, message: "libcurl is not installed or cannot be loaded",
            underlying: reasons.joined(separator: "; "), hint: "install it, for example: apt install libcurl4")
    }

    /// The version line of the library and its parts.
    var version: String { String(cString: ai1_curl_version(functions)) }

    /// What libcurl calls an error.
    func text(of code: CURLcode) -> String { String(cString: ai1_curl_strerror(functions, code)) }
}
