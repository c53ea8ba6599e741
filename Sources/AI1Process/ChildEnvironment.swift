/// What a child process may know of the environment: enough to find programs, homes, languages and agents, and never
/// a provider's key.
package enum ChildEnvironment {
    private static let names: Set<String> = [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TERM", "COLORTERM", "TMPDIR", "TZ",
        "GNUPGHOME",
        "PASSWORD_STORE_DIR", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK",
        "SSH_AGENT_PID",
    ]
    private static let prefixes = ["LC_", "XDG_", "PASSWORD_STORE_"]
    /// Where agents ask for a passphrase; only for children that may ask.
    private static let interactiveNames: Set<String> = ["GPG_TTY", "SSH_TTY", "PINENTRY_USER_DATA"]

    /// The part of an environment that a child gets. Without a `PATH` it gets the usual one.
    package static func allowed(from environment: [String: String], isInteractive: Bool) -> [String: String] {
        var allowed = environment.filter { name, _ in
            names.contains(name) || prefixes.contains { name.hasPrefix($0) }
                || isInteractive && interactiveNames.contains(name)
        }
        if allowed["PATH"]?.isEmpty != false { allowed["PATH"] = "/usr/local/bin:/usr/bin:/bin" }
        return allowed
    }
}
