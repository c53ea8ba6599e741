/// What sort of failure an error is. Exit status and HTTP status are switches over this and nothing else.
package enum ErrorKind: Sendable, Hashable, CaseIterable {
    case usage, badData, inputMissing, unavailable, internalError, cannotCreate, inputOutput, tryLater, protocolFailure
    case keyRefused, configuration, incomplete, safetyRefused, creditsRefused, declined, reverted, wrongChain
    case interrupted, terminated, brokenPipe
}
