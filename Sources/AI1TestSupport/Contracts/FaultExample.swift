// The static toolchain, which the torture program is built with, has no Testing.
#if canImport(Testing)
    package import AI1Core
    package import Testing

    /// An answer that is not 2xx, and its row of the fault table.
    package struct FaultExample: Sendable {
        package let status: Int
        package let headers: [(name: String, value: String)]
        package let body: String
        package let kind: FaultKind
        package let message: String
        package let retryAfterMilliseconds: Int64?

        package init(
            _ status: Int, headers: [(name: String, value: String)] = [], body: String, kind: FaultKind,
            message: String,
            retryAfterMilliseconds: Int64? = nil
        ) {
            self.status = status
            self.headers = headers
            self.body = body
            self.kind = kind
            self.message = message
            self.retryAfterMilliseconds = retryAfterMilliseconds
        }
    }

    extension DialectContract {
        /// A failure is the stated row of the fault table, in the provider's words.
        package static func fault(
            _ example: FaultExample, of dialect: any Dialect, _ location: SourceLocation = #_sourceLocation
        ) {
            let head = HTTPHead(status: example.status, headers: example.headers)
            let fault = dialect.fault(status: example.status, head: head, body: Array(example.body.utf8))
            #expect(fault.kind == example.kind, "\(example.body)", sourceLocation: location)
            #expect(fault.status == example.status, "\(example.body)", sourceLocation: location)
            #expect(fault.message == example.message, "\(example.body)", sourceLocation: location)
            #expect(
                fault.retryAfterMilliseconds == example.retryAfterMilliseconds, "\(example.body)",
                sourceLocation: location)
            #expect((fault.underlying ?? "").utf8.count <= 2_048, sourceLocation: location)
        }

        /// Statuses whose meaning every dialect shares, whatever the body says or does not say.
        package static func commonFaults(of dialect: any Dialect, _ location: SourceLocation = #_sourceLocation) {
            let rows: [(Int, FaultKind)] = [
                (400, .badRequest), (401, .keyRefused), (402, .quotaExhausted), (403, .keyRefused),
                (404, .modelNotFound),
                (408, .transient), (409, .transient), (413, .badRequest), (422, .badRequest), (425, .transient),
                (429, .rateLimited), (500, .serverError), (502, .serverError), (503, .serverError), (504, .serverError),
                (529, .serverError), (302, .redirected),
            ]
            for (status, kind) in rows {
                for body in ["", "<html>\u{1B}[31mno</html>", "{", #"{"error":{"message":"no"}}"#, "[]", "null"] {
                    let head = HTTPHead(status: status, headers: [("retry-after", "7")])
                    let fault = dialect.fault(status: status, head: head, body: Array(body.utf8))
                    #expect(fault.kind == kind, "\(status) \(body)", sourceLocation: location)
                    #expect(fault.retryAfterMilliseconds == 7_000, "\(status) \(body)", sourceLocation: location)
                    #expect(!fault.message.isEmpty && !fault.message.contains("\u{1B}"), sourceLocation: location)
                    #expect(fault.underlying?.contains("\u{1B}") != true, sourceLocation: location)
                }
            }
        }
    }
#endif
