package import AI1Core

/// A failure of settings, keys or the files they live in.
package struct SettingsError: AI1Error, Hashable {
    /// What exactly failed.
    package enum Code: Sendable, Hashable, CaseIterable {
        /// A settings file is not what it should be.
        case malformed
        /// A key that no table knows.
        case unknownKey
        /// A value of the wrong type or out of its range.
        case badValue
        /// A file's mode or owner lets others write settings.
        case unsafeFile
        /// A settings file cannot be changed by a program without spoiling it.
        case notEditable
        /// A key is missing, malformed, or its command failed.
        case keyUnusable
        /// A file with keys can be read by others.
        case keyFileUnsafe
        /// A folder or file cannot be made or changed.
        case cannotCreate
        /// Reading or writing failed.
        case inputOutput
        /// A file that was named does not exist or cannot be read.
        case missing
        /// The user stopped a key command with Ctrl-C.
        case interrupted
        /// Another process holds a lock for too long.
        case locked
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
        case .malformed, .unknownKey, .badValue, .unsafeFile, .notEditable: .configuration
        case .keyUnusable, .keyFileUnsafe: .keyRefused
        case .cannotCreate: .cannotCreate
        case .inputOutput: .inputOutput
        case .missing: .inputMissing
        case .interrupted: .interrupted
        case .locked: .tryLater
        }
    }
}
