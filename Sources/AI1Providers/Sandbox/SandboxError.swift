package import AI1Core

/// What is wrong with a use of the sandbox itself, as distinct from the faults that it plays on demand.
package struct SandboxError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable {
        /// A fault plan that cannot be read.
        case badPlan
        /// An address that is not loopback.
        case notLoopback
        /// The system refused a socket or a thread.
        case cannotListen
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let underlying: String?

    package init(_ code: Code, message: String, hint: String? = nil, underlying: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.underlying = underlying
    }

    package var kind: ErrorKind {
        switch code {
        case .badPlan, .notLoopback: .usage
        case .cannotListen: .unavailable
        }
    }
}
