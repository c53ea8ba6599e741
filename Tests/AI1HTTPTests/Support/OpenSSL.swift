#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The openssl program: a certificate that nobody vouches for, and a server that shows it.
final class OpenSSL: Sendable {
    let port: Int
    /// The server's own certificate, in PEM form.
    let certificatePath: String
    private let folder: String
    private let process: pid_t

    static let isInstalled = (try? run(["version"])) == 0

    struct Failure: Error { let what: String }

    /// Starts a server for `localhost` that answers each GET with a page of its own.
    init() throws {
        var template = Array("/tmp/ai1-tls-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure(what: "mkdtemp") }
        let folder = String(cString: made)
        let (key, certificate) = (folder + "/key.pem", folder + "/cert.pem")
        let code = try Self.run([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
            "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
        ])
        guard code == 0 else { throw Failure(what: "openssl req") }
        var pipes: [Int32] = [0, 0]
        guard pipe(&pipes) == 0 else { throw Failure(what: "pipe") }
        let process = try Self.spawn(
            ["s_server", "-accept", "0", "-www", "-key", key, "-cert", certificate], output: pipes[1])
        close(pipes[1])
        defer { close(pipes[0]) }
        // It says `ACCEPT [::]:PORT` when it is ready.
        var said: [UInt8] = []
        var byte: UInt8 = 0
        while !Self.isReady(said), read(pipes[0], &byte, 1) == 1 { said.append(byte) }
        let line = String(decoding: said, as: UTF8.self)
        guard let port = line.split(separator: "\n").last.flatMap({ Int($0.split(separator: ":").last ?? "") }) else {
            throw Failure(what: "openssl s_server: \(line)")
        }
        (self.folder, self.process, self.port, certificatePath) = (folder, process, port, certificate)
    }

    private static func isReady(_ said: [UInt8]) -> Bool {
        said.last == 10
            && String(decoding: said, as: UTF8.self).split(separator: "\n").last?.hasPrefix("ACCEPT") == true
    }

    func stop() {
        // A child may have inherited a mask that holds back every signal but this.
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        for name in ["/key.pem", "/cert.pem"] { unlink(folder + name) }
        rmdir(folder)
    }

    private static func run(_ arguments: [String]) throws -> Int32 {
        let process = try spawn(arguments, output: nil)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return status
    }

    private static func spawn(_ arguments: [String], output: Int32?) throws -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        if let output {
            posix_spawn_file_actions_adddup2(&actions, output, 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = (["openssl"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, "openssl", &actions, nil, &words, environ)
        guard code == 0 else { throw Failure(what: "openssl cannot be started: \(code)") }
        return process
    }
}
