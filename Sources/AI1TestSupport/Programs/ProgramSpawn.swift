#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Starts a process with exactly the given environment, descriptors and default signal handling.
enum ProgramSpawn {
    static func spawn(
        _ path: String, _ arguments: [String], _ options: ProgramOptions, _ channels: ProgramChannels
    ) throws(ProgramError) -> Int32 {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for (number, end) in channels.child.enumerated() {
            let number = Int32(number)
            switch end {
            case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, number)
            case .file(let file, let flags): posix_spawn_file_actions_addopen(&actions, number, file, flags, 0o600)
            case .terminal:
                // The first terminal that a session's leader opens becomes its controlling terminal.
                posix_spawn_file_actions_addopen(&actions, number, channels.terminalName, O_RDWR, 0)
            case .closed: posix_spawn_file_actions_addclose(&actions, number)
            }
        }
        setSignals(&attributes)
        // The working folder goes through env(1): adding it to the actions is no part of POSIX yet.
        var words = [path] + arguments
        if let folder = options.folder { words = ["/usr/bin/env", "-C", folder, path] + arguments }
        let environment = options.environment.map { "\($0.key)=\($0.value)" }.sorted()
        var processID: pid_t = 0
        let code = withCStrings(words) { argv in
            withCStrings(environment) { envp in
                posix_spawn(&processID, words[0], &actions, &attributes, argv, envp)
            }
        }
        guard code == 0 else { throw ProgramError("\(words[0]) cannot be started: \(String(cString: strerror(code)))") }
        return processID
    }

    /// A session of its own, no blocked signals, and none ignored: an ignored SIGPIPE would be inherited.
    #if canImport(Darwin)
        private static func setSignals(_ attributes: inout posix_spawnattr_t?) {
            var set = sigset_t()
            sigemptyset(&set)
            posix_spawnattr_setsigmask(&attributes, &set)
            sigfillset(&set)
            posix_spawnattr_setsigdefault(&attributes, &set)
            let flags =
                POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID | POSIX_SPAWN_CLOEXEC_DEFAULT
            posix_spawnattr_setflags(&attributes, Int16(flags))
        }
    #else
        /// POSIX_SPAWN_SETSID of <spawn.h>, which Swift's Glibc does not show.
        private static let setSession: Int32 = 0x80

        private static func setSignals(_ attributes: inout posix_spawnattr_t) {
            var set = sigset_t()
            sigemptyset(&set)
            posix_spawnattr_setsigmask(&attributes, &set)
            sigfillset(&set)
            posix_spawnattr_setsigdefault(&attributes, &set)
            posix_spawnattr_setflags(
                &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | setSession))
        }
    #endif

    private static func withCStrings<Value>(
        _ words: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { buffer in
            // The list ends with nil, so it is never empty and has an address.
            buffer.baseAddress.map(body)!
        }
    }
}
