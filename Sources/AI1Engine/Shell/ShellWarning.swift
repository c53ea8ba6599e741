/// Something that a command does which a person should think about before saying yes.
package struct ShellWarning: Sendable, Hashable {
    /// What sort of thing; the raw value is what `--json` says.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case administrator
        case deletes
        case device
        case fileSystem = "file-system"
        case permissions
        case systemFile = "system-file"
        case startFile = "start-file"
        case unseenCode = "unseen-code"
        case unknownProgram = "unknown-program"
        case forkBomb = "fork-bomb"
        case machine
        case processes
        case versionControl = "version-control"
        case lookAlike = "look-alike"
    }

    package let kind: Kind
    /// One line that says why, in plain words. May repeat a part of the command.
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
