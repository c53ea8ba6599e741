package import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The health file of a user: read without a lock, since it is replaced as a whole; written under a lock by rename.
package struct FileHealthStore: HealthStore {
    private let folder: String
    private var path: String { folder + "/health.json" }
    private var lockPath: String { folder + "/health.lock" }

    /// - Parameter folder: the state folder, which exists with mode 0700; the store works without it and then remembers nothing
    package init(folder: String) { self.folder = folder }

    package func snapshot() -> HealthSnapshot { read().map(HealthFile.decode) ?? HealthSnapshot() }

    package func record(_ observation: HealthObservation, for key: HealthKey, at time: Timestamp) {
        // Most calls succeed at targets with nothing to forget: they need no write.
        switch observation {
        case .succeeded where snapshot().targets[key] == nil: return
        case .released where snapshot().targets[key]?.trialSince == nil: return
        default: break
        }
        update(at: time) { targets in
            targets[key] = (targets[key] ?? TargetHealth()).after(observation, at: time)
            return true
        }
    }

    package func claimTrial(_ key: HealthKey, at time: Timestamp) -> Bool {
        var granted = true
        update(at: time) { targets in
            guard let health = targets[key] else { return false }
            guard let claimed = health.claimingTrial(at: time) else {
                granted = false
                return false
            }
            targets[key] = claimed
            return claimed != health
        }
        return granted
    }

    private func update(at time: Timestamp, _ change: (inout [HealthKey: TargetHealth]) -> Bool) {
        let lock = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { return }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 { guard errno == EINTR else { return } }
        var snapshot = snapshot()
        guard change(&snapshot.targets) else { return }
        write(HealthFile.encode(HealthFile.pruned(snapshot, at: time)))
    }

    private func read() -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = piece.withUnsafeMutableBytes { buffer in
                Self.retry { systemRead(file, buffer.baseAddress, buffer.count) }
            }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes.append(contentsOf: piece[..<count])
            guard bytes.count <= 4 * 1_048_576 else { return nil }
        }
    }

    private func write(_ bytes: [UInt8]) {
        let temporary = path + ".new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Self.retry { systemWrite(file, buffer.baseAddress.map { $0 + sent }, buffer.count - sent) }
            }
            guard count > 0 else { break }
            sent += count
        }
        close(file)
        if sent == bytes.count { rename(temporary, path) } else { unlink(temporary) }
    }

    private static func retry(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(file, buffer, count)
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(file, buffer, count)
}
