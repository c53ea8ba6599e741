package import AI1Core

/// What a typed model name means.
package enum Resolution: Sendable, Hashable {
    /// One model, at every provider that serves it, in order of preference.
    case found([ModelRow])
    /// Several different models fit; their names.
    case ambiguous([String])
    /// None fits; names that are near.
    case unknown([String])
}
