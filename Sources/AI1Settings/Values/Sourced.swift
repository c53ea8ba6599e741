/// Where a setting comes from.
package enum Origin: Sendable, Hashable {
    /// Nobody set it.
    case builtIn
    /// A line of a file.
    case file(path: String, line: Int)
    /// An environment variable.
    case variable(String)
    /// A flag of the command line, with its dashes.
    case flag(String)
}

extension Origin: CustomStringConvertible {
    /// For `--verbose` and `ai1 dev doctor`: `/home/me/.config/ai1/config.yaml:12`.
    package var description: String {
        switch self {
        case .builtIn: "default"
        case .file(let path, let line): "\(Display.path(path)):\(line)"
        case .variable(let name): "environment variable \(name)"
        case .flag(let name): "flag \(name)"
        }
    }
}

/// A setting and where it comes from.
package struct Sourced<Value: Sendable>: Sendable {
    package var value: Value
    package var origin: Origin

    package init(_ value: Value, _ origin: Origin) {
        self.value = value
        self.origin = origin
    }

    /// The same origin with another value.
    func map<Other>(_ transform: (Value) -> Other) -> Sourced<Other> { Sourced<Other>(transform(value), origin) }
}

extension Sourced: Equatable where Value: Equatable {}
extension Sourced: Hashable where Value: Hashable {}
