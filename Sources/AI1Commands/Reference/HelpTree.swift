internal import AI1Core
internal import ArgumentParser

/// The tree of commands as the parser itself describes it.
struct HelpTree {
    struct Command {
        let path: [String]
        let abstract: String
        let discussion: String
        let arguments: [Argument]
        let subcommands: [Command]
    }

    struct Argument {
        enum Kind { case positional, option, flag }

        let kind: Kind
        /// `-m`, `--model`.
        let names: [String]
        let value: String
        let summary: String
        let defaultValue: String?
        let isOptional: Bool
        let isRepeating: Bool
        let section: String
    }

    let root: Command

    /// Reads the parser's own description.
    /// - Throws: `CommandError` when it is not as expected
    init() throws {
        guard let dump = try? JSONParser.parse(AI1Command._dumpHelp()), let command = dump["command"] else {
            throw CommandError(.answer(.internalError), message: "the parser's description cannot be read")
        }
        root = Self.command(command, under: [])
    }

    private static func command(_ value: JSONValue, under path: [String]) -> Command {
        let path = path + [value["commandName"]?.string ?? ""]
        let children = (value["subcommands"]?.array ?? []).filter {
            $0["shouldDisplay"]?.bool != false && $0["commandName"]?.string != "help"
        }
        return Command(
            path: path, abstract: value["abstract"]?.string ?? "", discussion: value["discussion"]?.string ?? "",
            arguments: (value["arguments"]?.array ?? []).filter { $0["shouldDisplay"]?.bool != false }.map(argument),
            subcommands: children.map { command($0, under: path) })
    }

    private static func argument(_ value: JSONValue) -> Argument {
        let kind: Argument.Kind =
            switch value["kind"]?.string {
            case "flag": .flag
            case "option": .option
            default: .positional
            }
        let names = (value["names"]?.array ?? []).map { name in
            (name["kind"]?.string == "long" ? "--" : "-") + (name["name"]?.string ?? "")
        }
        return Argument(
            kind: kind, names: names.sorted { $0.count < $1.count }, value: value["valueName"]?.string ?? "",
            summary: value["abstract"]?.string ?? "", defaultValue: value["defaultValue"]?.string,
            isOptional: value["isOptional"]?.bool ?? true, isRepeating: value["isRepeating"]?.bool ?? false,
            section: value["sectionTitle"]?.string ?? "")
    }
}
