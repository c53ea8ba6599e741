/// How large typed data may be. What applications ask people to sign is far below.
package enum TypedDataLimits {
    /// Octets of JSON.
    package static let octets = 1 << 20
    /// Structure types.
    package static let types = 256
    /// Members of all types together.
    package static let members = 2_048
    /// Octets of `encodeType` of all types that are used: each has in it all that it needs, so that types which need
    /// each other grow with their square.
    package static let typeOctets = 4 << 20
    /// Characters of a name.
    package static let nameLength = 128
    /// Levels of arrays in a type.
    package static let arrayDepth = 8
    /// Levels of structures and arrays in a message.
    package static let depth = 64
    /// Values in domain and message together.
    package static let values = 65_536
}
