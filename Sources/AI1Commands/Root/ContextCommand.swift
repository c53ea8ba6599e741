package import ArgumentParser

/// A verb. It gets what it may touch as a value, so that tests can run it through the root parser with other streams.
package protocol ContextCommand: ParsableCommand {
    /// Does the work: parse, one call, render.
    /// - Throws: an `AI1Error`
    func run(_ context: CommandContext) async throws
}
