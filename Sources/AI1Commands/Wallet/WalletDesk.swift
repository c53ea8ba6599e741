internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
internal import AI1Wallet

/// What every verb of the wallet works with: settings, folders, accounts and contacts. It loads no catalogue and opens nothing.
struct WalletDesk: Sendable {
    let context: CommandContext
    let paths: Paths
    let settings: Settings
    let accounts: AccountBook
    let contacts: ContactBook
    /// What may be shown on the two streams.
    let outputFacts: StreamFacts
    let errorFacts: StreamFacts

    /// - Throws: `SettingsError`
    init(_ context: CommandContext) throws {
        let paths = Paths(environment: context.environment, workingFolder: context.workingDirectory)
        let loader = SettingsLoader(
            paths: paths, environment: context.environment, workingFolder: context.workingDirectory,
            trust: TrustStore(file: paths.trustFile))
        self.context = context
        self.paths = paths
        settings = try loader.load()
        let folder = Self.folder(paths)
        accounts = AccountBook(folder: folder)
        contacts = ContactBook(folder: folder)
        outputFacts = context.output.facts(context.environment, color: settings.color.value)
        errorFacts = context.errors.facts(context.environment, color: settings.color.value)
        for notice in settings.notices { try? context.errors.line("ai1: \(notice)") }
    }

    /// `$XDG_DATA_HOME/ai1/wallet`: keystores, names, contacts and the journal.
    static func folder(_ paths: Paths) -> String { Paths.join(paths.data, "wallet") }

    var folder: String { Self.folder(paths) }

    /// Where a file that the user named is, from the folder that the command was started in.
    func path(_ name: String) -> String { paths.expand(name, from: context.workingDirectory) }

    /// An environment variable that is not empty.
    func variable(_ name: String) -> String? {
        guard let value = context.environment[name], !value.isEmpty else { return nil }
        return value
    }

    /// Whether standard output is a terminal where an address and its name do not fit side by side.
    var isNarrow: Bool { outputFacts.columns.map { $0 < Self.roomyColumns } ?? false }

    /// An address for a table on standard output: whole, unless the terminal is too narrow for it.
    func shown(_ address: Address) -> String { isNarrow ? address.short : address.checksummed }

    /// An address has 42; names and headings come beside it.
    private static let roomyColumns = 64

    /// Colours of the standard error.
    var errorStyle: Style { Style(hasColor: errorFacts.hasColor) }

    /// A line on standard error that warns.
    func warn(_ text: String) {
        try? context.errors.line(
            errorStyle.apply(.yellow, "warning:") + " " + TerminalCleaner.cleanLine(text, limit: 400))
    }

    /// Asks on the terminal of the user.
    var prompt: LinePrompt {
        LinePrompt(facts: terminalFacts, input: context.input, output: context.errors.descriptor)
    }

    /// Lets pass only who types the whole word `yes`, or said so on the command line.
    /// - Parameters:
    ///   - question: what is agreed to by it: `Type yes to sign and send:`
    ///   - isGiven: whether `--yes` was given: nothing is asked then
    ///   - refusal: what did not happen, for the error: `nothing was sent`
    /// - Throws: `CommandError` of code `declined`; `TerminalError` where nobody can be asked
    func demandYes(_ question: String, isGiven: Bool, refusal: String) throws {
        if isGiven { return }
        let prompt = prompt
        prompt.discardTypeAhead()
        let answer = try prompt.ask(question, hint: "add --yes")
        guard answer?.lowercased() == "yes" else { throw CommandError(.declined, message: refusal) }
    }
}
