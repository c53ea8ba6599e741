package import ArgumentParser

/// A shell command instead of an answer in words.
package struct ShellOptions: ParsableArguments {
    @Flag(
        help:
            "Have one shell command proposed, shown, and run only on a terminal and after a yes; elsewhere it is printed."
    )
    package var shell: Bool = false

    package init() {}
}
