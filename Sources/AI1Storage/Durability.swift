/// What a machine that loses its power may take with it. A process that dies takes nothing either way. The values are those of
/// SQLite's `synchronous`.
package enum Durability: Int, Sendable, Hashable {
    /// The commits of the last moments, and never a part of one: for what is worth no wait for the disk.
    case order = 1
    /// Nothing that was committed.
    case everyCommit = 2
}
