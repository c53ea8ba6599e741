package import AI1Core
package import ArgumentParser

/// What is checked before something is sent.
package struct SafetyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What is done about secrets in this request: off, warn, redact or block. Checks of answers and for injected "
                + "instructions that are on follow; off switches all checks off.", valueName: "action"))
    package var safety: SafetyAction?

    package init() {}
}

extension SafetyAction: ExpressibleByArgument {}
