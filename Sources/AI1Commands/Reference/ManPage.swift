internal import AI1Core

/// A manual page in the language of mdoc(7).
struct ManPage {
    private var lines: [String] = []

    /// The page of a noun (or of the whole program) with its verbs.
    static func text(_ command: HelpTree.Command, date: String, seeAlso: [String]) -> String {
        var page = ManPage()
        page.head(command, date)
        page.synopsis(command)
        page.description(command)
        if command.path.count == 1 { page.nouns(command) } else { page.verbs(command) }
        page.environment()
        page.files()
        page.exitStatus()
        page.see(seeAlso)
        return page.lines.joined(separator: "\n") + "\n"
    }

    private mutating func add(_ line: String) { lines.append(line) }

    /// Text as the formatter must see it: backslashes escaped, no line that begins with a control character.
    private static func escaped(_ text: String) -> String {
        var output = ""
        for character in text {
            switch character {
            case "\\": output += "\\e"
            case "-": output += "\\-"
            case "…": output += "..."
            case "→": output += "->"
            case "¢": output += "\\(ct"
            default: output.append(character)
            }
        }
        return output.hasPrefix(".") || output.hasPrefix("'") ? "\\&" + output : output
    }

    /// Columns of a line of the page's source, which mandoc(1) asks for.
    private static let lineLimit = 76

    /// A text as lines, every sentence on lines of its own as mdoc wants it.
    private mutating func prose(_ text: String) {
        var line = ""
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if Self.escaped(line + " " + word).utf8.count > Self.lineLimit {
                add(Self.escaped(line))
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
            if word.hasSuffix(".") || word.hasSuffix("?") {
                add(Self.escaped(line))
                line = ""
            }
        }
        if !line.isEmpty { add(Self.escaped(line)) }
    }

    private mutating func head(_ command: HelpTree.Command, _ date: String) {
        add(".Dd \(date)")
        add(".Dt \(command.path.joined(separator: "-").uppercased()) 1")
        add(".Os")
        add(".Sh NAME")
        add(".Nm \(command.path.joined(separator: "-"))")
        let abstract = command.abstract.hasSuffix(".") ? String(command.abstract.dropLast()) : command.abstract
        add(".Nd \(Self.escaped(abstract.prefix(1).lowercased() + abstract.dropFirst()))")
    }

    private mutating func synopsis(_ command: HelpTree.Command) {
        add(".Sh SYNOPSIS")
        let leaves = command.subcommands.isEmpty ? [command] : command.subcommands
        for leaf in leaves {
            add(".Nm ai1")
            if leaf.path.count > 1 { add(".Cm \(leaf.path.dropFirst().joined(separator: " "))") }
            let named = leaf.arguments.filter { $0.kind != .positional && $0.names != ["-h", "--help"] }
            if !named.isEmpty { add(".Op Ar options") }
            if !leaf.subcommands.isEmpty { add(".Ar verb ...") }
            for argument in leaf.arguments where argument.kind == .positional {
                let dots = argument.isRepeating ? " ..." : ""
                add(
                    (argument.isOptional || argument.isRepeating ? ".Op Ar " : ".Ar ") + Self.escaped(argument.value)
                        + dots)
            }
        }
    }

    private mutating func description(_ command: HelpTree.Command) {
        add(".Sh DESCRIPTION")
        prose(command.abstract)
        discussion(command.discussion)
        if command.subcommands.isEmpty { options(command.arguments) }
    }

    /// The discussion's paragraphs; its examples stand as they are.
    private mutating func discussion(_ text: String) {
        let blocks = text.split(separator: "\n\n", omittingEmptySubsequences: true)
        for block in blocks {
            let rows = block.split(separator: "\n", omittingEmptySubsequences: false)
            if rows.first == "Examples:" {
                add(".Pp")
                add("Examples:")
                add(".Bd -literal -offset indent")
                for row in rows.dropFirst() { add(Self.escaped(String(row.drop { $0 == " " }))) }
                add(".Ed")
            } else {
                add(".Pp")
                prose(rows.joined(separator: " "))
            }
        }
    }

    private mutating func options(_ arguments: [HelpTree.Argument]) {
        guard !arguments.isEmpty else { return }
        var sections: [String] = []
        for argument in arguments where !sections.contains(argument.section) { sections.append(argument.section) }
        for section in sections {
            if !section.isEmpty {
                add(".Pp")
                add(Self.escaped(section) + ":")
            }
            add(".Bl -tag -width Ds")
            for argument in arguments where argument.section == section { item(argument) }
            add(".El")
        }
    }

    private mutating func item(_ argument: HelpTree.Argument) {
        if argument.kind == .positional {
            add(".It Ar \(Self.escaped(argument.value))")
        } else {
            let names = argument.names.map { "Fl " + Self.escaped(String($0.dropFirst())) }.joined(separator: " , ")
            add(".It \(names)" + (argument.kind == .option ? " Ar \(Self.escaped(argument.value))" : ""))
        }
        prose(argument.summary.isEmpty ? "See above." : argument.summary)
    }

    private mutating func nouns(_ command: HelpTree.Command) {
        add(".Pp")
        add("Commands:")
        add(".Bl -tag -width Ds")
        for noun in command.subcommands {
            add(".It Cm \(noun.path.last ?? "")")
            prose(noun.abstract)
            add("See \(Self.escaped(noun.path.joined(separator: "-")))(1).")
        }
        add(".El")
    }

    private mutating func verbs(_ command: HelpTree.Command) {
        for verb in command.subcommands {
            add(".Ss \(verb.path.joined(separator: " "))")
            prose(verb.abstract)
            discussion(verb.discussion)
            options(verb.arguments)
            verbs(verb)
        }
    }

    private mutating func exitStatus() {
        add(".Sh EXIT STATUS")
        add(".Bl -tag -width Ds")
        for status in ExitStatus.all {
            add(".It \(status.code)")
            prose(status.meaning.prefix(1).uppercased() + status.meaning.dropFirst() + ".")
        }
        add(".El")
    }

    private mutating func environment() {
        add(".Sh ENVIRONMENT")
        add(".Bl -tag -width Ds")
        for (name, meaning) in EnvironmentTable.rows {
            add(".It Ev \(name)")
            prose(meaning)
        }
        add(".El")
    }

    private mutating func files() {
        add(".Sh FILES")
        add(".Bl -tag -width Ds")
        for (path, meaning) in EnvironmentTable.files {
            add(".It Pa \(path)")
            prose(meaning)
        }
        add(".El")
    }

    private mutating func see(_ pages: [String]) {
        add(".Sh SEE ALSO")
        // Not the macro for a reference: mandoc(1) would miss these pages until they are installed.
        for (index, page) in pages.enumerated() {
            add(Self.escaped(page) + "(1)" + (index + 1 < pages.count ? "," : ""))
        }
    }
}
