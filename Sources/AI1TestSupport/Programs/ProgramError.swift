/// Why a test's surroundings could not be made.
package struct ProgramError: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
