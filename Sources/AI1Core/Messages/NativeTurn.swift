/// An assistant's turn in the form in which its provider gave it, for what has to come back unchanged in the next request:
/// signed thinking, encrypted reasoning. Only the dialect that wrote it reads it; every other one takes the turn's parts.
package struct NativeTurn: Sendable, Hashable {
    /// The dialect that wrote it.
    package let dialect: DialectName
    /// The model that it came from; another model's provider may refuse it. Nil for any.
    package var target: TargetName?
    /// What the dialect wants to see again, in a form of its own.
    package let value: JSONValue

    package init(dialect: DialectName, target: TargetName? = nil, value: JSONValue) {
        self.dialect = dialect
        self.target = target
        self.value = value
    }

    /// The value, if this dialect wrote it and it may be sent to this target.
    package func value(for dialect: DialectName, _ target: TargetName) -> JSONValue? {
        dialect == self.dialect && (self.target == nil || self.target == target) ? value : nil
    }

    /// Octets of the value.
    package var byteCount: Int { value.encoded().count }
}
