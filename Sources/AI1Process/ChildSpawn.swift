#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Starts a program with our standard streams and our environment, in a process group of its own, with no signal blocked and
/// those handled that we ignore or catch.
enum ChildSpawn {
    private static let restored = [
        SIGPIPE, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU, SIGALRM, SIGCHLD,
    ]

    /// - Throws: `ProcessError` of code `notStarted`
    static func start(_ path: String, _ words: [String]) throws(ProcessError) -> pid_t {
        try spawn(path, words, nil, flags: Int32(POSIX_SPAWN_SETPGROUP)) { _ in }
    }

    /// Starts a program whose standard output is a descriptor. One that may ask stays in our process group, which has the
    /// terminal; any other gets a session of its own, and nothing to read or complain to.
    /// - Throws: `ProcessError` of code `notStarted`
    static func start(
        _ path: String, _ words: [String], environment: [String: String], output: Int32, isInteractive: Bool
    ) throws(ProcessError) -> pid_t {
        try spawn(path, words, environment, flags: isInteractive ? 0 : ownSession) { actions in
            posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
            guard !isInteractive else { return }
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        }
    }

    /// POSIX_SPAWN_SETSID, which the C libraries of Linux declare only on request.
    #if canImport(Darwin)
        private static let ownSession: Int32 = 0x400
    #else
        private static let ownSession: Int32 = 0x80
    #endif

    #if canImport(Darwin)
        private typealias FileActions = posix_spawn_file_actions_t?
    #else
        private typealias FileActions = posix_spawn_file_actions_t
    #endif

    /// - Parameters:
    ///   - environment: nil for our own
    ///   - redirect: what becomes of the child's descriptors
    private static func spawn(
        _ path: String, _ words: [String], _ environment: [String: String]?, flags: Int32,
        redirect: (inout FileActions) -> Void
    ) throws(ProcessError) -> pid_t {
        #if canImport(Darwin)
            var attributes: posix_spawnattr_t?
            var actions: FileActions = nil
        #else
            var attributes = posix_spawnattr_t()
            var actions = FileActions()
        #endif
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        redirect(&actions)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for number in restored { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | flags))
        var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var variables: [UnsafeMutablePointer<CChar>?] = (environment ?? [:]).map { strdup("\($0)=\($1)") } + [nil]
        defer { for variable in variables { free(variable) } }
        var child: pid_t = 0
        let code =
            environment == nil
            ? posix_spawn(&child, path, &actions, &attributes, &pointers, environ)
            : posix_spawn(&child, path, &actions, &attributes, &pointers, &variables)
        guard code == 0 else {
            throw ProcessError(
                .notStarted, "\(path) cannot be started", hint: "SHELL names the shell that is used",
                underlying: String(cString: strerror(code)))
        }
        return child
    }

    /// Lets no descriptor but the standard streams pass to a child: whatever opened them.
    static func closeOnExec() {
        guard let folder = opendir("/dev/fd") else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let number = Int32(name), number > STDERR_FILENO else { continue }
            _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        }
    }
}
