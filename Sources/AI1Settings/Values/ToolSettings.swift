package import AI1Core

/// The tools that a model may be given, and the user's rules about them.
package struct ToolSettings: Sendable {
    /// By the user's name for the server.
    package var servers: [String: ToolServerSettings]
    /// By `server/tool`, `server/*` or `*/*`.
    package var policy: [String: Sourced<ToolRule>]
    /// Rounds of calls within one request.
    package var rounds: Sourced<Int>
    /// How long a call may take where its server says nothing, in milliseconds.
    package var timeoutMilliseconds: Sourced<Int64>
    /// How long a server may take to get ready, in milliseconds.
    package var startTimeoutMilliseconds: Sourced<Int64>
    /// Octets of text of one result that reach the model.
    package var maxResultBytes: Sourced<Int>
}

/// One server of tools.
package struct ToolServerSettings: Sendable {
    /// Where it is mentioned first.
    package var origin: Origin
    /// The program, and perhaps its first arguments; nil when the settings name none.
    package var command: Sourced<[String]>?
    /// Further arguments.
    package var arguments: [String]
    /// Its variables as they were written, `${NAME}` for one of ai1's own environment.
    package var variables: [String: String]
    package var timeoutMilliseconds: Sourced<Int64>?

    /// The program and all arguments.
    package var words: [String] { (command?.value ?? []) + arguments }

    /// A variable's value with what it takes from an environment.
    /// - Returns: the value, or the name of a variable that is not set there
    package static func value(
        of text: String, in environment: [String: String]
    ) -> (value: String, missing: String?) {
        var value = ""
        var rest = Substring(text)
        while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
            let name = String(rest[start.upperBound..<end])
            value += rest[..<start.lowerBound]
            guard let found = environment[name] else { return (value, name) }
            value += found
            rest = rest[rest.index(after: end)...]
        }
        return (value + rest, nil)
    }
}
