/// The program's own version (Semantic Versioning 2.0.0).
package enum Version {
    package static let text = "0.1.0"
    package static let line = "ai1 0.1.0"
}
