internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A keystore on its way out of the wallet.
enum RemovedKeystore {
    /// How often a free name is looked for.
    private static let maximumTries = 100

    /// Moves a keystore into the folder of removed ones, without replacing what is there, or deletes it.
    /// - Returns: where it is now; nil when it is deleted
    /// - Throws: `SettingsError`, `WalletError` of code `cannotCreate`
    static func remove(_ path: String, to folder: String, destroying: Bool) throws -> String? {
        if destroying {
            guard unlink(path) == 0 || errno == ENOENT else {
                throw SystemFailure(number: errno).writing(path, "delete")
            }
            return nil
        }
        try Directory.ensure(folder)
        let name = String(path.split(separator: "/").last ?? "keystore")
        for number in 0..<maximumTries {
            let target = Paths.join(folder, number == 0 ? name : "\(name).\(number)")
            // A link is made only where nothing is, unlike a renaming.
            if link(path, target) == 0 {
                unlink(path)
                return target
            }
            guard errno == EEXIST else { throw SystemFailure(number: errno).writing(target, "create") }
        }
        throw WalletError(.cannotCreate, "no free name is left in \(Display.path(folder))", hint: "empty that folder")
    }
}
