package import AI1Core

/// What can go wrong with a database file.
package struct StorageError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable {
        /// The folder or the file cannot be made.
        case cannotCreate
        /// The file or its folder may only be read.
        case readOnly
        /// The disk is full; nothing of the transaction was written.
        case diskFull
        /// Reading or writing failed. After a write it is not known whether it took effect.
        case inputOutput
        /// The file is damaged, or is no database of this kind.
        case corrupt
        /// A newer ai1 wrote the file: this one reads it only.
        case newer
        /// The file was replaced or its log removed while it was open.
        case replaced
        /// Others kept the gate for too long.
        case busy
        /// The file system is of another machine, where locks cannot be relied on.
        case networkFileSystem
        /// The schema refused a row: a defect, stopped before it did harm.
        case refused
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
        case .cannotCreate: .cannotCreate
        case .readOnly, .diskFull, .inputOutput, .replaced: .inputOutput
        case .corrupt: .badData
        case .newer, .networkFileSystem: .configuration
        case .busy: .tryLater
        case .refused: .internalError
        }
    }
}
