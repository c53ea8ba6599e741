internal import AI1Core

/// A value that has passed the check of its type.
enum SettingValue: Sendable, Hashable {
    case text(String)
    case flag(Bool)
    case integer(Int64)
    /// Kept as the user wrote it.
    case decimal(JSONNumber)
    case milliseconds(Int64)
    case money(NanoUSD)
    case price(TokenPrice)
    case texts([String])
    /// A mapping of names to settings: that it is there.
    case section
}
