package import AI1Core

/// A failure of chats, roles or the queue.
package struct ConversationError: AI1Error, Hashable {
    /// What exactly failed.
    package enum Code: Sendable, Hashable, CaseIterable {
        /// No chat, role or entry of that name.
        case notFound
        /// Several have that name or that end of an id.
        case ambiguous
        /// A name that may not be one.
        case badName
        /// Another chat has that name.
        case nameTaken
        /// A line of a file is not what it should be.
        case damaged
        /// A file was written by a later version of ai1.
        case newerFormat
        /// More than a file, a turn or an entry may hold.
        case tooLarge
        /// Another process has removed the file meanwhile.
        case gone
        /// Another process holds a lock for too long.
        case locked
        /// The new message does not fit the model's window.
        case windowTooSmall
        /// A role's file is wrong.
        case roleMalformed
        /// A project's role that is not trusted.
        case roleUntrusted
        /// A variable of a role has no value.
        case parameterMissing
        /// A parameter that is malformed or unknown.
        case badParameter
        /// An entry of the queue is not in a state in which that can be done.
        case wrongState
        /// A wait took longer than it may.
        case timedOut
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let underlying: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, underlying: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.underlying = underlying
    }

    package var kind: ErrorKind {
        switch code {
        case .notFound, .gone: .inputMissing
        case .ambiguous, .badName, .nameTaken, .parameterMissing, .badParameter, .wrongState: .usage
        case .damaged, .newerFormat, .tooLarge, .windowTooSmall: .badData
        case .locked, .timedOut: .tryLater
        case .roleMalformed, .roleUntrusted: .configuration
        }
    }
}
